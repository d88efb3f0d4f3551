import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wuxing } from '#adapters/wuxing/index.ts';
import type { BidsObservation, LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';
import { mapOrRefusal, repliesOf } from './reply-fixtures.ts';

const fixtures = repliesOf(wuxing);

describe('wuxing fixtures', () => {
  it.each(fixtures)('$name maps to what it was reviewed to say', ({ document, expected }) => {
    expect(mapOrRefusal(wuxing, document)).toEqual(expected);
  });

  it.each(fixtures)('$name maps the same twice, byte for byte', ({ document }) => {
    const again = { ...document, bytes: Buffer.from(document.bytes) };

    const [first, second] = [mapOrRefusal(wuxing, document), mapOrRefusal(wuxing, again)];

    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });

  it('are there for every document kind', () => {
    const kinds = new Set(fixtures.map(({ document }) => document.kind));

    expect([...kinds].toSorted()).toEqual(Object.keys(wuxing.manifest.documentKinds).toSorted());
  });

  it('hold personal numbers and names that never come out', () => {
    const personal = /13[89]00000000|330502199001011234|[王李]测试/;
    const brought = fixtures.filter(({ document }) => personal.test(Buffer.from(document.bytes).toString()));

    const output = JSON.stringify(fixtures.map(({ document }) => mapOrRefusal(wuxing, document)));

    expect(brought.length).toBeGreaterThan(8);
    expect(output).not.toMatch(personal);
  });
});

/** Values a field of a document may hold by mistake or malice. */
const VALUE = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    '0',
    '王测试',
    '13800000000',
    '__proto__',
    [],
    {},
    -1,
    0,
    1.5,
    2 ** 53,
    1e21,
  ),
  fc.constantFrom<unknown>('sold', 'defaulted', 'passed-in', 'ascending', 'agreement', 'total', 'sell-off', 'on-site'),
  fc.constantFrom<unknown>('2026-06-01', '2026-06-30T10:00:00Z', '9999-12-31T23:59:59Z', '2026-02-30', 1, 42_000),
);

describe('wuxing on damaged documents', () => {
  it('throws nothing but named errors and accepts nothing that breaks the trade’s rules', () => {
    const anyFixture = fc.constantFrom(...fixtures);
    const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });

    fc.assert(
      fc.property(anyFixture, changes, ({ document }, mutations) => {
        expect(acceptedBroken(document, mutated(Buffer.from(document.bytes), mutations)).broken).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('accepts nothing that breaks the trade’s rules, whatever values its fields hold', () => {
    const readable = fixtures.filter(({ document, expected }) => isMapped(expected) && document.kind !== 'result-file');
    const changes = fc.array(fc.record({ at: fc.nat(200), value: VALUE }), { minLength: 1, maxLength: 3 });
    let accepted = 0;

    fc.assert(
      fc.property(fc.constantFrom(...readable), changes, ({ document }, values) => {
        const content: unknown = JSON.parse(Buffer.from(document.bytes).toString());
        for (const { at, value } of values) replaceLeaf(content, at, value);

        const result = acceptedBroken(document, Buffer.from(JSON.stringify(content)));

        accepted += result.accepted;
        expect(result.broken).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });
});

function isMapped(expected: unknown): boolean {
  return typeof expected === 'object' && expected !== null && !('refused' in expected);
}

/** Replaces the leaf with that number, counted round and round. */
function replaceLeaf(content: unknown, at: number, value: unknown): void {
  const leaves: (() => void)[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, child] of Object.entries(node)) {
      leaves.push(() => Object.assign(node, { [name]: value }));
      visit(child);
    }
  };
  visit(content);
  leaves[at % leaves.length]?.();
}

function acceptedBroken(document: RawDocument, bytes: Uint8Array) {
  let mapped: MappedDocument = { lots: [], bids: [], quarantined: [] };
  refusalOf(() => {
    mapped = wuxing.map({ ...document, bytes });
  });
  return {
    accepted: mapped.lots.length + mapped.bids.length,
    broken: [...mapped.lots.flatMap((lot) => brokenRules(lot, document.kind)), ...mapped.bids.flatMap(brokenBids)],
  };
}

/** @param kind a result file may repeat the price of a sale that was defaulted on */
function brokenRules({ externalId, status, facts }: LotObservation, kind: string): readonly string[] {
  const statuses = kind === 'result-file' ? ['sold', 'defaulted'] : ['sold'];
  const { startPrice, hammerPrice, saleMode, startsAt, endsAt, url, publicityStartsAt, publicityEndsAt } = facts;
  const start = startPrice ?? 0;
  const numbers = Object.values(facts).filter((value) => typeof value === 'number');
  const rules = {
    'a sale has a hammer price': status !== 'sold' || hammerPrice !== undefined,
    'only a sale has one': hammerPrice === undefined || statuses.includes(status ?? 'unknown'),
    'an ascending sale ends at or above its start': saleMode !== 'ascending' || (hammerPrice ?? start) >= start,
    'a lot starts before it ends': startsAt === undefined || endsAt === undefined || startsAt < endsAt,
    'publicity ends after it begins': (publicityStartsAt ?? '') <= (publicityEndsAt ?? '9'),
    'figures are whole and safe': numbers.every((number) => Number.isSafeInteger(number) && number >= 0),
    'an id is short': externalId.length > 0 && externalId.length <= 120,
    'an address is the platform’s own': url === undefined || url.startsWith('https://wuxing.invalid/'),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${externalId}: not so: ${rule}`]));
}

function brokenBids({ externalId, bids }: BidsObservation): readonly string[] {
  const ids = bids.map(({ platformBidId }) => platformBidId);
  const rules = {
    'every bid has an id of its own': new Set(ids).size === bids.length && !ids.includes(undefined),
    'a bidder is a number': bids.every(({ bidder }) => /^[A-Za-z]{0,3}\d{1,8}$/.test(bidder)),
    'prices are whole and safe': bids.every(({ price }) => Number.isSafeInteger(price) && price >= 0),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${externalId}: not so: ${rule}`]));
}
