import { toDayNumber } from '#shared/domain/calendar/beijing-day.ts';
import { type Fen, formatYuan } from '#shared/domain/money.ts';
import { addMs, beijingDate, formatBeijing, formatBeijingText, type Instant, toEpochMs } from '#shared/domain/time.ts';
import { atMinute, dayOf2023 } from './days.ts';
import { type DemoDocument, textDocument } from './document.ts';
import type { PortalLot } from './portal-lots.ts';
import { RECORD_ENDS } from './published.ts';

const DAY_MS = 86_400_000;
const WEEK = 7;
/** The list shows what begins within so many days, and what ended within so many. */
const SHOWN_BEFORE_MS = 12 * DAY_MS;
const SHOWN_AFTER_MS = 5 * DAY_MS;
const PAGE_BIDS = 20;
const TABLE_BIDS = 3;
const ROUND_TITLES = { 1: '【第一次拍卖】', 2: '【第二次拍卖】' } as const;
const OVER_WORDS = {
  sold: ['bid-success', '本场拍卖已成交 ！'],
  'passed-in': ['bid-fail', '本场拍卖已流拍 ！'],
  withdrawn: ['bid-fail', '本场拍卖已撤回 ！'],
  suspended: ['bid-fail', '本场拍卖已中止 ！'],
} as const;

function addressOf({ isJudicial, id }: PortalLot): string {
  return isJudicial ? `//sf.taobao.com/sf_item/${id}.htm` : `//zc-item.taobao.com/auction/${id}.htm`;
}

function headingOf({ round, title }: PortalLot): string {
  return ROUND_TITLES[round] + title;
}

/** Bids by a time; the price shown until the first is the start price. */
function shownAt({ bidding, prices }: PortalLot, at: Instant): { readonly count: number; readonly price: Fen } {
  const made = bidding.bids.filter((bid) => bid.at <= at);
  return { count: made.length, price: made.at(-1)?.price ?? prices.start };
}

function listStatus(lot: PortalLot, at: Instant): string {
  if (lot.changedAt !== undefined && lot.changedAt <= at) return lot.ending === 'withdrawn' ? 'revocation' : 'break';
  if (at < lot.startsAt) return 'todo';
  if (at < lot.bidding.endsAt) return 'doing';
  return lot.ending === 'passed-in' ? 'failure' : 'done';
}

function listRow(lot: PortalLot, at: Instant): object {
  const { count, price } = shownAt(lot, at);
  const end = toEpochMs(lot.bidding.endsAt);
  return {
    id: Number(lot.id),
    itemUrl: addressOf(lot),
    title: headingOf(lot),
    status: listStatus(lot, at),
    initialPrice: price / 100,
    currentPrice: price / 100,
    consultPrice: lot.appraisal / 100,
    marketPrice: 0,
    sellOff: false,
    start: toEpochMs(lot.startsAt),
    end,
    timeToEnd: end - toEpochMs(at),
    bidCount: count,
    applyCount: at < lot.startsAt ? 0 : lot.bidding.registrations,
    delayCount: at < lot.bidding.endsAt ? 0 : lot.bidding.extensions,
  };
}

/** The portal's list once a week. */
export function portalLists(lots: readonly PortalLot[]): readonly DemoDocument[] {
  const weeks = Array.from({ length: 52 }, (_, week) => atMinute(dayOf2023('01-02') + week * WEEK, 555));
  return weeks.flatMap((at) => {
    const shown = lots.filter(({ liveAt, startsAt, bidding }) => {
      return liveAt <= at && startsAt <= addMs(at, SHOWN_BEFORE_MS) && addMs(bidding.endsAt, SHOWN_AFTER_MS) > at;
    });
    if (shown.length === 0) return [];
    const data = JSON.stringify({ data: shown.map((lot) => listRow(lot, at)) });
    const page = [
      '<!DOCTYPE html>',
      '<html><head><meta charset="utf-8"><title>合成演示数据 - 列表</title></head><body class="new-sf">',
      `<script type="text/json" id="sf-item-list-data">${data}</script>`,
      '</body></html>',
    ];
    return [textDocument('portal', 'list', at, `列表页 ${beijingDate(at)}`, page.join('\n'))];
  });
}

function termCell(label: string, amount: Fen): string {
  return `<td><span class="pay-mark i-b">${label}</span><span class="pay-price">: <em class="m-i">&yen;</em><span class="J_Price">${formatYuan(amount)} </span></span></td>`;
}

function bidRow({ standing, bidder, price, at }: PortalLot['bidding']['bids'][number]): string {
  const date = formatBeijing(at);
  const time = `${formatBeijingText(at).split(' ')[0]} ${date.slice(11, 19)}`;
  const word = standing === 'winning' ? '成交' : '出局';
  return `<tr><td><span>${word}</span></td><td>${bidder}</td><td>${formatYuan(price)}</td><td>${time}</td></tr>`;
}

function overBlock({ ending, prices }: PortalLot): string {
  if (ending === 'open') throw new RangeError('an open lot is not over');
  const [mark, words] = OVER_WORDS[ending];
  const price =
    prices.hammer === undefined
      ? ''
      : `<div class="close-price">成交价：<em>&yen;</em>${formatYuan(prices.hammer)} 元</div>`;
  return `<div class="pm-bid bid-over"><h1 class="${mark}">${words}</h1>${price}</div>`;
}

/** A lot's own page once it is over, with the newest bids; saved a day later. */
export function portalItem(lot: PortalLot): readonly DemoDocument[] {
  const { bidding, prices } = lot;
  const at = addMs(lot.changedAt ?? bidding.endsAt, DAY_MS);
  if (lot.ending === 'open' || at > RECORD_ENDS) return [];
  const { count, price } = shownAt(lot, at);
  const end = toEpochMs(bidding.endsAt);
  const deposit = Math.round(prices.start / 1_000_000) * 100_000;
  const page = [
    '<!DOCTYPE html>',
    '<html><head><meta charset="utf-8"><title>合成演示数据 - 标的</title></head><body class="new-sf">',
    `<input type="hidden" id="J_ItemId" name="itemId" value="${lot.id}">`,
    `<h1>${headingOf(lot)}</h1>`,
    `<span class="pm-apply i-b"><em class="J_Applyer">${bidding.registrations}</em> 人报名</span>`,
    `<span class="pm-current-price J_Price"><em>${formatYuan(price)} </em></span>`,
    `<ul><li id="sf-countdown" data-now="${toEpochMs(at)}" data-end="${end}" data-start="${toEpochMs(lot.startsAt)}">`,
    `<span id="J_Delay" class="pm-delay"><em class="delayCnt">${bidding.extensions}</em>次延时</span></li></ul>`,
    overBlock(lot),
    '<table class="pai-pay-infor"><tbody id="J_HoverShow">',
    `<tr>${termCell('起 拍 价', prices.start)}${termCell('加价幅度', prices.increment)}</tr>`,
    `<tr>${termCell('保 证 金', deposit as Fen)}${termCell('评 估 价', lot.appraisal)}</tr>`,
    '</tbody></table>',
    `<div class="pai-info"><p>处置单位：<a>${lot.seller}</a></p></div>`,
    `<link rel='canonical' href="${addressOf(lot)}">`,
    `<a href="#J_RecordContent">竞买记录 (<span class="J_Record"> ${count} </span>)</a>`,
    '<div class="detail-common-text"> 标的物所在地：浙江 湖州 吴兴区 </div>',
    '<table class="record-table" id="J_RecordList"><thead><tr><th>状态</th><th>竞买号</th><th>价格</th><th>时间</th></tr></thead>',
    `<tbody>${bidding.bids.toReversed().slice(0, TABLE_BIDS).map(bidRow).join('\n')}</tbody></table>`,
    '</body>',
    '</html>',
  ];
  return [textDocument('portal', 'item', at, `标的详情页 ${lot.id}`, page.join('\n'))];
}

/** The bid history of a lot, newest first, as the replies page through it; a short one is on the lot's own page already. */
export function portalBids({ id, bidding }: PortalLot): readonly DemoDocument[] {
  const newest = bidding.bids.toReversed();
  const pages = newest.length > TABLE_BIDS ? Math.ceil(newest.length / PAGE_BIDS) : 0;
  return Array.from({ length: pages }, (_, page) => {
    const records = newest.slice(page * PAGE_BIDS, (page + 1) * PAGE_BIDS).map(({ bidder, price, at, standing }) => {
      const date = formatBeijing(at).slice(0, 19).replaceAll('-', '').replace('T', ' ');
      return { alias: bidder, price: formatYuan(price), date, status: standing === 'winning' ? 99 : -1 };
    });
    const reply = { currentPage: page + 1, totalPages: pages, totalCnt: newest.length, records };
    const at = addMs(bidding.endsAt, DAY_MS + (page + 1) * 3_000);
    return textDocument(
      'portal',
      'bid-records',
      at,
      `竞买记录 ${id}`,
      `jsonp${toDayNumber(beijingDate(at))}(${JSON.stringify(reply)});`,
      id,
    );
  });
}
