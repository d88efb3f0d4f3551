import { fen, formatYuan } from '#shared/domain/money.ts';
import type { Lot, Status } from '../engine/lot.ts';
import type { Entry } from '../store.ts';
import { encodeGbk } from './gbk.ts';
import { amountOf, beijingText, DEMO_TEXT, escapeMarkup, newestBids, sellerOf, shownPrice, textOf } from './shown.ts';

const STANDINGS = { leading: '领先', winning: '成交', outbid: '出局' } as const;
const BIDS_A_PAGE = 20;
const LOTS_A_PAGE = 40;
/** `status` of a bid; that of a leading one is in no source, and left out. */
const STANDING_CODES = { leading: {}, winning: { status: 99 }, outbid: { status: -1 } } as const;

/** Headlines of lots that are over. 悔拍 has no known words: such a lot is over, and the page says no more. */
const HEADLINES: Readonly<Partial<Record<Status, string>>> = {
  sold: '本场拍卖已成交 ！',
  'passed-in': '本场拍卖已流拍 ！',
  withdrawn: '本场拍卖已撤回 ！',
  defaulted: '本场拍卖已结束 ！',
};

const LIST_WORDS: Readonly<Record<Status, string>> = {
  announced: 'todo',
  registering: 'todo',
  bidding: 'doing',
  extended: 'doing',
  sold: 'done',
  defaulted: 'done',
  'passed-in': 'failure',
  withdrawn: 'revocation',
};

const yuan = (amount: number) => formatYuan(fen(amount));

function page(title: string, body: string): Uint8Array {
  return encodeGbk(`<!DOCTYPE html>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gbk">
<title>${escapeMarkup(title)} - ${DEMO_TEXT}</title>
</head>
<body class="new-sf">
<div class="top"><a href="#">亲，请登录</a> <strong>${DEMO_TEXT}</strong></div>
${body}
<div class="footer">${DEMO_TEXT}</div>
</body>
</html>
`);
}

function term(label: string, value: string): string {
  return `<td><span class="pay-mark i-b">${label}</span><span class="pay-price">: ${value}</span></td>`;
}

function price(amount: number | undefined): string {
  if (amount === undefined || amount === 0) return '无';
  return `<em class="m-i">&yen;</em><span class="J_Price">${yuan(amount)} </span>`;
}

function termsTable(entry: Entry): string {
  const { terms } = entry.lot;
  const minutes = terms.extensionMs / 60_000;
  return `<table class="pai-pay-infor"><tbody id="J_HoverShow">
<tr>${term('起 拍 价', price(terms.startPriceFen))}${term('加价幅度', price(terms.incrementFen))}${term('类 型', '拍卖')}</tr>
<tr>${term('保 证 金', price(terms.depositFen))}${term('评 估 价', price(amountOf(entry, 'appraisalFen')))}</tr>
<tr>${term('延时周期', minutes === 0 ? '无' : `${minutes}分钟`)}<td>&nbsp;</td></tr>
</tbody></table>`;
}

function overBlock({ status, reason, hammerPriceFen }: Lot): string {
  const headline = HEADLINES[status];
  if (headline === undefined) return '';
  const hammer = hammerPriceFen === undefined ? '' : `成交价：<em>&yen;</em>${yuan(hammerPriceFen)} 元`;
  const why = reason === undefined || status === 'defaulted' ? '' : `原因：${escapeMarkup(reason)}`;
  const mark = status === 'sold' ? 'bid-success' : 'bid-fail';
  return `<div class="pm-bid bid-over"><h1 class="${mark}">
   ${headline}   </h1><div class="close-price">${hammer || why}</div></div>`;
}

function bidTable(lot: Lot): string {
  const time = (at: number) => beijingText(at).replace(/^(\d{4})-(\d{2})-(\d{2})/, '$1年$2月$3日');
  const rows = newestBids(lot).map(({ bidder, priceFen, at, standing }) => {
    return `<tr><td><span>${STANDINGS[standing]}</span></td><td>${bidder}</td><td>${yuan(priceFen)}</td><td>${time(at)}</td></tr>`;
  });
  return `<table class="record-table" id="J_RecordList"><thead><tr><th>状态</th><th>竞买号</th><th>价格</th><th>时间</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function countdown({ lotId, terms, endsAt, extensionCount }: Lot, now: number): string {
  const times = `data-now="${now}" data-timeToEnd="${endsAt - now}" data-timeToStart="${terms.startsAt - now}"`;
  return `<li class="J_PItem" id="sf-countdown" data-itemId="${lotId}" ${times} data-end="${endsAt}" data-start="${terms.startsAt}">
<span class="countdown J_TimeLeft"></span> <span id="J_Delay" class="pm-delay"><em class="delayCnt">${extensionCount}</em>次延时</span></li>`;
}

/** A lot's detail page (标的详情页), GBK, as our adapter has learnt to read it. */
export function itemPage(entry: Entry, now: number): Uint8Array {
  const { lot } = entry;
  const title = textOf(entry, 'title');
  return page(
    title,
    `<input type="hidden" id="J_ItemId" name="itemId" value="${lot.lotId}">
<div class="pm-main clearfix">
<h1>${escapeMarkup(title)}
   </h1>
<div class="pm-remind"><span class="pm-apply i-b"><em class="J_Applyer">${lot.bidders.length}</em> 人报名</span></div>
<ul class="pm-bid-eyebrow">
<li id="sf-price"><span class="title">当前价</span><span class="pm-current-price J_Price"><em>${yuan(shownPrice(lot))} </em></span></li>
${countdown(lot, now)}
</ul>
${overBlock(lot)}
${termsTable(entry)}
<div class="pai-info">
<p>
   处置单位：
   <a href="#">${escapeMarkup(sellerOf(entry))}</a>
</p>
</div>
</div>
<link rel='canonical' href="//zc-item.taobao.com/auction/${lot.lotId}.htm">
<ul class="tab-menu"><li><a href="#J_RecordContent">竞买记录 (<span class="J_Record">
   ${lot.bids.length}
 </span>)</a></li></ul>
<div class="detail-common-text">
   标的物所在地：${escapeMarkup(textOf(entry, 'location'))}
</div>
${bidTable(lot)}`,
  );
}

/** A page of the list (列表页), GBK: lots as JSON in a script element. From the first bid on `initialPrice` is the current one. */
export function listPage(entries: readonly Entry[], current: number, now: number): Uint8Array {
  const data = entries.slice((current - 1) * LOTS_A_PAGE, current * LOTS_A_PAGE).map((entry) => {
    const { lot } = entry;
    return {
      id: Number(lot.lotId),
      itemUrl: `//zc-item.taobao.com/auction/${lot.lotId}.htm`,
      title: escapeMarkup(textOf(entry, 'title')),
      status: LIST_WORDS[lot.status],
      initialPrice: shownPrice(lot) / 100,
      currentPrice: shownPrice(lot) / 100,
      consultPrice: (amountOf(entry, 'appraisalFen') ?? 0) / 100,
      marketPrice: 0,
      sellOff: false,
      start: lot.terms.startsAt,
      end: lot.endsAt,
      timeToStart: lot.terms.startsAt - now,
      timeToEnd: lot.endsAt - now,
      delayCount: lot.extensionCount,
      bidCount: lot.bids.length,
      applyCount: lot.bidders.length,
    };
  });
  const json = JSON.stringify({ data }, null, 1).replaceAll('<', '\\u003c');
  const pages = Math.max(1, Math.ceil(entries.length / LOTS_A_PAGE));
  const pager = `<span class="page-skip">共<em class="page-total">${pages}</em>页</span>`;
  return page('资产拍卖', `<script type="text/json" id="sf-item-list-data">\n${json}\n</script>\n${pager}`);
}

/** One page of a lot's bids (竞买记录): a call, 20 bids, newest first. */
export function bidRecords({ lot }: Entry, current: number): Uint8Array {
  const all = newestBids(lot);
  const records = all.slice((current - 1) * BIDS_A_PAGE, current * BIDS_A_PAGE).map((bid) => ({
    alias: bid.bidder,
    date: beijingText(bid.at).replaceAll('-', ''),
    price: yuan(bid.priceFen),
    ...STANDING_CODES[bid.standing],
  }));
  const totalPages = Math.max(1, Math.ceil(all.length / BIDS_A_PAGE));
  const reply = { currentPage: current, totalPages, totalCnt: all.length, records };
  return Buffer.from(`jsonp${lot.lotId}(${JSON.stringify(reply)});`, 'utf8');
}
