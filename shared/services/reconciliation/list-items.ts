import type { Period } from '../../domain/comparison/period.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { isOutcome } from '../../domain/lot-status.ts';
import type { Reconciliation } from '../../domain/reconciliation/events.ts';
import { toItemId } from '../../domain/reconciliation/item-id.ts';
import { compareList, type ListedLot } from '../../domain/reconciliation/list-lines.ts';
import { lotsOfPeriod } from '../../domain/reconciliation/our-lots.ts';
import type { Sighting } from '../apply-observation.ts';
import { mapStoredDocument } from '../map-stored-document.ts';
import { keys } from '../records/keys.ts';
import { querySightings } from '../records/sighting-entry.ts';
import { hashOfBody, type Item, type ListBody, platformNameOf, toItem } from './item.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';

type Ports = Pick<ReconciliationPorts, 'records' | 'hash' | 'documents' | 'platforms' | 'readers'>;

/** What a platform's lists of results are held against. */
export interface ListSource {
  readonly platform: string;
  /** Our lots of every platform, by id. */
  readonly cards: ReadonlyMap<string, LotCard>;
  readonly said: ReadonlyMap<string, Reconciliation>;
}

/** The kind of document in which platforms hand over their results, one lot a row. */
const RESULT_FILE = 'result-file';

/** As many of the newest documents are looked through for lists; and so many lists are read while somebody waits. */
const NEWEST_DOCUMENTS = 500;
const MOST_LISTS = 12;

/** Rows that say how a lot ended; what a list says of milestones alone is no result. */
function listedLots(sightings: readonly Sighting[]): readonly ListedLot[] {
  return sightings.flatMap(({ lotId, lot }) => {
    const status = lot?.status ?? null;
    const hammerPriceFen = lot?.facts.hammerPrice ?? null;
    const isResult = hammerPriceFen !== null || (status !== null && isOutcome(status));
    return isResult ? [{ lotId, status, hammerPriceFen }] : [];
  });
}

/** One list of results held against our lots; undefined for a document that is none, or that nobody can read today. */
export async function listItem(ports: Ports, of: ListSource, documentId: string): Promise<Item<ListBody> | undefined> {
  const { documents, hash, readers: platforms } = ports;
  const source = await mapStoredDocument({ documents, hash, platforms }, documentId);
  if ('refused' in source || source.envelope.platform !== of.platform) return undefined;
  const listed = listedLots(source.sightings);
  if (source.envelope.kind !== RESULT_FILE || listed.length === 0) return undefined;
  const own = [...of.cards.values()].filter(({ platform }) => platform === of.platform);
  const comparison = compareList(listed, new Map(own.map((card) => [card.lotId, card])));
  const unreadable = source.mapped.quarantined.length;
  const body: ListBody = { kind: 'list', documentId, at: source.stamp.at, comparison, unreadable };
  const id = toItemId({ kind: 'list', documentId });
  const platformName = platformNameOf(ports.platforms, of.platform);
  const named = { id, platform: of.platform, platformName, title: source.envelope.source, body };
  return toItem<ListBody>({ ...named, hash: hashOfBody(hash, comparison) }, of.said.get(id));
}

/**
 * The newest lists of results with some lot whose bidding ended in the period, held against our lots.
 * `left`: further ones that were not read.
 */
export async function listItems(
  ports: Ports,
  of: ListSource,
  period: Period,
): Promise<{ readonly items: readonly Item<ListBody>[]; readonly left: number }> {
  const within = new Set<string>(lotsOfPeriod(of.cards.values(), of.platform, period).map(({ lotId }) => lotId));
  const range = { ...keys.sightings(of.platform), reverse: true, limit: NEWEST_DOCUMENTS };
  const sighted = (await querySightings(ports.records, range)).filter(
    ({ document, lots }) =>
      document.startsWith(`${of.platform}.${RESULT_FILE}.`) && lots.some((lotId) => within.has(lotId)),
  );
  const documents = [...new Set(sighted.map(({ document }) => document))];
  const read = await Promise.all(documents.slice(0, MOST_LISTS).map((documentId) => listItem(ports, of, documentId)));
  return { items: read.flatMap((item) => item ?? []), left: Math.max(0, documents.length - MOST_LISTS) };
}
