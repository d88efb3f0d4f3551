/** Enough halvings to reach neighbouring floats from any bracket we use. */
const HALVINGS = 200;

/** Where a rising function reaches `target` between `low` and `high`, by bisection down to neighbouring floats. */
export function solveRising(rising: (at: number) => number, target: number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (rising(middle) < target) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
