import type { Caller } from '../../domain/caller.ts';
import type { ReplayRequested } from '../../messages/replay-requested.ts';
import type { Clock } from '../../ports/ambient.ts';
import { announceLots } from '../announce-lots.ts';
import { requireRole } from '../authorise.ts';
import { keepStatements } from '../keep-statements.ts';
import type { NormalisePorts } from '../normalise-document.ts';
import { recordOutcome, toAppliedOutcome, toRefusedOutcome } from '../record-outcome.ts';
import { beforeReplay } from '../records/document-outcome.ts';
import { enterSighting } from '../records/sighting-entry.ts';
import { countFill } from '../watch-fill-rates.ts';
import { type RefoldedLot, refoldLots, replayCause } from './refold.ts';
import { toReplayPart, toReplayPartItem } from './replay-part.ts';
import type { ReplayPart } from './replay-report.ts';
import { type SurveyedDocument, shownLots, sourcesOf, survey } from './survey.ts';
import { readToday } from './today.ts';
import { toTransition } from './transition.ts';

export interface ReplayPorts extends NormalisePorts {
  readonly clock: Clock;
}

/**
 * Enters a document where today's mapping places it, with every lot it was ever said to show: their records may still hold
 * what an earlier mapping read.
 */
async function enter({ records }: ReplayPorts, { source, enteredLots }: SurveyedDocument): Promise<void> {
  if ('refused' in source) return;
  const { envelope, stamp, mapped } = source;
  const { platform, kind } = envelope;
  const lots = [...new Set([...enteredLots, ...shownLots(source)])];
  const fill = countFill(mapped.lots);
  await enterSighting(records, { platform, kind, stamp, lots, fill, listed: mapped.listed }, 'unmarked');
}

/**
 * Records what became of a document that was mapped before. One that never was is left to its arrival, which may be half way:
 * finding an outcome it would take its work for done and never announce what it wrote.
 */
async function record(
  { records }: ReplayPorts,
  { documentId, known, source }: SurveyedDocument,
  replayId: string,
  refolded: readonly RefoldedLot[],
): Promise<void> {
  if (known === undefined) return;
  const by = { replay: replayId, before: beforeReplay(known, replayId) };
  const shown = new Set(shownLots(source));
  const changed = refolded.filter(({ lotId, announce }) => announce && shown.has(lotId)).map(({ lotId }) => lotId);
  const outcome =
    'refused' in source
      ? toRefusedOutcome(documentId, source, by)
      : await toAppliedOutcome(records, source, changed, by);
  await recordOutcome(records, source, outcome, 'again');
}

/**
 * Replays one part (重放): maps its documents with today's mappings, folds every lot they show or were ever said to show
 * again and keeps what they state beside them, announces what changed, records what became of the documents, and last puts the part's report. Safe to repeat
 * from any point: what is done is found done, and announced again while the replay was the last to write it.
 * @throws AppError retryable ones, to be delivered again
 */
export async function replayDocuments(
  caller: Caller,
  ports: ReplayPorts,
  message: ReplayRequested,
): Promise<ReplayPart> {
  requireRole(caller, 'system');
  const { replayId, correlationId } = message;
  const surveyed = await survey(ports, message);
  for (const document of surveyed.documents) await enter(ports, document);
  for (const { source } of surveyed.documents) if (!('refused' in source)) await keepStatements(ports, source);
  const today = readToday(ports, surveyed.lots, sourcesOf(surveyed));
  const refolded = await refoldLots(ports, today, surveyed.lots, message);
  const versions = refolded.filter(({ announce }) => announce).map(({ lotId, version }) => [lotId, version] as const);
  await announceLots(ports, { causedBy: replayCause(replayId), correlationId }, new Map(versions));
  for (const document of surveyed.documents) await record(ports, document, replayId, refolded);
  const documents = surveyed.documents.map((document) => toTransition(document, replayId));
  const lots = refolded.map(({ announce: _announced, ...lot }) => lot);
  const part = toReplayPart(message.part, ports.clock.now(), { documents, lots });
  await ports.records.put(toReplayPartItem(replayId, part), 'any');
  return part;
}
