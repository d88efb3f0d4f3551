import { seedHashOf } from '../../../domain/listing/draw.ts';
import { AppError } from '../../../errors/app-error.ts';
import { keys } from '../../records/keys.ts';
import type { ListingPorts } from './listing-ports.ts';

/** Hexadecimal digits of a seed: 128 bits. */
const SEED_DIGITS = 32;

/**
 * The seed of a round's draw, made once and put where only this service reads it: whoever comes second, or again after a
 * crash, gets the hash of the seed that lies there already.
 *
 * @returns the seed's SHA-256
 */
export async function sealSeed(ports: ListingPorts, listingId: string, round: number): Promise<string> {
  await ports.records.put({ ...keys.drawSeed(listingId, round), seed: newSeed(ports) }, 'absent');
  return seedHashOf(ports.hash, await sealedSeed(ports, listingId, round));
}

/** @throws AppError `LISTING.DRAW` when no seed was made for the round */
export async function sealedSeed(
  { records }: Pick<ListingPorts, 'records'>,
  listingId: string,
  round: number,
): Promise<string> {
  const seed = (await records.get(keys.drawSeed(listingId, round)))?.['seed'];
  if (typeof seed !== 'string') throw new AppError('LISTING.DRAW', 'no draw was announced in this round');
  return seed;
}

function newSeed({ random }: Pick<ListingPorts, 'random'>): string {
  const digit = () => Math.floor(random.next() * 16).toString(16);
  return Array.from({ length: SEED_DIGITS }, digit).join('');
}
