import { dealAmountOf } from '#shared/domain/comparison/amount.ts';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { premiumRate } from '#shared/domain/money.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import { areaText, basisText, correctionsText, escalationText, roundText } from '../format.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT, CONTRADICTION_TEXT, SALE_MODE_TEXT } from '../words.ts';
import { type Cell, count, inWords, percent, textOrUnknown, time, unknownCell, words, yuan } from './cells.ts';
import { townshipName } from './scope.ts';
import type { Table } from './table.ts';

type Column = readonly [heading: string, cell: (lot: RoundFacts) => Cell];

function amountCell(lot: RoundFacts): Cell {
  const amount = dealAmountOf(lot);
  return yuan(amount.kind === 'amount' ? amount.fen : null);
}

function premiumCell({ startPriceFen, hammerPriceFen }: RoundFacts): Cell {
  if (startPriceFen === null || hammerPriceFen === null) return unknownCell();
  return percent(premiumRate(startPriceFen, hammerPriceFen) ?? null);
}

const COLUMNS: readonly Column[] = [
  ['标的编号', ({ lotId }) => words(lotId)],
  ['平台', ({ platform }) => words(platform)],
  ['状态', ({ status }) => words(STATUS_TEXT[status])],
  ['轮次', ({ round }) => textOrUnknown(roundText(round))],
  ['交易类别', ({ tradeCategory }) => inWords(tradeCategory, CATEGORY_TEXT)],
  ['资产类别', ({ assetClass }) => inWords(assetClass, ASSET_CLASS_TEXT)],
  ['流转方式', ({ tradeKind }) => inWords(tradeKind, TRADE_KIND_TEXT)],
  ['交易方式', ({ saleMode }) => inWords(saleMode, SALE_MODE_TEXT)],
  ['镇街', ({ township }) => textOrUnknown(township === null ? null : townshipName(township))],
  ['面积', ({ area }) => textOrUnknown(area === null ? null : areaText(area))],
  ['期限(月)', ({ termMonths }) => count(termMonths)],
  ['租金递增', ({ escalationPpm }) => textOrUnknown(escalationPpm === null ? null : escalationText(escalationPpm))],
  ['计价方式', ({ priceBasis }) => textOrUnknown(priceBasis === null ? null : basisText(priceBasis))],
  ['起拍价(元)', ({ startPriceFen }) => yuan(startPriceFen)],
  ['成交价(元)', ({ hammerPriceFen }) => yuan(hammerPriceFen)],
  ['评估价(元)', ({ appraisalFen }) => yuan(appraisalFen)],
  ['成交金额(元)', amountCell],
  ['溢价率', premiumCell],
  ['保证金(元)', ({ depositFen }) => yuan(depositFen)],
  ['出价次数', ({ bidCount }) => count(bidCount)],
  ['报名人数', ({ registrationCount }) => count(registrationCount)],
  ['竞价开始', ({ startsAt }) => time(startsAt)],
  ['竞价结束', ({ endsAt }) => time(endsAt)],
  ['提交审批', ({ submittedAt }) => time(submittedAt)],
  ['退回补正', ({ corrections }) => textOrUnknown(corrections === null ? null : correctionsText(corrections))],
  ['审批完成', ({ approvedAt }) => time(approvedAt)],
  ['材料齐备', ({ materialsCompleteAt }) => time(materialsCompleteAt)],
  ['上架', ({ liveAt }) => time(liveAt)],
  ['结果公布', ({ resultKnownAt }) => time(resultKnownAt)],
  ['结果首见', ({ outcomeSeenAt }) => time(outcomeSeenAt)],
  ['成交确认', ({ confirmedAt }) => time(confirmedAt)],
  ['合同签订', ({ contractSignedAt }) => time(contractSignedAt)],
  ['付清价款', ({ paidAt }) => time(paidAt)],
  ['资产交割', ({ handedOverAt }) => time(handedOverAt)],
  ['保证金清退', ({ depositsRefundedAt }) => time(depositsRefundedAt)],
  ['资产标识', ({ propertyKey }) => textOrUnknown(propertyKey)],
  ['待核', ({ contradictions }) => words(contradictions.map((found) => CONTRADICTION_TEXT[found]).join(';'))],
];

/** The facts of some lots, by lot id. */
export function factsOfLots(lots: readonly string[], facts: readonly RoundFacts[]): readonly RoundFacts[] {
  const wanted = new Set(lots);
  return facts.filter(({ lotId }) => wanted.has(lotId)).sort((a, b) => (a.lotId < b.lotId ? -1 : 1));
}

/** Lots (标的明细) with the facts that figures are made of: prices in yuan exact to the fen, times in Beijing. */
export function lotsTable(lots: readonly RoundFacts[]): Table {
  return {
    headings: COLUMNS.map(([heading]) => heading),
    rows: lots.map((lot) => COLUMNS.map(([, cell]) => cell(lot))),
  };
}
