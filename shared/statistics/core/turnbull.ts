/** Somewhere after `after`, no later than `by`; `by` is infinite when it was not seen. */
export interface Window {
  readonly after: number;
  readonly by: number;
}

/** A window that carries a share of all events; between cells there is none. */
export interface Cell extends Window {
  readonly mass: number;
}

/** Equal windows: how many, and the run of cells inside them. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
}

/** Rounds stop when no other masses could raise the log-likelihood of all cases by more than this: far below chance. */
const CLOSE_ENOUGH = 1e-3;
/** A hundred thousand cases polled at as many different times need a tenth of this. */
const MOST_ROUNDS = 20_000;

/**
 * Turnbull's self-consistent masses on his innermost windows, in order of time; the order of windows does not matter.
 * Plain rounds creep, so every two are followed by a leap (SQUAREM, Varadhan & Roland 2008, Scand J Stat 35:335).
 */
export function turnbullCells(windows: readonly Window[]): readonly Cell[] {
  const cells = innermost(windows);
  const groups = grouped(windows, cells);
  let masses = new Float64Array(cells.length).fill(1 / cells.length);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const once = improved(masses, groups, windows.length);
    masses = once.masses;
    // The largest factor bounds what is left to gain: at the best masses it is one.
    if (windows.length * (once.largestFactor - 1) < CLOSE_ENOUGH) break;
    const twice = improved(once.masses, groups, windows.length);
    masses = improved(leapt(once.from, once.masses, twice.masses), groups, windows.length).masses;
  }
  return cells.map((cell, index) => ({ ...cell, mass: masses[index] ?? 0 }));
}

/** The windows from a left end to the right end next to it, with no other end between: only these can carry mass. */
function innermost(windows: readonly Window[]): readonly Window[] {
  const lefts = Float64Array.from(windows, ({ after }) => after).sort();
  const rights = Float64Array.from(new Set(windows.map(({ by }) => by))).sort();
  const cells: Window[] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const by of rights) {
    const after = lefts[firstAtLeast(lefts, by) - 1] ?? Number.NEGATIVE_INFINITY;
    if (after >= previous) cells.push({ after, by });
    previous = by;
  }
  return cells;
}

/** Equal windows together, each with the run of cells inside it, in order of that run. */
function grouped(windows: readonly Window[], cells: readonly Window[]): readonly Group[] {
  const lefts = Float64Array.from(cells, ({ after }) => after);
  const rights = Float64Array.from(cells, ({ by }) => by);
  const counts = new Map<number, Map<number, number>>();
  for (const { after, by } of windows) {
    const from = firstAtLeast(lefts, after);
    const beyond = firstAtLeast(rights, by);
    const to = rights[beyond] === by ? beyond : beyond - 1;
    const row = counts.get(from) ?? new Map<number, number>();
    counts.set(from, row.set(to, (row.get(to) ?? 0) + 1));
  }
  const groups = [...counts].flatMap(([from, row]) => [...row].map(([to, cases]) => ({ from, to, cases })));
  return groups.sort((x, y) => x.from - y.from || x.to - y.to);
}

/** One round: each mass times its share of the cases that may lie there. */
function improved(from: Float64Array<ArrayBuffer>, groups: readonly Group[], cases: number) {
  const upTo = new Float64Array(from.length + 1);
  from.forEach((mass, index) => {
    upTo[index + 1] = (upTo[index] ?? 0) + mass;
  });
  const changes = new Float64Array(from.length + 1);
  for (const group of groups) {
    const pull = group.cases / cases / ((upTo[group.to + 1] ?? 0) - (upTo[group.from] ?? 0));
    changes[group.from] = (changes[group.from] ?? 0) + pull;
    changes[group.to + 1] = (changes[group.to + 1] ?? 0) - pull;
  }
  let factor = 0;
  let largestFactor = 0;
  const masses = from.map((mass, index) => {
    factor += changes[index] ?? 0;
    largestFactor = Math.max(largestFactor, factor);
    return mass * factor;
  });
  return { from, masses, largestFactor };
}

/** As far along the bend of two rounds as their steps say; a mass that would fall below zero stays where it was. */
function leapt(start: Float64Array, once: Float64Array, twice: Float64Array): Float64Array<ArrayBuffer> {
  const steps = Float64Array.from(start, (mass, index) => (once[index] ?? 0) - mass);
  const bends = Float64Array.from(steps, (step, index) => (twice[index] ?? 0) - (once[index] ?? 0) - step);
  const bent = squares(bends);
  if (bent === 0) return Float64Array.from(twice);
  const length = Math.max(1, Math.sqrt(squares(steps) / bent));
  const masses = Float64Array.from(start, (mass, index) => {
    const ahead = mass + 2 * length * (steps[index] ?? 0) + length ** 2 * (bends[index] ?? 0);
    return ahead > 0 ? ahead : (twice[index] ?? 0);
  });
  const whole = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / whole);
}

function squares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
