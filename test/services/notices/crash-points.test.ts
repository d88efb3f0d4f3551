import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import type { Item } from '#shared/ports/item-store.ts';
import { aNoticeDesk } from './a-notice-desk.ts';
import { inHandsOf, type Mistake, Mortal } from './crashing.ts';

const SOLD = { status: 'sold', hammerPriceFen: fen(1_000_00), priceBasis: 'total' } as const;
/** More calls than any of these runs makes. */
const MOST_CALLS = 2_000;

/** What one crash led to: whom it left untold, unmarked or out of the list. */
interface Aftermath {
  readonly died: boolean;
  readonly complaints: readonly string[];
  readonly sent: number;
}

/** A run that dies at its n-th call, and what later runs make of it. */
async function crashAt(at: number, when: 'before' | 'after', lots: number, mistake?: Mistake): Promise<Aftermath> {
  const desk = await aNoticeDesk();
  await desk.run();
  for (let index = 0; index < lots; index++) await desk.tell(`WX-${index}`, SOLD);
  const mortal = new Mortal(at, when);
  await desk.run(inHandsOf(mortal, desk, mistake)).catch(() => undefined);
  const living = inHandsOf(new Mortal(Number.POSITIVE_INFINITY, 'before'), desk, mistake);
  for (let runs = 0; runs < 3; runs++) {
    desk.later();
    await desk.run(living);
  }
  const told = desk.sent.map(({ text, subject }) => `${subject}\n${text}`).join('\n');
  const states = await desk.states();
  const complaints = Array.from({ length: lots }, (_, index) => `WX-${index}`).flatMap((lot) => [
    ...(told.includes(`${lot}鱼塘`) ? [] : [`${lot} was never told`]),
    ...(states.some(({ id, state }) => id.includes(`${lot}.`) && state === 'sent') ? [] : [`${lot} is not marked`]),
  ]);
  if (states.length !== lots) complaints.push(`${states.length} notices are listed`);
  return { died: mortal.died, complaints, sent: desk.sent.length };
}

/** Every crash of a run about so many lots, each before and after a call has effect. */
async function everyCrash(lots: number, mistake?: Mistake) {
  const found: (Aftermath & { readonly at: number; readonly when: string })[] = [];
  for (const when of ['before', 'after'] as const) {
    for (let at = 0; at < MOST_CALLS; at++) {
      const aftermath = await crashAt(at, when, lots, mistake);
      if (!aftermath.died) break;
      found.push({ ...aftermath, at, when });
    }
  }
  return found;
}

/** Somebody marks a notice as sent in the very put that claims it. */
const markBeforeSend: Mistake = (item): Item => {
  if (!item.pk.startsWith('NOTICE#')) return item;
  const { duePartition: _, dueAt: __, ...rest } = item;
  const deliveries = item['deliveries'] as readonly { readonly tries: number; readonly state: string }[];
  if (!deliveries.some(({ tries, state }) => tries > 0 && state === 'pending')) return item;
  return { ...rest, deliveries: deliveries.map((each) => ({ ...each, state: 'sent', dueAt: null })) } as Item;
};

/** Somebody notes the changes as looked at before their notices are kept: here, whatever is found is never kept. */
const cursorWithoutNotices: Mistake = (item) =>
  item.pk.startsWith('NOTICE#') && item['v'] === 1 ? { ...item, sk: `${item.sk}-lost`, duePartition: 'nowhere' } : item;

describe('a crash at any call of a run', () => {
  it.each([2, 12])('leaves each of %i notices sent at least once, marked and listed in the end', async (lots) => {
    const crashes = await everyCrash(lots);

    expect(crashes.length).toBeGreaterThan(40);
    expect(crashes.filter(({ complaints }) => complaints.length > 0)).toEqual([]);
  });

  it('sends a notice twice only where its mark was lost', async () => {
    const crashes = await everyCrash(1);
    const twice = crashes.filter(({ sent }) => sent > 1);

    // After it was handed over, and before it was marked: two places, which are one and the same moment.
    expect(twice.map(({ when }) => when).toSorted()).toEqual(['after', 'before']);
    expect(crashes.every(({ sent }) => sent === 1 || sent === 2)).toBe(true);
  });

  it('is survived by nobody who marks before he sends', async () => {
    const crashes = await everyCrash(1, markBeforeSend);

    expect(crashes.flatMap(({ complaints }) => complaints)).toContain('WX-0 was never told');
  });

  it('shows who never keeps what he found', async () => {
    const crashes = await everyCrash(1, cursorWithoutNotices);

    expect(crashes.flatMap(({ complaints }) => complaints)).toContain('WX-0 is not marked');
  });
});

describe('two runs at the same time', () => {
  it('send each notice once', async () => {
    const desk = await aNoticeDesk();
    await desk.run();
    for (let index = 0; index < 5; index++) await desk.tell(`WX-${index}`, SOLD);

    await Promise.all([desk.run(), desk.run(), desk.run()]);
    desk.later();
    await desk.run();

    expect(desk.sent).toHaveLength(5);
    expect((await desk.states()).every(({ state }) => state === 'sent')).toBe(true);
  });
});
