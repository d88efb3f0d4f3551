/** Calls in a row before the next contender's turn: enough that one's garbage is not the other's. */
const TURN = 10;

/** Median time of one call in milliseconds, the contenders taking turns so that noise meets them all alike. */
export function medians(contenders: Readonly<Record<string, () => unknown>>, rounds: number): Record<string, number> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const from = performance.now();
      for (let call = 0; call < TURN; call++) run();
      times[name]?.push((performance.now() - from) / TURN);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/** Calls a second, after as many calls to warm up, its own garbage collection included. */
export function perSecond(run: () => unknown, calls: number): number {
  for (let call = 0; call < calls; call++) run();
  const from = performance.now();
  for (let call = 0; call < calls; call++) run();
  return (calls * 1000) / (performance.now() - from);
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints one figure beside its goal. */
export function report(label: string, value: string, goal?: string): void {
  console.log(`${label.padEnd(58)} ${value.padStart(14)}${goal === undefined ? '' : `   goal ${goal}`}`);
}

/** The value that a share of all values does not exceed: 0.99 for the 99th percentile. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * Milliseconds of one call for each of the inputs: the fastest of three passes over all of them, because whatever else
 * runs on the machine interrupts some calls for longer than they take.
 */
export function timesOf<T>(inputs: readonly T[], run: (input: T) => unknown): number[] {
  const times = inputs.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < 3; pass++) {
    for (const [at, input] of inputs.entries()) {
      const from = performance.now();
      run(input);
      times[at] = Math.min(times[at] ?? 0, performance.now() - from);
    }
  }
  return times;
}

/** Bytes in use, in and beside the heap, after collecting garbage; undefined without `--expose-gc`. */
export function bytesInUse(): number | undefined {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
