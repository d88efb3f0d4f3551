import type { JsonObject } from '#infra/opi/wire.ts';
import { fen, formatYuan } from '#shared/domain/money.ts';
import type { Lot, Status } from '../engine/lot.ts';
import { parseObject } from '../json.ts';
import type { Answer } from '../problem.ts';
import type { Entry } from '../store.ts';
import type { FaceRequest } from './face.ts';
import type { FaceParts } from './face-parts.ts';
import { amountOf, DEMO_TEXT, escapeMarkup, sellerOf, shownPrice, textOf } from './shown.ts';

const CAPTCHA = '<html><head><title>京东验证</title></head><body>演示故障：risk_handler</body></html>';
/** "No cap" on a bid's step. */
const NO_CAP_YUAN = 1e11;
const ASSET_SALE = 9;
/** 商业资产: what the sandbox sells. */
const COMMERCIAL = '1032';
const LOTS_A_PAGE = 40;
const SHOWN = 1;
const TAKEN_BACK = 5;

const PHASES: Readonly<Record<Status, number>> = {
  announced: 0,
  registering: 0,
  bidding: 1,
  extended: 1,
  sold: 2,
  'passed-in': 2,
  withdrawn: 2,
  defaulted: 2,
};

const REPLIES: ReadonlyMap<string, (entry: Entry, now: number) => JsonObject> = new Map([
  ['getProductBasicInfo', basicInfo],
  ['getPaimaiRealTimeData', realtime],
  ['queryVendorInfo', vendor],
]);

/** Replies of 京东拍卖 that show one lot, as far as our adapter knows them, and a page that leads to them. */
export function jdFace({ platform, store, faults }: FaceParts, { method, path, query }: FaceRequest) {
  if (method !== 'GET') return undefined;
  const isCall = path === '/jd/api';
  const isSearch = isCall && query.get('functionId') === 'paimai_unifiedSearch';
  const reply = REPLIES.get(query.get('functionId') ?? '');
  const entry = store.byId(isCall ? askedNumber(query) : (/^\/jd\/(\d{1,12})$/.exec(path)?.[1] ?? ''));
  const isOfLot = entry?.face === 'jd' && (!isCall || reply !== undefined);
  if (!isSearch && !isOfLot) return undefined;
  if (faults.take('market-page', 'server-error')) return { status: 503, body: '演示故障' } satisfies Answer;
  if (faults.take('market-page', 'captcha')) return { status: 200, body: CAPTCHA } satisfies Answer;
  if (faults.take('market-page', 'lost-answer')) return 'lost';
  const now = platform.settle();
  const isRenamed = isCall && faults.take('market-page', 'changed-field');
  if (isSearch) {
    const all = faults.take('market-page', 'empty-list') ? [] : store.changedSince('jd', 0);
    return { status: 200, body: named(search(all, query), isRenamed) } satisfies Answer;
  }
  const current = store.byId(entry?.lot.lotId ?? '');
  if (current === undefined) return undefined;
  if (reply === undefined || !isCall) return { status: 200, body: lotPage(current) } satisfies Answer;
  const body = { code: 0, data: reply(current, now), message: '成功', status: 0 };
  return { status: 200, body: named(body, isRenamed) } satisfies Answer;
}

/** 字段改名: the number of bids, the start price and the shop have another name. */
function named(body: JsonObject, isRenamed: boolean): JsonObject {
  if (!isRenamed) return body;
  return JSON.parse(JSON.stringify(body).replace(/"(bidCount|startPrice|shopName)":/g, '"$1New":'));
}

/** `body={"paimaiId":900000001}`. */
function askedNumber(query: URLSearchParams): string {
  const number = parseObject(query.get('body') ?? '')?.['paimaiId'];
  return typeof number === 'number' || typeof number === 'string' ? String(number) : '';
}

/** A page of the lots with the states asked for. Its rows carry what our adapter reads, no more. */
function search(entries: readonly Entry[], query: URLSearchParams): JsonObject {
  const asked = parseObject(query.get('body') ?? '') ?? {};
  const states = String(asked['multiPaimaiStatus'] ?? '').split(',');
  const isShown = ({ lot }: Entry) => states.includes(String(PHASES[lot.status])) && asked['labelSet'] === COMMERCIAL;
  const found = entries.filter(isShown);
  const from = (Math.max(1, Number(asked['page'] ?? 1)) - 1) * LOTS_A_PAGE;
  return {
    code: 0,
    datas: found.slice(from, from + LOTS_A_PAGE).map(searchRow),
    totalItem: found.length,
    message: '成功',
  };
}

function searchRow(entry: Entry): JsonObject {
  const { lot } = entry;
  const { round } = entry.content;
  return {
    id: Number(lot.lotId),
    title: textOf(entry, 'title'),
    startTime: lot.terms.startsAt,
    endTime: lot.endsAt,
    auctionStatus: PHASES[lot.status],
    displayStatus: lot.status === 'withdrawn' ? TAKEN_BACK : SHOWN,
    bidCount: lot.bids.length,
    currentPrice: shownPrice(lot) / 100,
    assessmentPrice: (amountOf(entry, 'appraisalFen') ?? 0) / 100,
    ...((round === 1 || round === 2) && { paimaiTimes: round }),
    publishSource: ASSET_SALE,
    shopName: sellerOf(entry),
    productAddress: textOf(entry, 'location'),
  };
}

function lotPage(entry: Entry): string {
  const { lotId } = entry.lot;
  const body = encodeURIComponent(JSON.stringify({ paimaiId: Number(lotId) }));
  const links = [...REPLIES.keys()].map(
    (name) => `<li><a href="/sandbox/jd/api?functionId=${name}&amp;body=${body}">${name}</a></li>`,
  );
  const title = escapeMarkup(textOf(entry, 'title'));
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title} - ${DEMO_TEXT}</title></head>
<body><h1>${title}</h1><p>${DEMO_TEXT}。本页由脚本取数,标的数据在以下接口中:</p><ul>${links.join('')}</ul></body></html>`;
}

function basicInfo(entry: Entry): JsonObject {
  const { lot } = entry;
  const { terms } = lot;
  const { round } = entry.content;
  return {
    paimaiId: Number(lot.lotId),
    title: textOf(entry, 'title'),
    startPrice: terms.startPriceFen / 100,
    startTime: terms.startsAt,
    endTime: lot.endsAt,
    ensurePrice: terms.depositFen / 100,
    priceLowerOffset: terms.incrementFen / 100,
    priceHigherOffset: terms.maxIncrementFen === undefined ? NO_CAP_YUAN : terms.maxIncrementFen / 100,
    assessmentPrice: (amountOf(entry, 'appraisalFen') ?? 0) / 100,
    delayedTime: terms.extensionMs / 60_000,
    minPrice: terms.reserveFen === undefined ? '无' : '',
    ...((round === 1 || round === 2) && { paimaiTimes: round }),
    publishSource: ASSET_SALE,
    ...stopped(lot, 'downReason'),
    extendInfoMap: '{}',
    productAddressResult: { province: '', city: '', county: '', town: '', address: textOf(entry, 'location') },
  };
}

/** Over is not sold: only a confirmation (成交确认书) is. A buyer who did not sign has lost it. */
function realtime({ lot }: Entry, now: number): JsonObject {
  const price = shownPrice(lot);
  return {
    auctionStatus: PHASES[lot.status],
    ...stopped(lot, 'remarks'),
    bidCount: lot.bids.length,
    currentPrice: price / 100,
    currentPriceStr: formatYuan(fen(price)),
    confirmationUrl: lot.status === 'sold' ? `//storage.jd.com/sandbox/${lot.lotId}/1` : '',
    startTime: lot.terms.startsAt,
    endTime: lot.endsAt,
    serverNowTime: now,
    accessEnsureNum: lot.bidders.length,
    delayedCount: lot.extensionCount,
  };
}

function stopped({ status, reason }: Lot, name: 'downReason' | 'remarks'): JsonObject {
  const isTakenBack = status === 'withdrawn';
  return { displayStatus: isTakenBack ? TAKEN_BACK : SHOWN, [name]: isTakenBack ? (reason ?? '') : '' };
}

function vendor(entry: Entry): JsonObject {
  return { shopName: sellerOf(entry) };
}
