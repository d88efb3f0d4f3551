import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zhebei } from '#adapters/zhebei/index.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';
import { mapOrRefusal, repliesOf } from './reply-fixtures.ts';

const fixtures = repliesOf(zhebei);

describe('zhebei fixtures', () => {
  it.each(fixtures)('$name maps to what it was reviewed to say', ({ document, expected }) => {
    expect(mapOrRefusal(zhebei, document)).toEqual(expected);
  });

  it.each(fixtures)('$name maps the same twice, byte for byte', ({ document }) => {
    const [first, second] = [mapOrRefusal(zhebei, document), mapOrRefusal(zhebei, { ...document })];

    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });

  it('say the same of a quarter as workbook and as GBK CSV', () => {
    const [csv, workbook] = ['result-file-quarter-gbk', 'result-file-quarter'].map((name) =>
      fixtures.find((fixture) => fixture.name === name),
    );

    expect(csv?.expected).toMatchObject({ lots: { length: 4 } });
    expect(workbook?.expected).toEqual(csv?.expected);
  });

  it('hold personal numbers and names that never come out', () => {
    const brought = fixtures.filter(({ document }) => /13[89]00000000/.test(Buffer.from(document.bytes).toString()));

    const output = JSON.stringify(fixtures.map(({ document }) => mapOrRefusal(zhebei, document)));

    expect(brought.length).toBeGreaterThan(4);
    expect(output).not.toMatch(/13[89]00000000|330502199001010010|[王李张]测试/);
  });
});

/** The lots a document maps to; none when it is refused. Anything thrown but a named error fails the test. */
function lotsOf(document: RawDocument): readonly LotObservation[] {
  let lots: readonly LotObservation[] = [];
  refusalOf(() => {
    lots = zhebei.map(document).lots;
  });
  return lots;
}

describe('zhebei on damaged documents', () => {
  it('throws nothing but named errors and accepts no lot that breaks the trade’s rules', () => {
    let accepted = 0;

    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        ({ document }, changes) => {
          const lots = lotsOf({ ...document, bytes: mutated(Buffer.from(document.bytes), changes) });

          accepted += lots.length;
          expect(lots.flatMap(brokenRules)).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

function brokenRules({ externalId, status, facts }: LotObservation): readonly string[] {
  const { startPrice, hammerPrice, startsAt, endsAt, viewingStartsAt, viewingEndsAt } = facts;
  const numbers = Object.values(facts).filter((value) => typeof value === 'number');
  const rules = {
    'a sale has a hammer price': (status === 'sold') === (hammerPrice !== undefined),
    'a sale ends at or above its start': (hammerPrice ?? Number.POSITIVE_INFINITY) >= (startPrice ?? 0),
    'a lot starts before it ends': startsAt === undefined || endsAt === undefined || startsAt < endsAt,
    'viewing starts before it ends': (viewingStartsAt ?? '') < (viewingEndsAt ?? '9'),
    'figures are whole and safe': numbers.every((number) => Number.isSafeInteger(number) && number >= 0),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${externalId}: not so: ${rule}`]));
}
