import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { refuseFaults } from '../asset/refuse-faults.ts';
import { requireAdmitted } from './admitted.ts';
import { changeListing } from './change-listing.ts';
import { sealSeed } from './draw-seed.ts';
import type { ListingPorts } from './listing-ports.ts';

/** The platforms to draw from: two or more. */
export interface DrawBody {
  readonly candidates: readonly string[];
}

/**
 * Announces that the platform is drawn by lot (公布摇号): a seed nobody knows is made and sealed, its SHA-256 and the
 * candidates are published. Once a round: a second seed would let somebody pick the one he likes.
 *
 * @throws AppError as `changeListing`; `LISTING.DRAW` for a second one in the round, `LISTING.NOT_ADMITTED`, `FORM.INVALID`
 * for fewer than two different candidates
 */
export async function announceDraw(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { candidates }: DrawBody,
): Promise<Committed<Listing>> {
  const different = [...new Set(candidates)].toSorted();
  if (different.length < 2) refuseFaults([{ pointer: '/candidates', sentence: '摇号至少要有两个平台。' }]);
  return changeListing(caller, ports, id, command, {
    type: 'draw-announced',
    event: async ({ listing, owner, today }) => {
      if (listing.drawAnnounced !== null) throw new AppError('LISTING.DRAW', 'a draw was announced in this round');
      await requireAdmitted(ports, listing, owner, different, today);
      const seedHash = await sealSeed(ports, id, listing.rounds.length);
      return { type: 'draw-announced', data: { seedHash, candidates: different } };
    },
  });
}
