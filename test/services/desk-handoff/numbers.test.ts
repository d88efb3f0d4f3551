import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { claimNumber, type NumberClaim } from '#shared/services/desk/handoff/numbers.ts';
import { day } from '#test/support/desk-terms.ts';
import { memoryEventPorts } from '#test/support/event-ports.ts';
import { type SeededRandom, seededRandom } from '#test/support/fixed-ambient.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

function aClaim(of: Partial<NumberClaim> = {}): NumberClaim {
  return {
    listingId: 'listing1',
    round: 1,
    kind: 'notice',
    series: '吴资交告',
    day: day('2026-05-06'),
    takenBy: 'office-1',
    ...of,
  };
}

class Crash extends Error {}

/** The store of a process that dies now and then, before or after a write took effect, and is slow at times. */
function unreliable(records: ItemStore, random: SeededRandom): ItemStore {
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let turns = random.below(6); turns > 0; turns -= 1) await Promise.resolve();
    if (random.chance(0.08)) throw new Crash();
    const result = await work();
    if (random.chance(0.08)) throw new Crash();
    return result;
  };
  return {
    ...records,
    get: (key) => step(() => records.get(key)),
    put: (item, condition) => step(() => records.put(item, condition)),
    query: (range) => step(() => records.query(range)),
  };
}

async function untilDone(work: () => Promise<string>): Promise<string> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isTransient = error instanceof Crash || (error instanceof AppError && error.retryable);
      if (!isTransient) throw error;
    }
  }
}

describe('claimNumber', () => {
  it('writes the series, the year of the document and the next number', async () => {
    const ports = memoryEventPorts();

    const first = await claimNumber(ports, aClaim());
    const second = await claimNumber(ports, aClaim({ listingId: 'listing2' }));

    expect([first, second]).toEqual(['吴资交告〔2026〕1号', '吴资交告〔2026〕2号']);
  });

  it('finds the number a document has, whoever asks again and whatever the series is by then', async () => {
    const ports = memoryEventPorts();
    const first = await claimNumber(ports, aClaim());
    await claimNumber(ports, aClaim({ listingId: 'listing2' }));

    const again = await claimNumber(ports, aClaim({ takenBy: 'clerk-1', series: '吴交' }));

    expect(again).toBe(first);
  });

  it('counts each kind and each year for itself, and each round of a listing as another document', async () => {
    const ports = memoryEventPorts();

    const numbers = [
      await claimNumber(ports, aClaim()),
      await claimNumber(ports, aClaim({ round: 2 })),
      await claimNumber(ports, aClaim({ kind: 'confirmation', series: '吴资交确' })),
      await claimNumber(ports, aClaim({ listingId: 'listing2', day: day('2027-01-04') })),
    ];

    expect(numbers).toEqual([
      '吴资交告〔2026〕1号',
      '吴资交告〔2026〕2号',
      '吴资交确〔2026〕1号',
      '吴资交告〔2027〕1号',
    ]);
  });

  it.each(SEEDS)('neither skips nor doubles a number among many who ask, repeat and crash (seed %i)', async (seed) => {
    const ports = memoryEventPorts();
    const random = seededRandom(seed);
    const shaky = { ...ports, records: unreliable(ports.records, random) };
    const listings = Array.from({ length: 8 }, (_, index) => `listing${index}`);
    const asked = random.shuffled([...listings, ...listings, ...listings]);

    const taken = await Promise.all(
      asked.map(async (listingId) => {
        const number = await untilDone(() =>
          claimNumber(shaky, aClaim({ listingId, takenBy: `person-${random.below(3)}` })),
        );
        return [listingId, number] as const;
      }),
    );

    const byListing = new Map(taken);
    expect(taken.every(([listingId, number]) => byListing.get(listingId) === number)).toBe(true);
    expect([...byListing.values()].toSorted()).toEqual(listings.map((_, index) => `吴资交告〔2026〕${index + 1}号`));
  });
});
