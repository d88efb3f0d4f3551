import * as z from 'zod/mini';
import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { type Instant, parseInstant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FetchStep, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import { forbidden } from '../http-guard.ts';
import type { SendAround } from '../http-send.ts';
import { type Caller, createCaller, readAnswer } from './call.ts';
import { nextChangeStep, readChangeStep, resumeStep } from './change-step.ts';
import { toDocument } from './lot-documents.ts';
import { fetchLotStep, nextCursorOf } from './lot-steps.ts';

const Dated = z.object({ platformTime: z.string() });

/** Reads through the Open Platform Interface: what changed since, and each lot with all that follows its sale. */
export function openPlatformFetcher(around: SendAround, fetching: Fetching): PlatformFetcher {
  return {
    fetching,
    connect({ base, secrets }) {
      const ask = readOnly(createCaller(around, { base, secrets }));
      return {
        fetch: (target, step) =>
          target.what === 'list' ? fetchChanges(ask, fetching, target.list, step) : fetchLotStep(ask, target, step),
      };
    },
  };
}

async function fetchChanges(ask: Caller, { lists }: Fetching, list: string, step: string | null): Promise<FetchStep> {
  if (!lists.some(({ id }) => id === list)) throw forbidden('not a list of the interface');
  const asked = readChangeStep(step);
  const query = new URLSearchParams({
    ...(asked.since !== null && { updatedSince: asked.since }),
    ...(asked.cursor !== '' && { cursor: asked.cursor }),
  }).toString();
  const reply = await ask({ method: 'GET', path: query === '' ? '/lots' : `/lots?${query}` });
  const startedAt = asked.startedAt ?? timeOf(reply.json);
  const documents = [toDocument('lots', reply)];
  const cursor = nextCursorOf(reply.json);
  if (cursor === '') return { documents, next: null, resume: resumeStep(startedAt) };
  return { documents, next: nextChangeStep(asked, startedAt, cursor) };
}

function timeOf(json: unknown): Instant {
  const at = parseInstant(readAnswer(Dated, json, 'GET').platformTime);
  if (at !== undefined) return at;
  throw new AppError('PLATFORM.UNAVAILABLE', 'the answer cannot be read', {
    details: { reason: 'no time of its own' },
  });
}

/**
 * Refusals of the interface speak of listings; whoever only reads has none that could be mended. A page for people in the
 * place of a document (验证码, 登录) keeps us out.
 */
function readOnly(ask: Caller): Caller {
  return (call) =>
    ask(call).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      const { keptOut } = error.details;
      if (keptOut !== undefined) {
        throw new AppError('PLATFORM.BLOCKED', 'a page for people came instead of a document', {
          details: { keptOut },
        });
      }
      if (error.code !== 'PLACEMENT.REFUSED') throw error;
      throw new AppError('PLATFORM.REFUSED', 'the platform refused the request', {
        details: { code: error.details['code'] },
      });
    });
}
