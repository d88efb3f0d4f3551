import { AppError } from '#shared/errors/app-error.ts';
import type { SeededRandom } from '#test/support/fixed-ambient.ts';
import type { Call, Fault, FaultPlan } from './faults.ts';

/**
 * An await point: the effect happens when the scheduler says so, if the worker lives to see it.
 * A call that is not `ready` waits, as for a message.
 */
export type Gate = <T>(name: string, effect: () => Promise<T>, ready?: () => boolean) => Promise<T>;

/** A process of the system. After a crash it starts again with nothing but its name. */
export interface Worker {
  readonly name: string;
  life(gate: Gate): Promise<void>;
  /** What the others see of a crash. */
  crashed(): void;
}

interface Life {
  readonly worker: Worker;
  alive: boolean;
}

interface Pending extends Omit<Call, 'index'> {
  readonly life: Life;
  readonly ready: () => boolean;
  readonly effect: () => Promise<unknown>;
  readonly resolve: (answer: Promise<unknown>) => void;
  readonly reject: (error: AppError) => void;
}

export interface Scheduler {
  start(worker: Worker): void;
  /** Goes on until no call is ready. @throws Error when that takes too many calls, or a worker throws */
  run(): Promise<void>;
  /** Each call and what befell it. */
  readonly trace: readonly string[];
}

function unanswered(): AppError {
  return new AppError('STORE.UNAVAILABLE', 'simulated: no answer');
}

/** Everything the workers can do without another call happens before the next one. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Lets one call at a time happen, picked at random from those the workers wait for. */
export function scheduler(random: SeededRandom, plan: FaultPlan, maxCalls: number): Scheduler {
  const trace: string[] = [];
  let pending: Pending[] = [];
  let failure: unknown;

  const start = (worker: Worker): void => {
    const life: Life = { worker, alive: true };
    const gate: Gate = (name, effect, ready = () => true) =>
      new Promise((resolve, reject) => {
        if (!life.alive) return;
        const settle = resolve as (answer: Promise<unknown>) => void;
        pending.push({ life, worker: worker.name, name, effect, ready, resolve: settle, reject });
      });
    worker.life(gate).catch((error: unknown) => {
      failure ??= error;
    });
  };

  const crash = (life: Life): void => {
    life.alive = false;
    pending = pending.filter((call) => call.life !== life);
    life.worker.crashed();
    start(life.worker);
  };

  const settle = (call: Pending, fault: Fault): void => {
    const answer = call.effect();
    if (fault === 'none') call.resolve(answer);
    else if (fault === 'repeat') call.resolve(answer.then(call.effect));
    else {
      answer.catch(() => undefined);
      if (fault === 'crash-after') crash(call.life);
      else call.reject(unanswered());
    }
  };

  const perform = (call: Pending): void => {
    const { worker, name } = call;
    const fault = plan({ index: trace.length, worker, name });
    trace.push(fault === 'none' ? `${worker} ${name}` : `${worker} ${name} ${fault}`);
    if (fault === 'crash-before') crash(call.life);
    else if (fault === 'fail-before') call.reject(unanswered());
    else settle(call, fault);
  };

  const run = async (): Promise<void> => {
    await settled();
    for (;;) {
      if (failure !== undefined) throw failure;
      const ready = pending.filter((call) => call.ready());
      if (ready.length === 0) return;
      if (trace.length >= maxCalls) throw new Error(`not at rest after ${maxCalls} calls`);
      const call = random.pick(ready);
      pending.splice(pending.indexOf(call), 1);
      perform(call);
      await settled();
    }
  };

  return { start, run, trace };
}
