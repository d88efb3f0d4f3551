import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { JsonObject } from '#infra/opi/wire.ts';
import { parseBeijing } from '#shared/domain/time.ts';
import type { Lot, Status } from '../engine/lot.ts';
import type { Answer } from '../problem.ts';
import type { Entry } from '../store.ts';
import type { FaceParts } from './face-parts.ts';
import { beijingText, textOf } from './shown.ts';
import { invalidParameter } from './top-error.ts';
import type { GatewayForm } from './top-form.ts';
import { listNotices, publishNotice } from './top-notices.ts';

type GatewayCall = (parts: FaceParts, form: GatewayForm) => JsonObject;

const fen = z.int().check(z.positive());
/** Fields of the publish call, in the names and types its page's sample shows; the sandbox takes fen. */
const Auction = z.object({
  out_id: z.int().check(z.positive()),
  proxy_nick: z.string().check(z.minLength(1)),
  category_id: z.int(),
  title: z.string().check(z.minLength(1)),
  start: z.string(),
  end: z.string(),
  start_price: fen,
  reserve_price: z.optional(fen),
  consult_price: z.optional(fen),
  freeze_amount: z.optional(fen),
  increase_range: z.optional(fen),
});

const Refusal = z.object({ errors: z.array(z.object({ pointer: z.string(), detail: z.string() })) });

/** Numbers the publish call answers: not those of the lots. */
const FIRST_DRAFT = 70_000_000;

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  announced: '即将开始',
  registering: '即将开始',
  bidding: '正在进行',
  extended: '正在进行',
  sold: '已结束',
  defaulted: '已结束',
  'passed-in': '流拍',
  withdrawn: '撤回',
};

/** The reference of an entry without the number that a second lot of the same `out_id` carries. */
function outIdOf({ reference }: Entry): string {
  return reference.replace(/\..*$/, '');
}

function ofOutId({ store }: FaceParts, outId: string): readonly Entry[] {
  return store.changedSince('alibaba', 0).filter((entry) => outIdOf(entry) === outId);
}

/** Makes a lot each time it is asked: `out_id` is carried along and not a key. */
function draftPublic(parts: FaceParts, { parameters }: GatewayForm): JsonObject {
  const read = Auction.safeParse(parseJson(parameters.get('param_add_zc_auction_d_o')));
  if (!read.success) throw invalidParameter(read.error.issues[0]?.path.join('.') ?? '');
  const auction = read.data;
  const earlier = ofOutId(parts, String(auction.out_id)).length;
  const answer = parts.platform.list(listingOf(auction, earlier), 'alibaba');
  if (answer.status < 300) return { op_success: true, value: FIRST_DRAFT + parts.store.count() };
  return { op_success: false, op_code: 'INVALID_AUCTION', op_msg: `标的信息有误(演示):${wordsOf(answer)}` };
}

function wordsOf({ body }: Answer): string {
  const read = Refusal.safeParse(body);
  return read.success ? read.data.errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join(';') : '';
}

function listingOf(auction: z.infer<typeof Auction>, earlier: number): JsonObject {
  const { reserve_price: reserveFen, consult_price, freeze_amount, increase_range } = auction;
  return {
    schema: 'opi.listing.v1',
    reference: earlier === 0 ? String(auction.out_id) : `${auction.out_id}.${earlier + 1}`,
    round: 1,
    title: auction.title,
    tradeCategory: 'commercial',
    saleMode: 'ascending',
    venue: 'online',
    seller: `${auction.proxy_nick}(演示)`,
    priceBasis: 'total',
    startPriceFen: auction.start_price,
    hasReserve: reserveFen !== undefined,
    ...(reserveFen !== undefined && { reserveFen }),
    ...(consult_price !== undefined && { appraisalFen: consult_price }),
    ...(freeze_amount !== undefined && { depositFen: freeze_amount }),
    ...(increase_range !== undefined && { incrementFen: increase_range }),
    startsAt: parseBeijing(auction.start) ?? '',
    endsAt: parseBeijing(auction.end) ?? '',
  };
}

/** Lists come inside an object named after their type, as the gateway sends them by default. */
function projectQuery(parts: FaceParts, { parameters }: GatewayForm): JsonObject {
  parts.platform.settle();
  const outId = parameters.get('out_biz_id') ?? '';
  if (outId === '') throw invalidParameter('project_id, case_no, out_biz_id');
  const nick = parameters.get('nick');
  const found = ofOutId(parts, outId).filter(
    (entry) => nick === undefined || textOf(entry, 'seller') === `${nick}(演示)`,
  );
  const value = { out_biz_id: outId, item_ids: { number: found.map(({ lot }) => Number(lot.lotId)) } };
  return { result: found.length === 0 ? { success: true } : { success: true, value } };
}

function projectDetail({ platform, store }: FaceParts, { parameters }: GatewayForm): JsonObject {
  platform.settle();
  const entry = store.byId(parameters.get('item_id') ?? '');
  if (entry?.face !== 'alibaba') throw invalidParameter('item_id');
  return { result: { success: true, value: detailOf(entry) } };
}

/** Read-side amounts are fen. */
function detailOf(entry: Entry): JsonObject {
  const { lot } = entry;
  const { terms, milestones } = lot;
  return {
    item_id: Number(lot.lotId),
    out_id: outIdOf(entry),
    title: textOf(entry, 'title'),
    status: STATUS_WORDS[lot.status],
    ...(milestones.liveAt !== undefined && { publish_time: beijingText(milestones.liveAt) }),
    start_time: beijingText(terms.startsAt),
    end_time: beijingText(lot.endsAt),
    start_price: terms.startPriceFen,
    increase_range: terms.incrementFen,
    apply_count: lot.bidders.length,
    bid_count: lot.bids.length,
    uv_count: new Set(lot.bids.map(({ bidder }) => bidder)).size,
    ...saleOf(lot),
  };
}

function saleOf({ hammerPriceFen, milestones: { endedAt } }: Lot): JsonObject {
  if (hammerPriceFen === undefined || endedAt === undefined) return {};
  return { final_price: hammerPriceFen, winner_time: beijingText(endedAt) };
}

/** Keeps nothing: the answer is made of the bytes. */
function upload(toAddress: (sha256: string) => string): GatewayCall {
  return (_, { files }) => {
    const [bytes] = files.values();
    if (bytes === undefined || bytes.length === 0) throw invalidParameter('file');
    return { value: toAddress(createHash('sha256').update(bytes).digest('hex').slice(0, 32)) };
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** The calls our adapter makes, by name. */
export const GATEWAY_CALLS: ReadonlyMap<string, GatewayCall> = new Map([
  ['taobao.auction.zc.auction.draft.public', draftPublic],
  ['taobao.auction.zc.project.query', projectQuery],
  ['taobao.auction.zc.project.detail', projectDetail],
  ['taobao.auction.zc.pulicity.publish', publishNotice],
  ['taobao.auction.zc.pulicity.list', listNotices],
  ['taobao.auction.gov.publish.upload.pic', upload((sha256) => `i1/sandbox/${sha256}-paimai.jpg`)],
  ['taobao.auction.gov.publish.upload.attachfile', upload((sha256) => `SANDBOX-${sha256}`)],
]);
