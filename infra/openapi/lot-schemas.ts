import * as z from 'zod/mini';
import { BID_STANDINGS } from '#shared/domain/bid.ts';
import { LOT_STATUSES, OUTCOMES, PHASES } from '#shared/domain/lot-status.ts';
import { PRICE_BASES } from '#shared/domain/price.ts';
import { ASSET_CLASSES, TRADE_CATEGORIES, TRADE_KINDS } from '#shared/domain/trade.ts';
import { described, orUnknown } from './described.ts';
import { count, Fen, fen, LotId, Time, text, time, word } from './values.ts';

const Area = described(
  z.strictObject({
    thousandths: described(z.int().check(z.nonnegative()), '单位的千分之几。Thousandths of the unit.'),
    unit: described(z.enum(['mu', 'm2']), '亩或平方米。Mu or square metres.'),
  }),
  '面积。An area.',
  { id: 'Area' },
);

const Round = z.union([z.int().check(z.positive()), z.enum(['again', 'sell-off'])]);

const CONTRADICTIONS = [
  'outcome-reversed',
  'reopened-after-outcome',
  'sold-without-hammer',
  'hammer-below-start',
  'ends-before-start',
] as const;

const identity = {
  lotId: LotId,
  version: described(z.int().check(z.positive()), '记录版本,每次变化加一。Version of the record.'),
  platform: described(z.string(), '平台编号。Platform id.'),
  externalId: described(z.string(), '平台上的编号,原样。The id the platform gave, verbatim.'),
  title: text('名称。Title.'),
  status: described(
    z.enum(LOT_STATUSES),
    '状态;ended 只表示已结束,结果未报。Status; ended says nothing of the outcome.',
  ),
  round: orUnknown(Round, '轮次:第几拍,again 再次拍卖,sell-off 变卖。Round.'),
  url: text('平台上的网址,https。Address on the platform.'),
  propertyKey: text('同一资产各轮次共有的标识。Equal for all rounds of one property on its platform.'),
  reference: text('我方挂牌编号,平台带回时才有。Our own reference, where the platform carries it.'),
};

const classification = {
  tradeCategory: word(TRADE_CATEGORIES, '交易类别。Whose rules the sale follows.'),
  assetClass: word(ASSET_CLASSES, '资产类别。Asset class.'),
  tradeKind: word(TRADE_KINDS, '流转方式。What the buyer gets.'),
  venue: word(['online', 'on-site'], '交易场所:网络或现场。Where bids are made.'),
  saleMode: word(['ascending', 'sell-off', 'listing', 'tender', 'agreement'], '交易方式。How the price is found.'),
  jurisdiction: text('辖区,六位区划代码。District, six digits.'),
  township: text('乡镇街道,九位区划代码。Township, nine digits.'),
  location: text('所在地,平台原话。Place, in the words of the platform.'),
  seller: text('处置单位。Seller.'),
  area: orUnknown(Area, '面积。Area.'),
  termMonths: count('租期,月。Term of a lease in months.'),
  escalationPpm: count(
    '租金每年递增率,百万分之一,自第二年起复计;0 为不递增。Yearly rise of the rent in ppm, compounding; 0 is level.',
  ),
};

const prices = {
  startPriceFen: fen('起拍价(分),计价方式见 priceBasis。Start price on the price basis.'),
  currentPriceFen: fen('当前价(分)。Current price on the price basis.'),
  hammerPriceFen: fen('成交价(分),成交才有。Hammer price on the price basis; only a sale has one.'),
  appraisalFen: fen('评估价(分)。Appraisal.'),
  depositFen: fen('保证金(分)。Deposit.'),
  incrementFen: fen('加价幅度(分)。Increment on the price basis.'),
  reserve: word(['none', 'hidden'], '保留价:无,或有而不公开。Reserve price.'),
  priceBasis: word(
    PRICE_BASES,
    '计价方式;不同计价方式的价格不可相比。What the prices are prices of; bases never compare.',
  ),
};

const course = {
  startsAt: time('开始时间。Start.'),
  endsAt: time('结束时间,延时后随之改变。End; extensions move it.'),
  registrationEndsAt: time('报名截止。End of registration.'),
  bidCount: count('出价次数。Bids.'),
  registrationCount: count('报名人数。Registrations.'),
};

const Corrections = z.array(
  z.strictObject({
    returnedAt: described(Time, '退回。Returned.'),
    resubmittedAt: described(Time, '重新提交。Submitted again.'),
  }),
);

const milestones = {
  submittedAt: time('首次提交审批。First submitted for approval.'),
  corrections: orUnknown(
    Corrections,
    '审批中每次退回补正;从未退回为空。Every return for correction; empty when never returned.',
  ),
  approvedAt: time('审批完成。Approved.'),
  materialsCompleteAt: time(
    '资料齐备;经本系统移交的,为移交之时。Materials complete; by our own record where we handed them over.',
  ),
  liveAt: time('公告发布。Shown on the platform.'),
  resultKnownAt: time('结果公布。Result known.'),
  confirmedAt: time('成交确认。Confirmed.'),
  publicityStartsAt: time('公示开始。Publicity starts.'),
  publicityEndsAt: time('公示结束。Publicity ends.'),
  contractSignedAt: time('合同签订。Contract signed.'),
  paidAt: time('付清价款。Paid.'),
  handedOverAt: time('资产交割。Handed over.'),
  depositsRefundedAt: time('保证金清退。Deposits refunded.'),
  outcomeSeenAt: time('首次看到结果的来源时间。Source time of the first sight of the outcome.'),
  asOf: time('数据截至:最新一项事实的来源时间。Source time of the newest fact.'),
  contradictions: described(z.array(z.enum(CONTRADICTIONS)), '待核:互相矛盾之处。What cannot all be true.'),
};

const lotFields = { ...identity, ...classification, ...prices, ...course, ...milestones };

/** A lot in lists, rounds and changes. */
export const Lot = described(z.strictObject(lotFields), '标的:一个平台上一轮交易。One round on one platform.', {
  id: 'Lot',
});

const source = {
  sourceAt: described(Time, '来源时间。Source time of the document.'),
  documentId: described(z.string(), '来源文件编号。The document the fact was first read in.'),
};

const Fact = described(
  z.strictObject({ value: z.union([z.string(), z.number(), Area, Corrections]), ...source }),
  '一项事实及其来源;金额以分计,时间为北京时间。A fact with the document it was first read in.',
  { id: 'Fact' },
);

const Links = z.strictObject({
  self: z.string(),
  bids: z.string(),
  rounds: z.string(),
  calendar: orUnknown(z.string(), '没有结束时间时为 null。Null without an end.'),
  page: described(z.string(), '供人阅读的页面。The page for people.'),
});

/** Everything known of one lot. */
export const LotDetail = described(
  z.strictObject({
    ...lotFields,
    loggedBidCount: described(z.int(), '已收录的出价数。Bids in our own log.'),
    phase: orUnknown(z.strictObject({ value: z.enum(PHASES), ...source }), '阶段及其来源。Phase with its source.'),
    outcomes: described(
      z.array(z.strictObject({ outcome: z.enum(OUTCOMES), ...source })),
      '平台公布过的所有结果。Every outcome ever shown.',
    ),
    facts: described(
      z.record(z.string(), Fact),
      '全部事实,按名称。All known facts by name; money ends in Fen, a rate in Ppm.',
    ),
    rounds: described(z.array(LotId), '同一资产的各轮次,含本标的。All rounds of the property, this one included.'),
    links: described(Links, '相关地址,自站点根起。Addresses from the root of the site.'),
  }),
  '一个标的的全部信息。Everything known of one lot.',
  { id: 'LotDetail' },
);

/** One bid. */
export const Bid = described(
  z.strictObject({
    bidder: described(z.string(), '竞买号,仅在本标的内有效。Public bidder number, valid for this lot only.'),
    priceFen: described(Fen, '出价(分)。Price on the price basis of the lot.'),
    at: described(Time, '出价时间。Time of the bid.'),
    count: described(z.int().check(z.positive()), '平台显示的次数。How often the platform shows it.'),
    standing: described(z.enum(BID_STANDINGS), '平台标注的状态。What the platform says of it.'),
  }),
  '一次出价。One bid.',
  { id: 'Bid' },
);
