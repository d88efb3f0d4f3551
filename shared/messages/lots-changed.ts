import * as z from 'zod/mini';
import { type LotId, parseLotId } from '../domain/lot-id.ts';
import { AppError } from '../errors/app-error.ts';

const LotsChanged = z.object({
  schema: z.literal('lots-changed.v1'),
  /** Document that caused it, or `replay:` and the id of a replay. */
  causedBy: z.string(),
  correlationId: z.string(),
  lots: z.array(z.object({ lotId: z.string(), version: z.number() })),
});

/** Lots whose record reached at least this version; the reader takes what the record says when it looks. */
export interface LotsChanged {
  readonly schema: 'lots-changed.v1';
  readonly causedBy: string;
  readonly correlationId: string;
  readonly lots: readonly { readonly lotId: LotId; readonly version: number }[];
}

/** One message names at most this many lots: 16 KB at most. */
export const LOTS_PER_MESSAGE = 20;

/**
 * Reads a message of the `changes` queue.
 * @throws AppError `MESSAGE.INVALID`
 */
export function parseLotsChanged(body: unknown): LotsChanged {
  const parsed = z.safeParse(LotsChanged, body);
  if (!parsed.success) throw new AppError('MESSAGE.INVALID', 'not a lots-changed message');
  const lots = parsed.data.lots.map(({ lotId, version }) => {
    const id = parseLotId(lotId);
    if (id === undefined) throw new AppError('MESSAGE.INVALID', 'not a lot id', { details: { lotId } });
    return { lotId: id, version };
  });
  return { ...parsed.data, lots };
}
