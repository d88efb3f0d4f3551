import { canonicalJson } from '../../domain/canonical.ts';
import type { Reading } from '../../domain/collection/reading.ts';
import { type AppError, toAppError } from '../../errors/app-error.ts';
import type { MappedDocument } from '../../ports/auction-platform.ts';
import type { FetchStep, FetchTarget } from '../../ports/platform-fetcher.ts';
import type { FetchedDocument } from '../../ports/platform-publisher.ts';
import type { ActiveSource } from './active-sources.ts';
import type { CollectPorts } from './collection-ports.ts';
import { openSession } from './open-session.ts';

/** What a platform answered, understood. */
export interface Understood {
  readonly reading: Reading;
  readonly documents: readonly FetchedDocument[];
}

/** No answer, or none that could be understood. */
export interface NotUnderstood {
  readonly refused: AppError;
  /** What came all the same. */
  readonly documents: readonly FetchedDocument[];
}

/** Hashes of so many characters tell what a step brought from what it brought before. */
const DIGEST_LENGTH = 12;

/** Sends exactly one request and lets the platform's adapter map what came. Whatever fails is an answer, never an error. */
export async function readAnswer(
  ports: CollectPorts,
  source: ActiveSource,
  target: FetchTarget,
  step: string | null,
): Promise<Understood | NotUnderstood> {
  let fetched: FetchStep;
  try {
    const session = await openSession(ports, source);
    fetched = await session.fetch(target, step);
  } catch (thrown) {
    return { refused: toAppError(thrown), documents: [] };
  }
  const { documents } = fetched;
  try {
    const mapped = documents.map((document) => mapOne(ports, source.fetching.platform, document));
    return { reading: toReading(ports, fetched, mapped), documents };
  } catch (thrown) {
    return { refused: toAppError(thrown), documents };
  }
}

function mapOne(
  { platforms, clock }: CollectPorts,
  platform: string,
  { kind, bytes, contentType, subject }: FetchedDocument,
): MappedDocument {
  const adapter = platforms.find(({ manifest }) => manifest.id === platform);
  if (adapter === undefined) throw new RangeError('a platform that is read has an adapter');
  const said = subject === undefined ? {} : { subject };
  return adapter.map({ kind, bytes, observedAt: clock.now(), contentType, ...said });
}

function toReading({ hash }: CollectPorts, fetched: FetchStep, mapped: readonly MappedDocument[]): Reading {
  const lots = mapped.flatMap((document) => document.lots);
  const totals = mapped.flatMap(({ listed }) => listed ?? []);
  return {
    lots,
    rows: lots.length + mapped.reduce((sum, { quarantined }) => sum + quarantined.length, 0),
    listed: totals.length === 0 ? null : Math.max(...totals),
    next: fetched.next,
    resume: fetched.resume ?? null,
    digest: hash.sha256(canonicalJson(mapped.map(extractedOf))).slice(0, DIGEST_LENGTH),
  };
}

/** What a document says, without the time at which it says so. */
function extractedOf({ lots, bids, deposits, totals, quarantined }: MappedDocument) {
  return { lots, bids, deposits: deposits ?? null, totals: totals ?? null, quarantined };
}
