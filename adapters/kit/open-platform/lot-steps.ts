import * as z from 'zod/mini';
import { AppError } from '#shared/errors/app-error.ts';
import type { FetchStep, FetchTarget } from '#shared/ports/platform-fetcher.ts';
import { forbidden } from '../http-guard.ts';
import { Paged } from './answers.ts';
import { type Caller, readAnswer, segment } from './call.ts';
import { toDocument } from './lot-documents.ts';
import { STATUSES } from './words.ts';

type Lot = Extract<FetchTarget, { what: 'lot' }>;
type Part = 'lot' | 'bids' | 'result' | 'settlement' | 'deposits';

/** What is asked for one after the other, by what the lot is looked at for. */
const PARTS: Readonly<Record<Lot['wanted'], readonly Part[]>> = {
  terms: ['lot'],
  bidding: ['lot', 'bids'],
  result: ['lot', 'bids', 'result'],
  settlement: ['settlement', 'deposits'],
};

/** Words of a lot that is not over, extensions included: it has no result yet, and more bids may come. */
const OPEN_WORDS: readonly string[] = Object.entries(STATUSES).flatMap(([word, { ours }]) =>
  ours === 'announced' || ours === 'bidding' ? [word] : [],
);
const Shown = z.object({ lot: z.object({ status: z.string() }) });

/** Steps are parts of keys. */
const LONGEST_CURSOR = 200;

/**
 * Asks for one document of a lot: `bids` is a step, `bids~cursor` its next page. A part the platform has none of brings nothing,
 * and the next one follows; a lot it has none of is not found, and of one that is not over no result is asked for.
 */
export async function fetchLotStep(ask: Caller, { externalId, wanted }: Lot, step: string | null): Promise<FetchStep> {
  const parts = PARTS[wanted];
  const [name = '', cursor = ''] = splitStep(step ?? parts[0] ?? '');
  const part = parts.find((each) => each === name);
  if (part === undefined || (cursor !== '' && part !== 'bids')) throw forbidden('not a step of the interface');
  const path = `/lots/${segment(externalId)}${part === 'lot' ? '' : `/${part}`}`;
  const query = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  const reply = await ask({ method: 'GET', path: path + query, none: part === 'lot' ? 'lot.none' : 'any' });
  if (reply.isNone && part === 'lot') {
    throw new AppError('RESOURCE.NOT_FOUND', 'the platform has no such lot', { details: { lot: externalId } });
  }
  const documents = reply.isNone ? [] : [toDocument(part, reply, externalId)];
  const more = part === 'bids' && !reply.isNone ? nextCursorOf(reply.json) : '';
  const isEarly = wanted === 'result' && part === 'lot' && isOpen(reply.json);
  const after = isEarly ? null : (parts[parts.indexOf(part) + 1] ?? null);
  return { documents, next: more === '' ? after : `bids~${more}` };
}

function isOpen(json: unknown): boolean {
  const shown = Shown.safeParse(json);
  return shown.success && OPEN_WORDS.includes(shown.data.lot.status);
}

function splitStep(step: string): readonly [string, string] {
  const at = step.indexOf('~');
  return at < 0 ? [step, ''] : [step.slice(0, at), step.slice(at + 1)];
}

/** The platform's word for the next page; empty for the last. @throws AppError `PLATFORM.UNAVAILABLE` for one that cannot be kept */
export function nextCursorOf(json: unknown): string {
  const cursor = readAnswer(Paged, json, 'GET').nextCursor ?? '';
  if (cursor.length > LONGEST_CURSOR) {
    throw new AppError('PLATFORM.UNAVAILABLE', 'the answer cannot be read', {
      details: { reason: 'a cursor too long' },
    });
  }
  return cursor;
}
