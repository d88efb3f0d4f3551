import { findPlatform } from '#adapters/registry.ts';
import type { BidObservation } from '#shared/domain/bid.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { formatBeijing, type Instant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { complaintsOfRefusal } from '#shared/services/quarantine/cause.ts';
import type { Command } from '../command.ts';
import { complaintLines } from '../complaint-lines.ts';
import { print, printError } from '../output.ts';
import { readSourceFile } from '../source-file.ts';

function time(at: Instant | undefined): string | null {
  return at === undefined ? null : formatBeijing(at);
}

function lotLine(platform: string, { externalId, status, facts }: LotObservation): string {
  return JSON.stringify({
    record: 'lot',
    platform,
    externalId,
    title: facts.title ?? null,
    status: status ?? 'unknown',
    round: facts.round ?? null,
    startPriceFen: facts.startPrice ?? null,
    currentPriceFen: facts.currentPrice ?? null,
    hammerPriceFen: facts.hammerPrice ?? null,
    appraisalFen: facts.appraisal ?? null,
    depositFen: facts.deposit ?? null,
    incrementFen: facts.increment ?? null,
    priceBasis: facts.priceBasis ?? null,
    startsAt: time(facts.startsAt),
    endsAt: time(facts.endsAt),
    bidCount: facts.bidCount ?? null,
    url: facts.url ?? null,
  });
}

function bidLine(externalId: string, bid: BidObservation, sequence: number): string {
  const { bidder, price, at, standing } = bid;
  return JSON.stringify({
    record: 'bid',
    externalId,
    bidder,
    priceFen: price,
    at: formatBeijing(at),
    sequence,
    standing,
  });
}

/** Bids of one lot from the first to the last, numbered as far as this one document shows them. */
function bidLines(externalId: string, bids: readonly BidObservation[]): readonly string[] {
  const order = (a: BidObservation, b: BidObservation) => (a.at === b.at ? a.price - b.price : a.at < b.at ? -1 : 1);
  return bids.toSorted(order).map((bid, index) => bidLine(externalId, bid, index + 1));
}

function linesOf(platform: string, mapped: MappedDocument): readonly string[] {
  return [
    ...mapped.lots.map((lot) => lotLine(platform, lot)),
    ...mapped.bids.flatMap(({ externalId, bids }) => bidLines(externalId, bids)),
    ...mapped.quarantined.map(({ path, reason }) => JSON.stringify({ record: 'quarantined', path, reason })),
  ];
}

/** Maps a document; a refusal is said in words before it is thrown on. */
function mapInWords(adapter: AuctionPlatform, document: RawDocument): MappedDocument {
  try {
    return adapter.map(document);
  } catch (error) {
    const reasons = error instanceof AppError ? complaintsOfRefusal(error.message, error.details) : [];
    for (const line of complaintLines('原因', reasons)) printError(line);
    throw error;
  }
}

export const parseCommand: Command = {
  name: 'parse',
  usage: '<platform> <kind> <file>',
  chinese: '解析一个已保存的文件,逐行输出 JSON,不写入系统',
  english: 'map one saved document and print JSON Lines; stores nothing',
  flags: [],
  options: [],
  arity: [3, 3],
  async run({ positionals: [platform = '', kind = '', path = ''] }) {
    const adapter = findPlatform(platform);
    const { bytes, observedAt, name } = readSourceFile(path);
    // A file that does not name its lot is taken to be named after it.
    const subject = name.replace(/\..*$/, '');
    const mapped = mapInWords(adapter, { kind, bytes, observedAt, subject });
    for (const line of linesOf(platform, mapped)) print(line);
    for (const line of complaintLines('待核', mapped.quarantined)) printError(line);
    return 0;
  },
};
