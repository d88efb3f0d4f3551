import type { Caller } from '../../../domain/caller.ts';
import { drawnFrom } from '../../../domain/listing/draw.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { requireAdmitted } from './admitted.ts';
import { changeListing } from './change-listing.ts';
import { sealedSeed } from './draw-seed.ts';
import type { ListingPorts } from './listing-ports.ts';

/**
 * Draws the platform that was announced to be drawn (摇号): opens the seed, so that everybody can compute the choice again
 * (`verifyDraw`).
 *
 * @throws AppError as `changeListing`; `LISTING.DRAW` when none was announced in this round or it was drawn already;
 * `LISTING.NOT_ADMITTED` when a candidate has lost its admission since
 */
export async function drawPlatform(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
): Promise<Committed<Listing>> {
  return changeListing(caller, ports, id, command, {
    type: 'platform-chosen',
    event: async ({ listing, owner, today }) => {
      const announced = listing.drawAnnounced;
      if (announced === null) throw new AppError('LISTING.DRAW', 'no draw was announced in this round');
      const { seedHash, candidates, at: announcedAt } = announced;
      if (listing.choice?.draw?.seedHash === seedHash) throw new AppError('LISTING.DRAW', 'it was drawn already');
      await requireAdmitted(ports, listing, owner, candidates, today);
      const seed = await sealedSeed(ports, id, listing.rounds.length);
      const platform = drawnFrom(ports.hash, seed, id, candidates);
      const draw = { seedHash, seed, candidates, announcedAt };
      return { type: 'platform-chosen', data: { platform, reason: '摇号确定', draw } };
    },
  });
}
