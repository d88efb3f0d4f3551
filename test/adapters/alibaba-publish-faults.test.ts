import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedLot } from '#shared/domain/placement/placement.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PublisherSession } from '#shared/ports/platform-publisher.ts';
import { anOffer, openGateway } from './alibaba-publish-parts.ts';

const FAULTS = ['lost-answer', 'server-error', 'captcha', 'changed-field'] as const;
const MOST_ATTEMPTS = 30;

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  throw error;
}

/** What whoever publishes has to do where a platform may make two: look first, and never create after a lost answer. */
async function publishOnce(session: PublisherSession): Promise<PlacedLot | 'in doubt'> {
  const offer = anOffer();
  let mayBeThere = false;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    try {
      const found = await session.look(offer.reference);
      if (typeof found === 'object') return found;
      if (!mayBeThere) return await session.publish(offer);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'PLATFORM.ANSWER_LOST') mayBeThere = true;
      else if (code !== 'PLATFORM.UNAVAILABLE') throw error;
    }
  }
  return 'in doubt';
}

describe('publishing to alibaba with a faulty platform', () => {
  it('never makes two lots nor two notices, finds the one it made, and is in doubt only when none was', async () => {
    const calls = fc.array(fc.option(fc.constantFrom(...FAULTS), { freq: 2 }), { maxLength: MOST_ATTEMPTS });
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(calls, async (faulty) => {
        const { house, before, session, lots, close } = await openGateway();
        const left = [...faulty];
        before.call = () => {
          const kind = left.shift() ?? null;
          if (kind !== null) house.parts.faults.set('market-call', kind, 1);
        };

        const placed = await publishOnce(session());

        ends.add(typeof placed === 'object' ? 'placed' : placed);
        const notices: unknown = JSON.parse(house.parts.store.setting('alibaba-notices') ?? '[]');
        expect(lots().map(({ lot }) => lot.lotId)).toEqual(typeof placed === 'object' ? [placed.number] : []);
        expect(notices).toHaveLength(1);
        await close();
      }),
      { numRuns: 60, seed: 7 },
    );

    // Both ends were reached, so that the law was tried on both.
    expect([...ends].toSorted()).toEqual(['in doubt', 'placed']);
  });
});
