import { describe, expect, it } from 'vitest';
import { platforms } from '#adapters/registry.ts';
import { acceptedOf } from './fixtures.ts';

const NAMING = platforms.flatMap((platform) => {
  const { withoutParties } = platform;
  return withoutParties === undefined ? [] : [{ platform, withoutParties }];
});

describe('a document without whoever bought', () => {
  it.each(NAMING.map((naming) => [naming.platform.manifest.id, naming] as const))(
    'of %s says the same, and is the same when asked for again',
    (_, { platform, withoutParties }) => {
      const accepted = acceptedOf(platform);

      expect(accepted.length).toBeGreaterThan(0);
      for (const { document } of accepted) {
        const kept = withoutParties(document.kind, document.bytes);
        const { lots, bids, clock } = platform.map({ ...document, bytes: kept });
        const whole = platform.map(document);
        expect({ lots, bids, clock }).toEqual({ lots: whole.lots, bids: whole.bids, clock: whole.clock });
        expect(Buffer.from(withoutParties(document.kind, kept))).toEqual(Buffer.from(kept));
      }
    },
  );
});
