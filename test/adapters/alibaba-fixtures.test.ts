import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { aDocumentAbout, mapOrRefusal, pairs } from './alibaba-pairs.ts';
import { refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';

describe('alibaba fixtures', () => {
  it.each(pairs)('$name maps to what it was reviewed to say', ({ kind, bytes, expected }) => {
    expect(mapOrRefusal(kind, bytes)).toEqual(expected);
  });

  it.each(pairs)('$name maps the same twice, byte for byte', ({ kind, bytes }) => {
    const [first, second] = [mapOrRefusal(kind, bytes), mapOrRefusal(kind, Buffer.from(bytes))];

    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });

  it('hold personal numbers and names that never come out', () => {
    const brought = pairs.filter(({ bytes }) => /13[89]00000000/.test(bytes.toString('latin1')));

    const output = JSON.stringify(pairs.map(({ kind, bytes }) => mapOrRefusal(kind, bytes)));

    expect(brought.length).toBeGreaterThan(8);
    expect(output).not.toMatch(/13[89]00000000|王测试|测试联系人/);
  });
});

describe('alibaba on damaged pages', () => {
  it('throws nothing but named errors and accepts no lot that breaks the trade’s rules', () => {
    let accepted = 0;

    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.array(mutation, { minLength: 1, maxLength: 4 }), (fixture, changes) => {
        const bytes = mutated(fixture.bytes, changes);
        let lots: readonly LotObservation[] = [];

        refusalOf(() => {
          lots = alibaba.map(aDocumentAbout('1012345679000', fixture.kind, bytes)).lots;
        });

        accepted += lots.length;
        expect(lots.flatMap((lot) => brokenRules(fixture.kind, lot))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});

function brokenRules(kind: string, { externalId, status, facts }: LotObservation): readonly string[] {
  const { startPrice, hammerPrice, saleMode, startsAt, endsAt, url } = facts;
  const start = startPrice ?? 0;
  const numbers = Object.values(facts).filter((value) => typeof value === 'number');
  const rules = {
    'a hammer price is of a sale': hammerPrice === undefined || status === 'sold',
    // One call of the open platform names outcomes without prices.
    'a sale has a hammer price': status !== 'sold' || hammerPrice !== undefined || kind === 'open-platform',
    'an ascending sale ends at or above its start': saleMode !== 'ascending' || (hammerPrice ?? start) >= start,
    'a lot starts before it ends': startsAt === undefined || endsAt === undefined || startsAt < endsAt,
    'figures are whole and safe': numbers.every((number) => Number.isSafeInteger(number) && number >= 0),
    'an id is digits': /^[0-9]{6,20}$/.test(externalId),
    'an address is the platform’s own': url === undefined || /^https:\/\/[a-z-]+\.taobao\.com\//.test(url),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${externalId}: not so: ${rule}`]));
}
