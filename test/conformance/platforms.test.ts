import { describe, expect, it } from 'vitest';
import { expectationOf } from '#adapters/kit/fixture.ts';
import { platforms } from '#adapters/registry.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import type { AuctionPlatform, Capability, MappedDocument } from '#shared/ports/auction-platform.ts';
import { acceptedOf, comparable, fixturesOf, knownUnread, platformsRead, unpairedFiles } from './fixtures.ts';
import { brokenRules } from './invariants.ts';

const MILESTONES = [
  'confirmedAt',
  'publicityStartsAt',
  'publicityEndsAt',
  'contractSignedAt',
  'paidAt',
  'handedOverAt',
  'depositsRefundedAt',
] as const satisfies readonly (keyof LotFacts)[];

/** How a document shows that the platform can be asked for something. What is done to a platform: `handoff.test.ts`. */
const PROOFS: readonly (readonly [Capability, string, (mapped: MappedDocument) => boolean])[] = [
  ['list', 'lots', ({ lots }) => lots.length > 0],
  ['lot', 'a lot', ({ lots }) => lots.length > 0],
  ['bids', 'bids', ({ bids }) => bids.some((log) => log.bids.length > 0)],
  [
    'result',
    'a sale and its price',
    ({ lots }) => lots.some(({ status, facts }) => status === 'sold' && facts.hammerPrice),
  ],
  ['settlement', 'a milestone', ({ lots }) => lots.some(({ facts }) => MILESTONES.some((name) => facts[name]))],
];

describe.each(platforms.map((platform) => ({ id: platform.manifest.id, platform })))('platform $id', ({ platform }) => {
  if (platformsRead.includes(platform)) describeFixtures(platform);
  else describeHandoffOnly(platform);
  describeClaims(platform);
});

function describeHandoffOnly({ manifest, map }: AuctionPlatform): void {
  it('is handed packages and claims to read nothing', () => {
    const { publish, ...others } = manifest.capabilities;

    expect(publish).toBe('handoff');
    expect(Object.values(others)).toEqual(Object.keys(others).map(() => ({ no: expect.any(String) })));
    const document = { kind: 'list', bytes: new Uint8Array(), observedAt: fromEpochMs(0) };
    expect(() => map(document)).toThrow(expect.objectContaining({ code: 'DOCUMENT.KIND_UNKNOWN' }));
  });
}

function describeFixtures(platform: AuctionPlatform): void {
  const { manifest } = platform;
  const fixtures = fixturesOf(platform);

  it('has its fixtures in pairs, named after their kind', () => {
    expect(unpairedFiles(platform)).toEqual([]);
  });

  it.each(Object.keys(manifest.documentKinds))('has a fixture of kind %s that it accepts', (kind) => {
    expect(acceptedOf(platform).map(({ document }) => document.kind)).toContain(kind);
  });

  it.each(fixtures)('maps $name to what it was reviewed to say, twice the same', ({ document, expected }) => {
    const output = expectationOf(platform, document);
    const again = expectationOf(platform, { ...document, bytes: Uint8Array.from(document.bytes) });

    expect(comparable(output, expected)).toEqual(expected);
    expect(JSON.stringify(again)).toBe(JSON.stringify(output));
  });

  it('breaks no rule of the trade on any fixture', () => {
    const accepted = acceptedOf(platform);

    const broken = accepted.flatMap(({ name, mapped }) =>
      brokenRules(mapped, manifest).map((rule) => `${name}: ${rule}`),
    );

    expect(accepted).not.toEqual([]);
    expect(broken).toEqual([]);
  });

  it('leaves no field unread but those of unread.txt', () => {
    const unread = acceptedOf(platform).flatMap(({ document, mapped }) =>
      (mapped.unread ?? []).map((path) => `${document.kind} ${path}`),
    );

    expect(knownUnread(platform).toSorted()).toEqual([...new Set(unread)].toSorted());
  });
}

function describeClaims(platform: AuctionPlatform): void {
  const { capabilities } = platform.manifest;
  const documents = acceptedOf(platform).map(({ mapped }) => mapped);

  it.each(PROOFS)('can be asked for its %s exactly when a fixture shows %s', (capability, _, isShown) => {
    const way = capabilities[capability];

    if (typeof way === 'string' || 'api' in way) expect(documents.some(isShown)).toBe(true);
    else expect(way.no.trim()).not.toBe('');
  });
}
