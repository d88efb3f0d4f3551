import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAgainAt } from '#shared/domain/placement/backoff.ts';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { mayCreate, nextOf } from '#shared/domain/placement/next.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import { mayHappenTo } from '#shared/domain/placement/transitions.ts';
import { minute } from '#test/support/builders.ts';
import {
  accepted,
  aPublishing,
  attempted,
  doubted,
  further,
  opened,
  placementOf,
  postponed,
  refused,
  resumed,
  validated,
} from './events.ts';

const SEED = { seed: 20261125, numRuns: 500 };

/** How one attempt to publish goes: told or not, done or not, and whether a look sees what is there. */
interface Fate {
  readonly arrives: boolean;
  readonly answer: 'told' | 'lost' | 'crash' | 'refused';
  readonly isSeen: boolean;
}

const fates = fc.array(
  fc.record<Fate>({
    arrives: fc.boolean(),
    answer: fc.constantFrom('told', 'lost', 'crash', 'refused'),
    isSeen: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40 },
);

/** A platform that makes another lot each time it is asked, unless it keeps to our reference. */
interface Platform {
  readonly publishing: Publishing;
  lots: number;
}

/** What a worker writes after its attempt; `undefined`: it died. */
function outcome(platform: Platform, before: Placement, { arrives, answer, isSeen }: Fate): PlacementEvent | undefined {
  const isByLooking = platform.publishing.onceBy === 'look';
  if (isByLooking && isSeen && platform.lots > 0) return accepted;
  if (!mayCreate(before, platform.publishing)) {
    return lookAgainAt(before.postponedTimes + 1, minute(0)) === null ? doubted : postponed(true);
  }
  if (answer === 'refused') return platform.lots > 0 ? accepted : refused();
  if (arrives) platform.lots = isByLooking ? platform.lots + 1 : 1;
  if (answer === 'crash') return undefined;
  if (answer === 'lost') return postponed(true);
  return arrives ? accepted : postponed(false);
}

/** A person who looks at the platform and says what is there. */
function answered(platform: Platform): PlacementEvent {
  return platform.lots > 0 ? accepted : resumed;
}

function lived(platform: Platform, tries: readonly Fate[]): Placement {
  let placement = placementOf(opened(), validated());
  for (const fate of tries) {
    const next = nextOf(placement, platform.publishing);
    if (next?.step === 'publish') {
      const before = placement;
      placement = further(before, attempted(before.attempts + 1));
      const came = outcome(platform, before, fate);
      if (came === undefined) continue;
      expect(mayHappenTo(placement.state, came.type)).toBe(true);
      placement = further(placement, came);
    } else if (placement.state === 'unknown') {
      placement = further(placement, answered(platform));
    }
  }
  return placement;
}

const NO_MORE_FAULTS: readonly Fate[] = Array.from({ length: 12 }, () => ({
  arrives: true,
  answer: 'told',
  isSeen: true,
}));

describe.each(['reference', 'look'] as const)('a platform that is kept to one lot by %s', (onceBy) => {
  it('never has two, whatever is lost, refused or dies on the way', () => {
    fc.assert(
      fc.property(fates, (tries) => {
        const platform = { publishing: aPublishing({ onceBy }), lots: 0 };

        lived(platform, tries);

        expect(platform.lots).toBeLessThanOrEqual(1);
      }),
      SEED,
    );
  });

  it('has exactly one in the end, and we know it', () => {
    fc.assert(
      fc.property(fates, (tries) => {
        const platform = { publishing: aPublishing({ onceBy }), lots: 0 };

        const placement = lived(platform, [...tries, ...NO_MORE_FAULTS]);

        expect([platform.lots, placement.state]).toEqual([1, 'accepted']);
      }),
      SEED,
    );
  });
});
