/**
 * A list page shaped like the platform's: 40 lots in a data block inside about 170 kB of markup and script, with about
 * 15 tags in a kilobyte, as the captured home page of 2018 has.
 */

const SURROUNDING = `<li class="pai-item" data-spm="a213w.3064813"><a href="//sf.taobao.com/notice_detail/619653.htm">
  浙江省湖州市吴兴区人民法院关于织里镇晟舍新街厂房及土地使用权(第一次拍卖)的公告,自即日起至竞价开始前接受咨询,有意者请与管理人联系看样
  </a><span class="price">起拍价 ¥12,345</span></li>\n`;
const SCRIPT = `<script>window.g_config={appId:34};(function(){var q=[];for(var i=0;i<20;i++){q.push("<li>"+i+"</li>")}})();</script>\n`;
const TOWNS = ['织里镇', '八里店镇', '埭溪镇', '东林镇', '妙西镇', '道场乡'];

function row(index: number, bids: number): object {
  const id = 700_000_000_000 + index;
  return {
    id,
    itemUrl: `//sf.taobao.com/sf_item/${id}.htm`,
    status: 'doing',
    title: `湖州市吴兴区${TOWNS[index % TOWNS.length]}工业路${index}号厂房一处`,
    picUrl: `//img.alicdn.com/bao/uploaded/i${index % 4}/TB1${id}`,
    initialPrice: 100_000 + index * 500 + bids * 1000,
    currentPrice: 100_000 + index * 500 + bids * 1000,
    consultPrice: 120_000 + index * 500,
    marketPrice: 0,
    sellOff: false,
    start: 1_779_000_000_000,
    end: 1_779_086_400_000,
    timeToStart: -3_600_000,
    timeToEnd: 82_800_000,
    delayCount: 0,
    viewerCount: 1000 + index,
    bidCount: bids,
    applyCount: 2,
    xmppVersion: String(bids + 1),
    buyRestrictions: 0,
    supportLoans: 0,
  };
}

/** The page as UTF-8 bytes; `bids` is how many bids each lot shows. */
export function listPage(lots: number, bids: number): Buffer {
  const data = JSON.stringify({ data: Array.from({ length: lots }, (_, index) => row(index, bids)) });
  const filler = (SURROUNDING.repeat(14) + SCRIPT).repeat(14);
  const html = `<!DOCTYPE html><html><head><meta charset="gbk"><title>司法拍卖</title></head><body><ul>${filler}</ul>
<script id="sf-item-list-data" type="text/json">${data}</script><ul>${filler}</ul></body></html>`;
  return Buffer.from(html);
}
