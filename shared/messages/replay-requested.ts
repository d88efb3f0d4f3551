import * as z from 'zod/mini';
import { documentIdOf, toDocumentKey } from '../domain/document.ts';
import { type LotId, parseLotId } from '../domain/lot-id.ts';
import { AppError } from '../errors/app-error.ts';

const ReplayRequested = z.object({
  schema: z.literal('replay-requested.v1'),
  replayId: z.string(),
  part: z.number(),
  documents: z.array(z.string()),
  lots: z.array(z.string()),
  correlationId: z.string(),
});

/** One part of a replay: documents to map again and lots to fold again. */
export interface ReplayRequested {
  readonly schema: 'replay-requested.v1';
  readonly replayId: string;
  /** From 1. */
  readonly part: number;
  readonly documents: readonly string[];
  readonly lots: readonly LotId[];
  readonly correlationId: string;
}

/** One part names at most so many documents or lots, in at most so many characters: 16 KB at most. */
export const REPLAY_PART = { names: 20, characters: 15_000 } as const;

function invalid(id: string): AppError {
  return new AppError('MESSAGE.INVALID', 'not a document or lot id', { details: { id: id.slice(0, 200) } });
}

/**
 * Reads a message of the `replays` queue.
 * @throws AppError `MESSAGE.INVALID`
 */
export function parseReplayRequested(body: unknown): ReplayRequested {
  const parsed = z.safeParse(ReplayRequested, body);
  if (!parsed.success) throw new AppError('MESSAGE.INVALID', 'not a replay request');
  const lots = parsed.data.lots.map((text) => {
    const lotId = parseLotId(text);
    if (lotId === undefined) throw invalid(text);
    return lotId;
  });
  for (const id of parsed.data.documents) if (documentIdOf(toDocumentKey(id)) === undefined) throw invalid(id);
  return { ...parsed.data, lots };
}
