import * as z from 'zod/mini';
import { type Instant, parseInstant } from '../domain/time.ts';
import { AppError } from '../errors/app-error.ts';

const Place = z.object({
  schema: z.literal('place.v1'),
  placement: z.string().check(z.minLength(1), z.maxLength(100)),
  slot: z.nullable(z.string()),
});

/** Look at a placement and do what is due. What is due is in its log, so that a message more or less changes nothing. */
export interface PlaceMessage {
  readonly schema: 'place.v1';
  readonly placement: string;
  /** A moment at which a request to the platform was reserved for it; `null`: none yet. */
  readonly slot: Instant | null;
}

/** @throws AppError `MESSAGE.INVALID` */
export function parsePlace(body: unknown): PlaceMessage {
  const read = Place.safeParse(body);
  const slot = read.data?.slot == null ? null : parseInstant(read.data.slot);
  if (!read.success || slot === undefined) throw new AppError('MESSAGE.INVALID', 'not a place message');
  return { ...read.data, slot };
}
