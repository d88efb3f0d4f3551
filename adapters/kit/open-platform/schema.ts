import * as z from 'zod/mini';
import * as type from './field-types.ts';
import * as words from './words.ts';

const { maybe, meaning } = type;

const window = (zh: string) =>
  maybe(
    zh,
    z.object({
      from: maybe(`${zh}：开始`, type.instant),
      to: maybe(`${zh}：结束`, type.instant),
    }),
  );

/** One lot (标的), complete. Money is fen, on `priceBasis`. */
export const Lot = z.object({
  lotId: meaning('平台标的编号，一轮一个，永不复用', type.id),
  reference: maybe('我方委托编号，原样带回', type.id),
  assetId: maybe('资产编号，同一资产各轮相同', type.id),
  previousLotId: maybe('上一轮的标的编号', type.id),
  round: meaning('轮次：1、2……，again 再次（不知第几次），sell-off 变卖', type.round),
  title: meaning('标的名称', type.text),
  url: maybe('标的页面地址，https', type.address),
  status: meaning('状态', type.word(words.STATUSES)),
  statusReason: maybe('撤回、中止、暂缓、终止、悔拍的原因', type.text),
  tradeCategory: meaning('交易类别', type.word(words.TRADE_CATEGORY)),
  assetClass: maybe('资产类别', type.word(words.ASSET_CLASS)),
  tradeKind: maybe('流转方式', type.word(words.TRADE_KIND)),
  saleMode: meaning('交易方式', type.word(words.SALE_MODE)),
  venue: meaning('交易场所', type.word(words.VENUE)),
  venueAddress: maybe('现场竞价地点', type.text),
  seller: maybe('转让方、出租方单位全称；个人不填', type.organisation),
  serviceAgency: maybe('承办拍卖行、交易服务机构全称', type.organisation),
  location: maybe('标的所在地', type.text),
  divisionCode: maybe('标的所在行政区划代码，镇街 9 位或村社 12 位', type.divisionCode),
  area: maybe('面积', type.area),
  priceBasis: meaning('计价方式，起拍价、当前价、成交价共用', type.word(words.PRICE_BASIS)),
  termMonths: maybe('租期、承包期，整月', type.count),
  escalationPpm: maybe('租金每年递增率，自第二年起逐年复计，30000 即 3%，0 即不递增', type.rate),
  startPriceFen: meaning('起拍价', type.amount),
  hasReserve: maybe('是否设保留价；保留价本身不得出现', z.boolean()),
  appraisalFen: maybe('评估价', type.amount),
  depositFen: maybe('保证金', type.amount),
  incrementFen: maybe('加价幅度', type.amount),
  maxIncrementFen: maybe('单次最高加价', type.amount),
  extensionMinutes: maybe('延时周期', type.count),
  hasPriorityHolders: maybe('是否有优先权人', z.boolean()),
  registration: window('报名时间'),
  viewing: window('看样时间'),
  startsAt: meaning('竞价开始时间', type.instant),
  endsAt: maybe('竞价结束时间，计划的或当前的，延时后随之变化', type.instant),
  currentPriceFen: maybe('当前最高出价；尚无出价时不填', type.amount),
  bidCount: maybe('出价次数，含已撤回的；现场竞价不填', type.count),
  registrationCount: maybe('报名人数', type.count),
  extensionCount: maybe('延时次数', type.count),
  hammerPriceFen: maybe('成交价；成交时必填，否则不得填写', type.amount),
});
export type Lot = z.infer<typeof Lot>;

/** One bid (出价). The bidder is a number, never a name. */
export const Bid = z.object({
  bidId: meaning('平台出价编号，同一次出价在任何文档中都相同', type.id),
  bidder: meaning('竞买号，只在本标的内有效；不得为姓名、手机号、证件号', type.bidderNumber),
  priceFen: meaning('出价', type.amount),
  at: meaning('出价时间', type.instant),
  standing: maybe('出价状态', type.word(words.STANDINGS)),
});
export type Bid = z.infer<typeof Bid>;

/** Where the deposit (保证金) of one bidder is. The bidder is a number, never a name. */
export const Deposit = z.object({
  bidder: meaning('竞买号，只在本标的内有效；不得为姓名、手机号、证件号', type.bidderNumber),
  paidFen: meaning('已交 = 转出 + 已退 + 没收 + 未处理', type.amount),
  convertedFen: meaning('转作价款或履约保证金', type.amount),
  convertedTo: maybe('转作何用；未转作时不填', type.word(words.CONVERSIONS)),
  refundedFen: meaning('已退还', type.amount),
  forfeitedFen: meaning('没收', type.amount),
  heldFen: meaning('尚未处理', type.amount),
});
export type Deposit = z.infer<typeof Deposit>;

/** How one lot ended (结果). */
export const Result = z.object({
  lotId: meaning('平台标的编号', type.id),
  outcome: meaning('结果', type.word(words.OUTCOMES)),
  reason: maybe('流拍、撤回、中止、暂缓、终止、悔拍的原因', type.text),
  saleMode: meaning('交易方式', type.word(words.SALE_MODE)),
  priceBasis: meaning('计价方式，起拍价与成交价共用', type.word(words.PRICE_BASIS)),
  startPriceFen: meaning('起拍价', type.amount),
  hammerPriceFen: maybe('成交价；成交时必填，否则不得填写', type.amount),
  endedAt: maybe('竞价实际结束时间', type.instant),
  extensionCount: maybe('延时次数', type.count),
  bidCount: maybe('出价次数，含已撤回的；现场竞价不填', type.count),
  registrationCount: maybe('报名人数', type.count),
  winnerBidder: maybe('竞得人竞买号，仅成交时填写；不得为姓名', type.bidderNumber),
});
export type Result = z.infer<typeof Result>;

const Milestones = z.object({
  materialsCompleteAt: maybe('材料齐备', type.moment),
  liveAt: maybe('公告上线', type.moment),
  endedAt: maybe('竞价实际结束，须带时刻', type.instant),
  resultKnownAt: maybe('结果产生', type.moment),
  confirmedAt: maybe('成交确认', type.moment),
  publicityStartsAt: maybe('公示开始', type.moment),
  publicityEndsAt: maybe('公示结束，日期含当日；可为将来', type.moment),
  contractSignedAt: maybe('合同签订', type.moment),
  paidAt: maybe('价款付清', type.moment),
  handedOverAt: maybe('标的交付', type.moment),
  depositsRefundedAt: maybe('应退保证金全部退清', type.moment),
});
export type Milestones = z.infer<typeof Milestones>;

/** What happened before and after the sale (节点), and what became of the deposits, in numbers of deposits. */
export const Settlement = z.object({
  lotId: meaning('平台标的编号', type.id),
  milestones: meaning('各节点时间：带时差的时刻，或日期', Milestones),
  deposits: maybe(
    '保证金笔数汇总：收到 = 已退 + 转价款 + 没收 + 在途',
    z.object({
      received: meaning('收到', type.count),
      refunded: meaning('已退还', type.count),
      convertedToPrice: meaning('转作价款', type.count),
      forfeited: meaning('没收', type.count),
      held: meaning('尚未处理', type.count),
    }),
  ),
});
export type Settlement = z.infer<typeof Settlement>;
