/** Median time of one call in milliseconds, the contenders taking turns so that noise meets them all alike. */
export function medians(contenders: Readonly<Record<string, () => unknown>>, rounds: number): Record<string, number> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const from = performance.now();
      run();
      times[name]?.push(performance.now() - from);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
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
