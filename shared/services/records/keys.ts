import type { StreamId, StreamKind } from '../../domain/events/event.ts';
import { encodeKeyPart, type LotId } from '../../domain/lot-id.ts';
import type { Stamp } from '../../domain/stamp.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { ItemKey } from '../../ports/item-store.ts';

/**
 * Every partition and sort key of the records table, in one place. Outside text is encoded before it gets here; ids of the
 * desk's things are encoded here.
 */
export const keys = {
  lot: (lot: LotId): ItemKey => ({ pk: `LOT#${lot}`, sk: 'STATE' }),
  bidChunk: (lot: LotId, generation: number, chunk: string): ItemKey => ({
    pk: `LOT#${lot}`,
    sk: `BIDS#${String(generation).padStart(4, '0')}#${chunk}`,
  }),
  /** The index of documents a lot was folded from, in source order. */
  lotDocument: (lot: LotId, stamp: Stamp): ItemKey => ({
    pk: `LOT#${lot}`,
    sk: `DOCUMENT#${stampText(stamp)}`,
  }),
  lotDocuments: (lot: LotId) => ({ pk: `LOT#${lot}`, from: 'DOCUMENT#', to: 'DOCUMENT#~' }),
  document: (documentId: string): ItemKey => ({ pk: `DOCUMENT#${documentId}`, sk: 'OUTCOME' }),
  /** Which lots a document showed, by platform in source order: finds what is later than a late document. */
  sighting: (platform: string, stamp: Stamp): ItemKey => ({ pk: `SIGHTINGS#${platform}`, sk: stampText(stamp) }),
  sightings: (platform: string) => ({ pk: `SIGHTINGS#${platform}` }),
  sightingsAfter: (platform: string, stamp: Stamp) => ({ pk: `SIGHTINGS#${platform}`, from: `${stampText(stamp)}~` }),
  sightingsUpTo: (platform: string, stamp: Stamp) => ({ pk: `SIGHTINGS#${platform}`, to: stampText(stamp) }),
  change: (sequence: number): ItemKey => ({
    pk: `CHANGES#${String(Math.floor(sequence / CHANGES_PER_PARTITION)).padStart(9, '0')}`,
    sk: sequenceText(sequence),
  }),
  /** A message a platform pushed, by the number the platform gave it. */
  pushedEvent: (platform: string, messageId: string): ItemKey => ({
    pk: `EVENTS#${platform}`,
    sk: encodeKeyPart(messageId),
  }),
  /** Messages nobody can read, of all queues. */
  poison: (queue: string, messageId: string): ItemKey => ({ pk: 'POISON', sk: `${queue}#${messageId}` }),
  poisons: () => ({ pk: 'POISON' }),
  /** Documents with something a person should look at (待核), one item a document, `open` while it stands. */
  quarantined: (platform: string, documentId: string): ItemKey => ({ pk: `QUARANTINE#${platform}`, sk: documentId }),
  quarantine: (platform: string) => ({ pk: `QUARANTINE#${platform}` }),
  replayRequest: (replayId: string): ItemKey => ({ pk: `REPLAY#${replayId}`, sk: 'REQUEST' }),
  replayPart: (replayId: string, part: number): ItemKey => ({
    pk: `REPLAY#${replayId}`,
    sk: `PART#${String(part).padStart(6, '0')}`,
  }),
  replay: (replayId: string) => ({ pk: `REPLAY#${replayId}` }),
  /** Heads of the published snapshots: `catalogue`, and `facts-<year>` for each year. */
  snapshotHead: (name: string): ItemKey => ({ pk: 'SNAPSHOTS', sk: name }),
  snapshotHeads: () => ({ pk: 'SNAPSHOTS' }),
  /** One event of one log: put once, never changed. */
  event: (stream: StreamId, sequence: number): ItemKey => ({ pk: streamPartition(stream), sk: eventText(sequence) }),
  events: (stream: StreamId) => ({ pk: streamPartition(stream), from: 'EVENT#', to: 'EVENT#~' }),
  /** Every log there may be, by kind: put before its first event. */
  stream: ({ kind, id }: StreamId): ItemKey => ({ pk: `STREAMS#${kind}`, sk: encodeKeyPart(id) }),
  streams: (kind: StreamKind, after?: string) => ({
    pk: `STREAMS#${kind}`,
    ...(after === undefined ? {} : { from: `${encodeKeyPart(after)}!` }),
  }),
  /** Lines of lists, derived from logs. */
  card: (kind: StreamKind, partition: string, id: string): ItemKey => ({
    pk: `CARDS#${kind}#${encodeKeyPart(partition)}`,
    sk: encodeKeyPart(id),
  }),
  cards: (kind: StreamKind, partition: string) => ({ pk: `CARDS#${kind}#${encodeKeyPart(partition)}` }),
  /** Who holds what of an asset. */
  assetLock: (assetId: string): ItemKey => ({ pk: `LOCK#${encodeKeyPart(assetId)}`, sk: 'STATE' }),
  /** Sealed days, in order of the day. */
  sealedDay: (day: LocalDate): ItemKey => ({ pk: 'AUDIT', sk: day }),
  sealedDays: (after?: LocalDate) => ({ pk: 'AUDIT', ...(after === undefined ? {} : { from: `${after}!` }) }),
  /** The lines a day's head is made of, by that head; a part no day names does not exist. */
  sealedPart: (day: LocalDate, head: string, part: number): ItemKey => ({
    pk: `SEALED#${day}#${head}`,
    sk: String(part).padStart(4, '0'),
  }),
  sealedParts: (day: LocalDate, head: string) => ({ pk: `SEALED#${day}#${head}` }),
  /** The sealed seed of a round's draw of lots; only `draw-seed.ts` reads it. */
  drawSeed: (listingId: string, round: number): ItemKey => ({
    pk: `DRAW#${encodeKeyPart(listingId)}`,
    sk: `ROUND#${String(round).padStart(4, '0')}`,
  }),
  /** When something is due for a placement, beside its log. */
  placementWork: (id: string): ItemKey => ({ pk: streamPartition({ kind: 'placement', id }), sk: 'WORK' }),
  /** When the next request may be sent to a platform. */
  platformSlots: (platform: string): ItemKey => ({ pk: `PLATFORM#${encodeKeyPart(platform)}`, sk: 'SLOTS' }),
  /** How often a platform failed in a row, and until when it is left alone. */
  platformBreaker: (platform: string): ItemKey => ({ pk: `PLATFORM#${encodeKeyPart(platform)}`, sk: 'BREAKER' }),
  /** What stands between us and a platform's data: one item for the same code at the same place. */
  incident: (platform: string, code: string, place: string): ItemKey => ({
    pk: `INCIDENT#${encodeKeyPart(platform)}`,
    sk: `${code}#${encodeKeyPart(place)}`,
  }),
  incidents: (platform: string) => ({ pk: `INCIDENT#${encodeKeyPart(platform)}` }),
  /** What a platform states of the deposits of one lot: all lots of a platform lie together, for the ledger is read whole. */
  statedDeposits: (platform: string, lot: LotId): ItemKey => ({ pk: `DEPOSITS#${encodeKeyPart(platform)}`, sk: lot }),
  allStatedDeposits: (platform: string) => ({ pk: `DEPOSITS#${encodeKeyPart(platform)}` }),
  /** A platform's own statistics of a period, by whose lots they are. */
  statedTotals: (platform: string, from: LocalDate, to: LocalDate, scope: string | null): ItemKey => ({
    pk: `TOTALS#${encodeKeyPart(platform)}`,
    sk: `${from}#${to}#${scope === null ? '' : `=${encodeKeyPart(scope)}`}`,
  }),
  allStatedTotals: (platform: string) => ({ pk: `TOTALS#${encodeKeyPart(platform)}` }),
  /** What the check of a lot's result against its bids found, by the year its bidding ended in: made again when the lot changes. */
  lotCheck: (platform: string, year: string, lot: LotId): ItemKey => ({
    pk: `CHECKS#${encodeKeyPart(platform)}#${year}`,
    sk: lot,
  }),
  lotChecks: (platform: string, year: string) => ({ pk: `CHECKS#${encodeKeyPart(platform)}#${year}` }),
  /** What is read of a platform and when next: one item for each page of a list and each lot. */
  collectionTask: (platform: string, task: string): ItemKey => ({ pk: `COLLECT#${encodeKeyPart(platform)}`, sk: task }),
  collectionTasks: (platform: string) => ({ pk: `COLLECT#${encodeKeyPart(platform)}` }),
  collectionPages: (platform: string, pages: string) => ({
    pk: `COLLECT#${encodeKeyPart(platform)}`,
    from: pages,
    to: `${pages}~~`,
  }),
  /** The sealed particulars of a winning party or lessee, by the lot or contract; only `sealed-party.ts` reads them. */
  sealedParty: (subject: string, entry: string): ItemKey => ({ pk: `WINNER#${encodeKeyPart(subject)}`, sk: entry }),
  /** Which lots people confirmed to be one asset, and which listings of ours offer the same. */
  sameAssets: (): ItemKey => ({ pk: 'SAME', sk: 'HEAD' }),
  /** Who is signed in, by the hash of the token his browser holds. */
  session: (tokenHash: string): ItemKey => ({ pk: `SESSION#${tokenHash}`, sk: 'STATE' }),
  /** The one-time link to the package of one round of a listing. */
  handoffLink: (listingId: string, round: number): ItemKey => ({
    pk: `HANDOFF#${encodeKeyPart(listingId)}`,
    sk: `LINK#${round}`,
  }),
  /** Something people are told of, and what became of telling them: its id is made of what it is about. */
  notice: (kind: string, id: string): ItemKey => ({ pk: `NOTICE#${kind}`, sk: encodeKeyPart(id) }),
  /** Notices in order of when they were found. */
  noticeLine: (at: string, kind: string, id: string): ItemKey => ({
    pk: 'NOTICES',
    sk: `${at}#${kind}#${encodeKeyPart(id)}`,
  }),
  noticeLines: () => ({ pk: 'NOTICES' }),
  /** How far the record was looked through for notices. */
  noticeCursor: (): ItemKey => ({ pk: 'NOTICE', sk: 'CURSOR' }),
  /** What the last test of a platform's connection found. */
  connectionTest: (platform: string): ItemKey => ({ pk: `CONNECTION#${encodeKeyPart(platform)}`, sk: 'TEST' }),
} as const;

/** One partition of the change feed holds this many entries. */
export const CHANGES_PER_PARTITION = 1000;

function sequenceText(sequence: number): string {
  return String(sequence).padStart(12, '0');
}

function streamPartition({ kind, id }: StreamId): string {
  return `${kind.toUpperCase()}#${encodeKeyPart(id)}`;
}

/** Text order is the order of the log, which never gets to a million events. */
function eventText(sequence: number): string {
  return `EVENT#${String(sequence).padStart(6, '0')}`;
}

/** Text order is stamp order: time has one width, ranks have one digit pair. */
function stampText(stamp: Stamp): string {
  return `${stamp.at}#${String(stamp.rank).padStart(2, '0')}#${stamp.document}`;
}
