import { expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readTasks } from '#shared/services/collection/all-tasks.ts';
import { aLot, aPage } from '#test/support/builders.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { aCollecting, aStep, type Collecting, PLATFORM, someFetching } from './collecting.ts';

const MINUTE_MS = 60_000;
const ENDS_AT = addMs(START, 6 * MINUTE_MS);

class Died extends AppError {}

/** Lets whoever makes the call of that number die of it, before it takes effect or after; says whether anybody did. */
function dieAt({ ports }: Collecting, fatal: number, isAfter: boolean): () => boolean {
  let calls = 0;
  const dying =
    <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      calls += 1;
      const dies = calls === fatal;
      if (dies && !isAfter) throw new Died('STORE.CONTENTION', 'simulated: the worker died');
      const answer = await call(...given);
      if (dies) throw new Died('STORE.CONTENTION', 'simulated: the worker died');
      return answer;
    };
  const { records, documents, send } = ports;
  Object.assign(records, { get: dying(records.get), put: dying(records.put), query: dying(records.query) });
  Object.assign(documents, { putIfAbsent: dying(documents.putIfAbsent) });
  Object.assign(ports, { send: dying(send) });
  return () => calls >= fatal;
}

async function passThrough(collecting: Collecting, minutes: number): Promise<void> {
  const until = addMs(collecting.ports.clock.now(), minutes * MINUTE_MS);
  while (collecting.ports.clock.now() < until) {
    try {
      await collecting.pass(MINUTE_MS / 4);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
  }
}

/** A lot that ends in six minutes and shows its result a little later, read from page to bids. */
async function collectThrough(fatal: number, isAfter: boolean) {
  const collecting = aCollecting(someFetching({ showsBids: true }));
  await collecting.switchOn();
  collecting.know({ externalId: '1024', status: 'bidding', endsAt: ENDS_AT });
  collecting.answer = (_, step) => {
    const isSold = collecting.ports.clock.now() >= addMs(ENDS_AT, 20_000);
    const lot = aLot({ endsAt: ENDS_AT }, isSold ? 'sold' : 'bidding');
    return aStep(aPage({ lots: [lot] }), isSold && step === null ? 'bids-2' : null);
  };
  const store = { ...collecting.ports.records };
  const died = dieAt(collecting, fatal, isAfter);
  await passThrough(collecting, 14);
  const [task] = await readTasks(store, PLATFORM);
  return { sent: collecting.sent, task, died: died() };
}

it.each([false, true])(
  'a worker may die at any call, its effect lost or not (%s): the result is read all the same',
  async (isAfter) => {
    for (let fatal = 1; ; fatal++) {
      const { sent, task, died } = await collectThrough(fatal, isAfter);
      const times = sent.map(({ at }) => Date.parse(at));
      const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at <= from + MINUTE_MS).length));

      expect([fatal, task?.status, task?.step, task?.dueAt]).toEqual([fatal, 'sold', null, null]);
      expect(most).toBeLessThanOrEqual(6);
      if (!died) return;
    }
  },
);
