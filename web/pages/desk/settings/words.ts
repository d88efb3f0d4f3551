import type { ChainStep } from '#shared/domain/approval/chain.ts';
import type { OwnerKind } from '#shared/domain/asset/owner.ts';
import type { FeeBase, FeeCategory, FeeConfidence, FeeFormula, FeePayer } from '#shared/domain/fees/schedule.ts';
import { type Fen, formatYuan, type Ppm } from '#shared/domain/money.ts';
import { ratioText } from '#shared/domain/rules/measure.ts';
import type { RuleOverride } from '#shared/domain/rules/override.ts';
import type { RuleConfidence } from '#shared/domain/rules/rule.ts';
import type { ExactRatio, Ruleset, TimeRule } from '#shared/domain/rules/time-rule.ts';
import { UNIT_WORDS } from '#shared/domain/rules/words.ts';

export const OWNER_TEXT: Readonly<Record<OwnerKind, string>> = { collective: '村集体', state: '国有单位' };

/** Who takes a step, as one word that a form can send. */
export const ACTOR_OPTIONS = [
  ['owner', '产权人自己(提交前完成)'],
  ['township', '镇街三资办'],
  ['agriculture', '区农业农村局'],
  ['state-assets', '国资监管部门'],
  ['office', '交易中心'],
] as const;
export type ActorWord = (typeof ACTOR_OPTIONS)[number][0];

export function actorWord({ actor }: ChainStep): ActorWord {
  return actor.kind === 'bureau' ? actor.bureau : actor.kind;
}

export function actorText(step: ChainStep): string {
  return ACTOR_OPTIONS.find(([word]) => word === actorWord(step))?.[1] ?? '';
}

export const RULESET_TEXT: Readonly<Record<Ruleset, string>> = {
  auction_law: '拍卖法',
  judicial_online: '网络司法拍卖',
  judicial_entrusted: '委托司法拍卖',
  soe_equity: '国有产权转让',
  soe_asset: '国有资产转让',
  zhejiang_collective: '浙江省农村集体资产',
  neighbours: '邻近地区与个别公告',
  huzhou_default: '本地默认时限',
  platform_terms: '平台约定',
  civil_code: '民法典',
  rural_land: '农村土地承包',
};

export const CONFIDENCE_TEXT: Readonly<Record<RuleConfidence, string>> = {
  verified_text: '已核对原文',
  stored_secondary: '据转载资料',
  own_knowledge: '未核对原文,待核',
  assumption: '本系统假定',
};

export const DECISION_TEXT: Readonly<Record<RuleOverride['decision'], string>> = {
  confirmed: '确认',
  disabled: '停用',
  changed: '调整数值',
};

export const SEVERITY_TEXT: Readonly<Record<TimeRule['severity'], string>> = {
  violation: '不符合时不能提交',
  warning: '不符合时说明理由可提交',
  info: '仅供参考',
};

const OP_TEXT = { gte: '不少于', lte: '不超过', eq: '等于' } as const;

/** A value of a rule with its unit. */
export function ruleValueText(rule: TimeRule, value: number | ExactRatio | null): string {
  if (rule.kind === 'flag') return '应当给予';
  if (value === null) return '尚不掌握';
  if (typeof value !== 'number') return ratioText(value);
  if (rule.kind === 'duration') return `${value} ${UNIT_WORDS[rule.unit]}`;
  return rule.kind === 'threshold' ? `${formatYuan(value as Fen)} 元` : String(value);
}

/** What a rule asks: 不少于 7 日. */
export function demandText(rule: TimeRule): string {
  if (rule.kind === 'flag') return ruleValueText(rule, null);
  return `${OP_TEXT[rule.op]} ${ruleValueText(rule, rule.value)}`;
}

export const PAYER_TEXT: Readonly<Record<FeePayer, string>> = { buyer: '买方', seller: '产权人' };
export const CATEGORY_TEXT: Readonly<Record<FeeCategory, string>> = {
  commission: '佣金',
  software_service: '软件服务费',
  transaction_service: '交易服务费',
};
export const BASE_TEXT: Readonly<Record<FeeBase, string>> = {
  hammer: '成交价',
  first_year_rent: '首年租金',
  rent_12_months: '12 个月租金',
  total_term_rent: '租期总租金',
  start_price: '起拍价',
  premium: '溢价额',
  none: '不按比例',
};
export const FEE_CONFIDENCE_TEXT: Readonly<Record<FeeConfidence, string>> = {
  agreement: '协议',
  documented: '公开资料',
  illustrative: '示例',
};

/** A rate in percent. */
export function rateText(rate: Ppm): string {
  return ratioText({ n: rate, d: 1_000_000 });
}

function upTo(end: Fen | null): string {
  return end === null ? '以上部分' : `至 ${formatYuan(end)} 元`;
}

/** A formula in words: 成交价的 5%. */
export function formulaText(formula: FeeFormula, base: FeeBase): string {
  switch (formula.type) {
    case 'free':
      return '不收';
    case 'flat':
      return `每宗 ${formatYuan(formula.amountFen)} 元`;
    case 'percent':
      return `${BASE_TEXT[base]}的 ${rateText(formula.ratePpm)}`;
    case 'marginal':
      return `${BASE_TEXT[base]}分档累进:${formula.bands.map((band) => `${upTo(band.upToFen)} ${rateText(band.ratePpm)}`).join(',')}`;
    case 'slab':
      return `${BASE_TEXT[base]}按所在档计收:${formula.bands
        .map(
          (band) =>
            `${upTo(band.upToFen)} ${'flatFen' in band ? `${formatYuan(band.flatFen)} 元` : rateText(band.ratePpm)}`,
        )
        .join(',')}`;
    case 'per_unit':
      return `每 ${formula.perUnits / 1_000} 亩 ${formatYuan(formula.amountFen)} 元`;
    case 'months_of_rent':
      return `${formula.milliMonths / 1_000} 个月租金`;
  }
}
