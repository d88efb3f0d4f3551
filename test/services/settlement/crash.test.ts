import { describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import type { ObjectStore } from '#shared/ports/object-store.ts';
import { sweepEvents } from '#shared/services/events/sweep.ts';
import { recordMilestone } from '#shared/services/settlement/record-milestone.ts';
import { settlementCards } from '#shared/services/settlement/settlement-cards.ts';
import { settlementEffects } from '#shared/services/settlement/settlement-effects.ts';
import { aListingDesk, PEOPLE } from '#test/support/desk.ts';
import { day } from '#test/support/desk-terms.ts';
import { afterSales, DAY_MS, LOT, PAPER } from './settlement-desk.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PAID = { milestone: 'paidAt', on: day('2024-05-06'), document: PAPER, note: null } as const;

/** Counts every await of the stores and dies at one of them. */
function dyingAt(step: number) {
  let steps = 0;
  const after = async <T>(work: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (steps === step) throw new Error('died');
    return work();
  };
  const records = (store: ItemStore): ItemStore => ({
    get: (key) => after(() => store.get(key)),
    put: (item, condition) => after(() => store.put(item, condition)),
    query: (range) => after(() => store.query(range)),
  });
  const documents = (store: ObjectStore): ObjectStore => ({
    ...store,
    putIfAbsent: (object) => after(() => store.putIfAbsent(object)),
  });
  return { records, documents, steps: () => steps };
}

async function aSoldLot() {
  const desk = afterSales(await aListingDesk());
  await desk.sell();
  desk.clock.advance(DAY_MS);
  return desk;
}

/** Records a payment with stores that die at a step, then lets the command come again and the sweeper run. */
async function recordDyingAt(step: number) {
  const desk = await aSoldLot();
  const dying = dyingAt(step);
  const effects = { settlement: settlementEffects({ documents: () => dying.documents(desk.documents) }) };
  const ports = { ...desk.ports, records: dying.records(desk.records), effects };
  const command = desk.command();
  await recordMilestone(PEOPLE.office, ports, LOT, command, PAID).catch(() => undefined);
  await recordMilestone(PEOPLE.office, desk.ports, LOT, command, PAID);
  desk.clock.advance(DAY_MS);
  await sweepEvents(systemCaller('sweep'), { ...desk.ports, due: desk.records, log: quiet });
  await desk.mapAll();
  const cards = await settlementCards(desk);
  return {
    steps: dying.steps(),
    left: { cards: [...cards.values()], paidAt: (await desk.card()).paidAt },
    marked: desk.records.items().filter((item) => item['duePartition'] !== undefined).length,
  };
}

describe('recording a milestone that dies on its way', () => {
  it('leaves the same whichever step it died at', async () => {
    const whole = await recordDyingAt(0);

    expect(whole.steps).toBeGreaterThan(8);
    expect(whole.left.paidAt).not.toBeNull();
    for (let step = 1; step <= whole.steps; step++) {
      const { left, marked } = await recordDyingAt(step);
      expect([step, left, marked]).toEqual([step, whole.left, 0]);
    }
  });
});
