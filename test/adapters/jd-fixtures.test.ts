import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jd } from '#adapters/jd/index.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';
import { mapOrRefusal, repliesOf } from './reply-fixtures.ts';

const fixtures = repliesOf(jd);

describe('jd fixtures', () => {
  it('cover every document kind', () => {
    const kinds = new Set(fixtures.map(({ document }) => document.kind));

    expect([...kinds].toSorted()).toEqual(Object.keys(jd.manifest.documentKinds).toSorted());
  });

  it.each(fixtures)('$name maps to what it was reviewed to say', ({ document, expected }) => {
    expect(mapOrRefusal(jd, document)).toEqual(expected);
  });

  it.each(fixtures)('$name maps the same twice, byte for byte', ({ document }) => {
    const [first, second] = [mapOrRefusal(jd, document), mapOrRefusal(jd, { ...document })];

    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });

  it('hold personal numbers and names that never come out', () => {
    const brought = fixtures.filter(({ document }) => /13[89]00000000/.test(Buffer.from(document.bytes).toString()));

    const output = JSON.stringify(fixtures.map(({ document }) => mapOrRefusal(jd, document)));

    expect(brought.length).toBeGreaterThan(5);
    expect(output).not.toMatch(/13[89]00000000|王测试/);
  });
});

const HOSTILE = [
  null,
  -1,
  0,
  1.005,
  7,
  1e15,
  '',
  '无',
  '-1',
  '13800000000',
  '中止',
  '//storage.jd.com/x',
  true,
  [],
  {},
];

/** The fixture's reply with some of its fields replaced, hostile but still JSON. */
const tamperedReply = fc
  .tuple(
    fc.constantFrom(...fixtures.filter(({ document }) => lotsOf(document).length > 0)),
    fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom(...HOSTILE)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([{ document }, changes]) => {
    const reply = JSON.parse(
      Buffer.from(document.bytes)
        .toString()
        .replace(/^[^{]*|[^}]*$/g, ''),
    );
    const tampered = reply.data ?? reply.datas[0];
    const names = Object.keys(tampered);
    for (const [place, value] of changes) tampered[names[Math.floor(place * names.length)] ?? ''] = value;
    return { ...document, bytes: Buffer.from(JSON.stringify(reply)) };
  });

/** The lots a document maps to; none when it is refused. Anything thrown but a named error fails the test. */
function lotsOf(document: RawDocument): readonly LotObservation[] {
  let lots: readonly LotObservation[] = [];
  refusalOf(() => {
    lots = jd.map(document).lots;
  });
  return lots;
}

describe('jd on damaged replies', () => {
  it('throws nothing but named errors on broken bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(mutation, { minLength: 1 }), ({ document }, changes) => {
        const bytes = mutated(Buffer.from(document.bytes), changes);

        expect(lotsOf({ ...document, bytes }).flatMap(brokenRules)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('accepts no lot that breaks the trade’s rules', () => {
    let accepted = 0;

    fc.assert(
      fc.property(tamperedReply, (document) => {
        const lots = lotsOf(document);

        accepted += lots.length;
        expect(lots.flatMap(brokenRules)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
    expect(accepted).toBeGreaterThan(500);
  });
});

function brokenRules({ externalId, status, facts }: LotObservation): readonly string[] {
  const { hammerPrice, startsAt, endsAt, url, bidCount } = facts;
  const numbers = Object.values(facts).filter((value) => typeof value === 'number');
  const rules = {
    'a sale has a hammer price': (status === 'sold') === (hammerPrice !== undefined),
    'a sale has bids': status !== 'sold' || (bidCount ?? 0) > 0,
    'a lot starts before it ends': startsAt === undefined || endsAt === undefined || startsAt < endsAt,
    'figures are whole and safe': numbers.every((number) => Number.isSafeInteger(number) && number >= 0),
    'an id is a short one': /^[0-9]{6,12}$/.test(externalId),
    'an address is the lot’s own': url === undefined || url === `https://paimai.jd.com/${externalId}`,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${externalId}: not so: ${rule}`]));
}
