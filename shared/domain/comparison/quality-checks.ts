import type { Instant } from '../time.ts';
import type { Definition } from './definitions.ts';
import { wasSold } from './outcome-groups.ts';
import type { RoundFacts } from './round-facts.ts';

/** Dimensions (维度) of data quality; repair (修复率) is of documents, which facts do not keep. */
export const QUALITY_DIMENSIONS = ['completeness', 'conformity', 'accuracy', 'timeliness'] as const;
export type QualityDimension = (typeof QUALITY_DIMENSIONS)[number];

/** Chinese words of the dimensions. */
export const DIMENSION_TEXT: Readonly<Record<QualityDimension, string>> = {
  completeness: '完整性',
  conformity: '合规性',
  accuracy: '准确性',
  timeliness: '及时性',
};

/** One check of one lot: the lots it applies to, and those of them that pass at the cut-off. */
export interface QualityCheck extends Definition {
  readonly dimension: QualityDimension;
  readonly applies: (facts: RoundFacts, asOf: Instant) => boolean;
  readonly passes: (facts: RoundFacts, asOf: Instant) => boolean;
}

type Field = Exclude<keyof RoundFacts, 'lotId' | 'version' | 'platform' | 'status' | 'contradictions'>;

const always = () => true;

function isTimePriced({ priceBasis }: RoundFacts): boolean {
  return priceBasis === 'per_year' || priceBasis === 'per_month' || priceBasis === 'per_mu_year';
}

function isTermed(facts: RoundFacts): boolean {
  return facts.tradeKind === 'lease' || facts.tradeKind === 'contract_out' || isTimePriced(facts);
}

function isBiddingOver({ status, endsAt }: RoundFacts, asOf: Instant): boolean {
  const stopped = status === 'withdrawn' || status === 'suspended';
  return !stopped && endsAt !== null && endsAt <= asOf;
}

function isClosed({ status }: RoundFacts): boolean {
  return status === 'sold' || status === 'defaulted' || status === 'passed-in';
}

function wasBidFor(facts: RoundFacts): boolean {
  return isClosed(facts) && facts.saleMode !== 'agreement';
}

function required(field: Field, name: string, applies: QualityCheck['applies'], of: string): QualityCheck {
  return {
    id: `required-${field}`,
    name: `缺${name}`,
    sentence: `${of}应有${name}。`,
    dimension: 'completeness',
    applies,
    passes: (facts) => facts[field] !== null,
  };
}

const COMPLETENESS: readonly QualityCheck[] = [
  required('tradeCategory', '交易类别', always, '每个标的'),
  required('assetClass', '资产类别', always, '每个标的'),
  required('tradeKind', '交易方式', always, '每个标的'),
  required('jurisdiction', '辖区', always, '每个标的'),
  required('township', '乡镇街道', always, '每个标的'),
  required('round', '轮次', always, '每个标的'),
  required('startPriceFen', '起拍价', always, '每个标的'),
  required('priceBasis', '计价方式', always, '每个标的'),
  required('depositFen', '保证金', always, '每个标的'),
  required('startsAt', '竞价开始时间', always, '每个标的'),
  required('endsAt', '竞价结束时间', always, '每个标的'),
  required('termMonths', '期限', isTermed, '租赁、发包和按期计价的标的'),
  required('area', '面积', ({ priceBasis }) => priceBasis === 'per_mu_year', '按亩计价的标的'),
  required('hammerPriceFen', '成交价', wasSold, '成交标的'),
  required('bidCount', '出价次数', wasBidFor, '完成竞价的标的'),
  required('registrationCount', '报名人数', wasBidFor, '完成竞价的标的'),
  {
    id: 'result-reported',
    name: '缺结果',
    sentence: '竞价已结束的标的应有结果。',
    dimension: 'completeness',
    applies: isBiddingOver,
    passes: isClosed,
  },
];

const CONFORMITY: readonly QualityCheck[] = [
  {
    id: 'township-in-jurisdiction',
    name: '乡镇街道不在辖区内',
    sentence: '乡镇街道代码应属于标的所在辖区。',
    dimension: 'conformity',
    applies: ({ township, jurisdiction }) => township !== null && jurisdiction !== null,
    passes: ({ township, jurisdiction }) => township?.startsWith(jurisdiction ?? '') ?? false,
  },
  {
    id: 'term-within-law',
    name: '租赁期限超过二十年',
    sentence: '租赁期限不得超过二十年(民法典第七百零五条)。',
    dimension: 'conformity',
    applies: ({ tradeKind, termMonths }) => tradeKind === 'lease' && termMonths !== null,
    passes: ({ termMonths }) => termMonths !== null && termMonths > 0 && termMonths <= 240,
  },
  {
    id: 'share-stays-inside',
    name: '集体股权上公开平台',
    sentence: '农村集体经济组织股权只在集体内部流转(浙江省农村集体资产管理条例第三十条)。',
    dimension: 'conformity',
    applies: ({ assetClass }) => assetClass !== null,
    passes: ({ assetClass }) => assetClass !== 'collective_share',
  },
];

/** A price that is ten thousand times another one was written in the other's unit (万元 for 元). */
const UNIT_ERROR = 10_000;

function isUnitError(a: number | null, b: number | null): boolean {
  if (a === null || b === null || a <= 0 || b <= 0) return false;
  return a >= b * UNIT_ERROR || b >= a * UNIT_ERROR;
}

const ACCURACY: readonly QualityCheck[] = [
  {
    id: 'no-contradiction',
    name: '前后矛盾',
    sentence: '同一标的各份资料之间不应有待核的矛盾(结果反复、成交无价、低于起拍价、结束早于开始等)。',
    dimension: 'accuracy',
    applies: always,
    passes: ({ contradictions }) => contradictions.length === 0,
  },
  {
    id: 'bid-behind-sale',
    name: '成交而无出价',
    sentence: '经竞价成交的标的,出价次数不应为零。',
    dimension: 'accuracy',
    applies: (facts) => wasSold(facts) && wasBidFor(facts) && facts.bidCount !== null,
    passes: ({ bidCount }) => bidCount !== 0,
  },
  {
    id: 'result-after-end',
    name: '结果早于竞价结束',
    sentence: '成交或流拍的结果不应早于竞价结束。',
    dimension: 'accuracy',
    applies: (facts) => isClosed(facts) && facts.endsAt !== null,
    passes: ({ endsAt, resultKnownAt, outcomeSeenAt }) =>
      [resultKnownAt, outcomeSeenAt].every((at) => at === null || endsAt === null || at >= endsAt),
  },
  {
    id: 'unit-plausible',
    name: '疑似单位错误',
    sentence: '成交价、评估价与起拍价相差不应达到一万倍(疑似元与万元混淆);评估价只比以总价计价的标的。',
    dimension: 'accuracy',
    applies: ({ startPriceFen }) => startPriceFen !== null,
    passes: ({ startPriceFen, hammerPriceFen, appraisalFen, priceBasis }) =>
      !isUnitError(hammerPriceFen, startPriceFen) &&
      !(priceBasis === 'total' && isUnitError(appraisalFen, startPriceFen)),
  },
];

const DAY_MS = 86_400_000;

function isSeenWithinADay({ endsAt, outcomeSeenAt }: RoundFacts): boolean {
  if (endsAt === null || outcomeSeenAt === null) return false;
  return Date.parse(outcomeSeenAt) - Date.parse(endsAt) <= DAY_MS;
}

const TIMELINESS: readonly QualityCheck[] = [
  {
    id: 'result-within-a-day',
    name: '结果迟到',
    sentence: '竞价结束后24小时内应能见到结果(本系统默认时限,待主管部门确认);不足24小时的和悔拍的不计。',
    dimension: 'timeliness',
    applies: (facts, asOf) => {
      const isOver = facts.endsAt !== null && Date.parse(asOf) - Date.parse(facts.endsAt) > DAY_MS;
      return isOver && facts.status !== 'defaulted' && isBiddingOver(facts, asOf);
    },
    passes: isSeenWithinADay,
  },
];

/** Every check of data quality (数据质量), in the order they are shown. */
export const QUALITY_CHECKS: readonly QualityCheck[] = [...COMPLETENESS, ...CONFORMITY, ...ACCURACY, ...TIMELINESS];
