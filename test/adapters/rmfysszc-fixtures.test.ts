import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rmfysszc } from '#adapters/rmfysszc/index.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';
import { mapOrRefusal, repliesOf } from './reply-fixtures.ts';

const fixtures = repliesOf(rmfysszc);

describe('rmfysszc fixtures', () => {
  it.each(fixtures)('$name maps to what it was reviewed to say', ({ document, expected }) => {
    expect(mapOrRefusal(rmfysszc, document)).toEqual(expected);
  });

  it.each(fixtures)('$name maps the same twice, byte for byte', ({ document }) => {
    const [first, second] = [mapOrRefusal(rmfysszc, document), mapOrRefusal(rmfysszc, { ...document })];

    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });

  it('hold a personal number and a name that never come out', () => {
    const brought = fixtures.filter(({ document }) =>
      /王测试.*13800000000/.test(Buffer.from(document.bytes).toString()),
    );

    const output = JSON.stringify(fixtures.map(({ document }) => mapOrRefusal(rmfysszc, document)));

    expect(brought.map(({ name }) => name)).toEqual(['list-page']);
    expect(output).not.toMatch(/13800000000|王测试/);
  });
});

/** The lots a document maps to; none when it is refused. Anything thrown but a named error fails the test. */
function lotsOf(document: RawDocument): readonly LotObservation[] {
  let lots: readonly LotObservation[] = [];
  refusalOf(() => {
    lots = rmfysszc.map(document).lots;
  });
  return lots;
}

describe('rmfysszc on damaged replies', () => {
  const changes = fc.array(mutation, { minLength: 1, maxLength: 3 });

  it('throws nothing but named errors on broken bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), changes, ({ document }, mutations) => {
        const bytes = mutated(Buffer.from(document.bytes), mutations);

        expect(lotsOf({ ...document, bytes }).flatMap(brokenRules)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('accepts no lot out of broken markup that breaks the trade’s rules', () => {
    const pages = fixtures.filter(({ document }) => lotsOf(document).length > 0).map(({ document }) => document);
    let accepted = 0;

    fc.assert(
      fc.property(fc.constantFrom(...pages), changes, (document, mutations) => {
        const { html } = JSON.parse(Buffer.from(document.bytes).toString());
        const broken = mutated(Buffer.from(html), mutations).toString();
        const lots = lotsOf({ ...document, bytes: Buffer.from(JSON.stringify({ html: broken })) });

        accepted += lots.length;
        expect(lots.flatMap(brokenRules)).toEqual([]);
        expect(new Set(lots.map(({ externalId }) => externalId)).size).toBe(lots.length);
      }),
      { numRuns: 1_000 },
    );
    expect(accepted).toBeGreaterThan(1_000);
  });
});

function brokenRules({ externalId, status, facts }: LotObservation): readonly string[] {
  const { hammerPrice, startsAt, endsAt, url, tradeCategory } = facts;
  const numbers = Object.values(facts).filter((value) => typeof value === 'number');
  const rules = {
    'every lot has a status': status !== undefined,
    'a sale has a hammer price': (status === 'sold') === (hammerPrice !== undefined),
    'every lot is judicial': tradeCategory === 'judicial',
    'a row says its start or its end': startsAt === undefined || endsAt === undefined,
    'figures are whole and safe': numbers.every((number) => Number.isSafeInteger(number) && number >= 0),
    'an id is digits': /^[0-9]{4,12}$/.test(externalId),
    'an address is the lot’s own': url === `https://www1.rmfysszc.gov.cn/Handle/${externalId}.shtml`,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${externalId}: not so: ${rule}`]));
}
