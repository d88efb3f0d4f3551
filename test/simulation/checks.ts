import { countBids } from '#shared/domain/bid-log.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { readBids } from '#shared/services/records/bid-chunks.ts';
import { keys } from '#shared/services/records/keys.ts';
import { type LotRecord, parseLotItem } from '#shared/services/records/lot-record.ts';
import { readStatedLedger } from '#shared/services/side-statements.ts';
import { checkFeed } from './check-feed.ts';
import { checkQuarantine, checkReplays } from './check-replays.ts';
import {
  bidText,
  expectedBids,
  expectedDeposits,
  foldInAnyOrder,
  foldInSourceOrder,
  type StampedDocument,
  valuesOf,
} from './expected-record.ts';
import type { System } from './system.ts';
import type { VirtualDocument, VirtualWorld } from './virtual-documents.ts';
import type { VirtualLot } from './virtual-lot.ts';
import { manifest } from './virtual-platform.ts';

const SHUFFLES = 3;

/** Every stored document that can be read, with its place in the order of sources. */
function stampedDocuments(documents: readonly VirtualDocument[]): readonly StampedDocument[] {
  const stamped = documents.flatMap((document): (readonly [string, StampedDocument])[] => {
    const { id, kind, observedAt, content } = document;
    if ('refused' in content) return [];
    const { says } = content;
    const stamp = { at: says.clock ?? observedAt, rank: manifest.documentKinds[kind].rank, document: id };
    return [[id, { stamp, says }]];
  });
  return [...new Map(stamped).values()];
}

async function checkOutcomes(system: System, documents: readonly VirtualDocument[]): Promise<void> {
  for (const { id, content } of documents) {
    const outcome = await system.stored.get(keys.document(id));
    const expected = 'refused' in content ? 'refused' : 'applied';
    if (outcome?.['outcome'] !== expected) system.complaints.push(`no outcome ${expected} of document ${id}`);
  }
}

const SHOWN_BEFORE = 60;
const SHOWN_AFTER = 200;

/** Complains where two things differ, showing the place. */
function compare(system: System, what: string, found: unknown, expected: unknown): void {
  const [is, shouldBe] = [canonicalJson(found), canonicalJson(expected)];
  if (is === shouldBe) return;
  let at = 0;
  while (is[at] === shouldBe[at]) at += 1;
  const shown = (text: string) => text.slice(Math.max(0, at - SHOWN_BEFORE), at + SHOWN_AFTER);
  system.complaints.push(`${what}\n  is        ...${shown(is)}\n  should be ...${shown(shouldBe)}`);
}

async function checkBids(system: System, lot: VirtualLot, record: LotRecord, documents: readonly StampedDocument[]) {
  const { log } = await readBids(system.stored, record);
  const found = [...log.values()].map((bid) => bidText(bid, bid.count, bid.standing)).sort();
  compare(system, `the bid log of ${lot.externalId} is not the union`, found, expectedBids(lot, documents));
  compare(system, `the bid count of ${lot.externalId} is wrong`, record.bidCount, countBids(log.values()));
}

async function checkDeposits(system: System, { externalId }: VirtualLot, documents: readonly StampedDocument[]) {
  const found = await readStatedLedger(system.stored, manifest.id, toLotId(manifest.id, externalId));
  const is = found === undefined ? null : { stamp: found.stamp, says: found.says };
  const what = `the deposits of ${externalId} are not what was stated last`;
  compare(system, what, is, expectedDeposits(documents, externalId) ?? null);
}

async function checkLot(
  system: System,
  lot: VirtualLot,
  documents: readonly StampedDocument[],
  { hasMisreadings }: VirtualWorld,
): Promise<void> {
  const lotId = toLotId(manifest.id, lot.externalId);
  const item = await system.stored.get(keys.lot(lotId));
  const expected = valuesOf(foldInSourceOrder(documents, lot.externalId));
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    const shuffled = valuesOf(foldInAnyOrder(system.random, documents, lot.externalId));
    compare(system, `the fold of ${lot.externalId} depends on the order`, shuffled, expected);
  }
  const isShown = documents.some(({ says }) =>
    [...says.lots, ...says.bids].some(({ externalId }) => externalId === lot.externalId),
  );
  if (item === undefined || !isShown) {
    if (isShown) system.complaints.push(`there is no record of ${lot.externalId}`);
    else if (item !== undefined && !hasMisreadings) system.complaints.push(`nothing shows ${lot.externalId}`);
    return;
  }
  const record = parseLotItem(lotId, item);
  compare(system, `the record of ${lot.externalId} is not the fold of its documents`, valuesOf(record.state), expected);
  await checkBids(system, lot, record, documents);
}

/** Holds what is stored once all is quiet against what must be; leaves complaints with the system. */
export async function checkAtRest(system: System, world: VirtualWorld): Promise<void> {
  const documents = stampedDocuments(world.documents);
  await checkOutcomes(system, world.documents);
  for (const lot of world.lots) {
    await checkLot(system, lot, documents, world);
    await checkDeposits(system, lot, documents);
  }
  await checkQuarantine(system, world);
  await checkReplays(system);
  await checkFeed(system);
}
