import { toDocumentId } from '#shared/domain/document.ts';
import { fen } from '#shared/domain/money.ts';
import type { BidsObservation } from '#shared/domain/observation.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { type SeededRandom, sha256 } from '#test/support/fixed-ambient.ts';
import { misread } from './misreading.ts';
import { LONGEST_RUN, showBids, showLot, TICKS, timeOf, type VirtualLot, virtualLots } from './virtual-lot.ts';
import { encodeContent, manifest, type VirtualContent, type VirtualKind } from './virtual-platform.ts';

/** A page of the virtual platform, when somebody took it, and what it becomes once it is brought. */
export interface VirtualDocument {
  readonly kind: VirtualKind;
  readonly observedAt: Instant;
  readonly content: VirtualContent;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly id: string;
}

/** Some lots, and their pages in the order they are brought. */
export interface VirtualWorld {
  readonly lots: readonly VirtualLot[];
  readonly documents: readonly VirtualDocument[];
  /** The first version of the mapping reads some of the documents wrong. */
  readonly hasMisreadings: boolean;
}

export interface WorldSize {
  readonly lots: number;
  /** Pages taken at random; the pages of one last look at all bids come on top. */
  readonly pages: number;
  /** Pages of deposits on top, at different times. */
  readonly ledgers?: number;
}

const REFUSALS: readonly ErrorCode[] = ['DOCUMENT.DRIFT', 'DOCUMENT.BLOCKED', 'DOCUMENT.EMPTY', 'DOCUMENT.ENCODING'];
const PAGE = 20;

function toDocument(kind: VirtualKind, observedAt: Instant, content: VirtualContent): VirtualDocument {
  const bytes = encodeContent(content);
  const hash = sha256.sha256(bytes);
  const id = toDocumentId({ platform: manifest.id, kind, observedAt, sha256: hash });
  return { kind, observedAt, content, bytes, sha256: hash, id };
}

function taken(random: SeededRandom, kind: VirtualKind, tick: number, says: Omit<MappedDocument, 'quarantined'>) {
  const at = timeOf(tick);
  const clock = random.chance(0.5) ? { clock: at } : {};
  const observedAt = 'clock' in clock ? addMs(at, random.below(90_000)) : at;
  const quarantined = random.chance(0.1) ? [{ path: '/rows/3', reason: 'unknown status word' }] : [];
  return toDocument(kind, observedAt, { says: { ...clock, ...says, quarantined } });
}

function bidsPage(random: SeededRandom, lot: VirtualLot, tick: number, offset: number): VirtualDocument {
  const bids: BidsObservation = { externalId: lot.externalId, bids: showBids(random, lot, tick, offset) };
  return taken(random, 'bids', tick, { lots: [], bids: [bids] });
}

/** Where the deposits are at a tick: no two ticks say the same. */
function depositsPage(random: SeededRandom, lot: VirtualLot, tick: number): VirtualDocument {
  const { externalId } = lot;
  const [paid, refunded] = [fen(TICKS), fen(tick)];
  const moved = { converted: fen(0), refunded, forfeited: fen(0), held: fen(TICKS - tick) };
  const deposits = [{ externalId, deposits: [{ bidder: 'A1', paid, ...moved }], setAside: 0 }];
  return taken(random, 'deposits', tick, { lots: [], bids: [], deposits });
}

function somePage(random: SeededRandom, lots: readonly VirtualLot[]): VirtualDocument {
  const lot = random.pick(lots);
  const tick = random.below(TICKS);
  const drawn = random.next();
  if (drawn < 0.05) return toDocument('lot', timeOf(tick), { refused: random.pick(REFUSALS) });
  if (drawn < 0.35) {
    const shown = lots.filter(() => random.chance(0.7));
    return taken(random, 'list', tick, { lots: shown.map((one) => showLot(random, one, tick, 0.3)), bids: [] });
  }
  if (drawn < 0.6) return bidsPage(random, lot, tick, PAGE * random.below(3) + random.below(5));
  if (drawn < 0.65) return depositsPage(random, lot, tick);
  if (drawn < 0.7) return taken(random, 'result', tick, { lots: [showLot(random, lot, tick, 0.9)], bids: [] });
  const bids = random.chance(0.5) ? [{ externalId: lot.externalId, bids: showBids(random, lot, tick, 0) }] : [];
  return taken(random, 'lot', tick, { lots: [showLot(random, lot, tick, 0.7)], bids });
}

/** Pages that overlap by the longest run of equal bids: together they show every bid and each run whole. */
function lastLook(random: SeededRandom, lot: VirtualLot): readonly VirtualDocument[] {
  const offsets: number[] = [];
  for (let offset = 0; offset < lot.bids.length; offset += PAGE - LONGEST_RUN) offsets.push(offset);
  return offsets.map((offset) => bidsPage(random, lot, TICKS - 1, offset));
}

/** The same page taken again a little later, word for word. */
function takenAgain(random: SeededRandom, document: VirtualDocument): VirtualDocument {
  return toDocument(document.kind, addMs(document.observedAt, random.below(3) * 60_000), document.content);
}

function sourceTime({ content, observedAt }: VirtualDocument): Instant {
  return ('says' in content ? content.says.clock : undefined) ?? observedAt;
}

/** In source order, some of them late, or in no order at all. */
function brought(random: SeededRandom, documents: readonly VirtualDocument[]): readonly VirtualDocument[] {
  const late = random.pick([0, 0.2, 0.2, 1]);
  const inOrder = documents.toSorted((a, b) => (sourceTime(a) < sourceTime(b) ? -1 : 1));
  const held = inOrder.filter(() => random.chance(late));
  const result = inOrder.filter((document) => !held.includes(document));
  for (const document of held) result.splice(random.below(result.length + 1), 0, document);
  return result;
}

const MISREADINGS = 0.3;

export function virtualWorld(random: SeededRandom, size: WorldSize, hasMisreadings = false): VirtualWorld {
  const lots = virtualLots(random, size.lots);
  const documents = Array.from({ length: size.pages }, () => somePage(random, lots));
  const ledgers = Array.from({ length: size.ledgers ?? 0 }, () =>
    depositsPage(random, random.pick(lots), random.below(TICKS)),
  );
  const again = documents.filter(() => random.chance(0.2)).map((document) => takenAgain(random, document));
  const all = [...documents, ...again, ...ledgers, ...lots.flatMap((lot) => lastLook(random, lot))];
  const read = all.map((document) => {
    if (!hasMisreadings || !random.chance(MISREADINGS)) return document;
    return toDocument(document.kind, document.observedAt, misread(random, lots, document.content));
  });
  return { lots, documents: brought(random, read), hasMisreadings };
}
