import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { aDocument, fixturesOf, refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';

const fixtures = fixturesOf('alibaba');

function mapOrRefusal(kind: string, bytes: Uint8Array): unknown {
  let mapped: MappedDocument | undefined;
  const refused = refusalOf(() => {
    mapped = alibaba.map(aDocument(kind, bytes));
  });
  return refused === undefined ? mapped : { refused };
}

describe('alibaba fixtures', () => {
  it.each(fixtures)('$name maps to what it was reviewed to say', ({ kind, bytes, expected }) => {
    expect(mapOrRefusal(kind, bytes)).toEqual(expected);
  });

  it.each(fixtures)('$name maps the same twice, byte for byte', ({ kind, bytes }) => {
    const [first, second] = [mapOrRefusal(kind, bytes), mapOrRefusal(kind, Buffer.from(bytes))];

    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });

  it('hold personal numbers and names that never come out', () => {
    const brought = fixtures.filter(({ bytes }) => /13[89]00000000/.test(bytes.toString('latin1')));

    const output = JSON.stringify(fixtures.map(({ kind, bytes }) => mapOrRefusal(kind, bytes)));

    expect(brought.length).toBeGreaterThan(5);
    expect(output).not.toMatch(/13[89]00000000|王测试|测试联系人/);
  });
});

describe('alibaba on damaged pages', () => {
  it('throws nothing but named errors and accepts no lot that breaks the trade’s rules', () => {
    let accepted = 0;

    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (fixture, changes) => {
          const bytes = mutated(fixture.bytes, changes);
          let lots: readonly LotObservation[] = [];

          refusalOf(() => {
            lots = alibaba.map(aDocument(fixture.kind, bytes)).lots;
          });

          accepted += lots.length;
          expect(lots.flatMap(brokenRules)).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});

function brokenRules({ externalId, status, facts }: LotObservation): readonly string[] {
  const { startPrice, hammerPrice, saleMode, startsAt, endsAt, url } = facts;
  const start = startPrice ?? 0;
  const numbers = Object.values(facts).filter((value) => typeof value === 'number');
  const rules = {
    'a sale has a hammer price': (status === 'sold') === (hammerPrice !== undefined),
    'an ascending sale ends at or above its start': saleMode !== 'ascending' || (hammerPrice ?? start) >= start,
    'a lot starts before it ends': startsAt === undefined || endsAt === undefined || startsAt < endsAt,
    'figures are whole and safe': numbers.every((number) => Number.isSafeInteger(number) && number >= 0),
    'an id is digits': /^[0-9]{6,20}$/.test(externalId),
    'an address is the platform’s own': url === undefined || /^https:\/\/[a-z-]+\.taobao\.com\//.test(url),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${externalId}: not so: ${rule}`]));
}
