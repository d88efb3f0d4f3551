import type { SeededRandom } from '#test/support/fixed-ambient.ts';

/**
 * What may befall one call of a port: the worker dies before or after its effect; the call fails before or after it;
 * or the client repeats a call whose first answer was lost, and sees only the second answer.
 */
export type Fault = 'none' | 'crash-before' | 'crash-after' | 'fail-before' | 'fail-after' | 'repeat';

/** One call at an await point. `index` counts all calls of the run. */
export interface Call {
  readonly index: number;
  readonly worker: string;
  /** Port and method, as `records.put`. */
  readonly name: string;
}

/** Decides what befalls each call. */
export type FaultPlan = (call: Call) => Fault;

export const NO_FAULTS: FaultPlan = () => 'none';

const REPEATABLE = /\.(?:put|putIfAbsent|send|upload)$/;

/** Faults at rates that differ from seed to seed, so many and no more: every run comes to rest. */
export function randomFaults(random: SeededRandom): FaultPlan {
  const crash = random.pick([0, 0.003, 0.01, 0.03]);
  const fail = random.pick([0, 0.003, 0.01, 0.03]);
  const repeat = random.pick([0, 0.01, 0.05]);
  let left = 3 + random.below(20);
  return ({ name }) => {
    const drawn = random.next();
    if (drawn >= crash + fail + repeat || left === 0) return 'none';
    if (drawn >= crash + fail) return REPEATABLE.test(name) ? 'repeat' : 'none';
    left -= 1;
    const before = random.chance(0.5);
    if (drawn < crash) return before ? 'crash-before' : 'crash-after';
    return before ? 'fail-before' : 'fail-after';
  };
}

/** The named faults at the named calls and none elsewhere. */
export function faultsAt(faults: ReadonlyMap<number, Fault>): FaultPlan {
  return ({ index }) => faults.get(index) ?? 'none';
}
