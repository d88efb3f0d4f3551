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
