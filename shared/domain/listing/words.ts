import type { PriceBasis } from '../price.ts';
import { TRADE_KIND_TEXT } from '../trade-words.ts';
import type { Bearer, Eligibility, PaymentFrequency, PriorityRecord, Resolution } from './terms.ts';

/** What people call the choices of a listing's fields. */
export const WORDS = {
  tradeKind: TRADE_KIND_TEXT,
  priceBasis: {
    total: '总价',
    per_year: '元/年',
    per_month: '元/月',
    per_mu_year: '元/亩·年',
    per_unit: '单价',
    percent: '营业额提成',
  } satisfies Record<PriceBasis, string>,
  payEvery: {
    once: '一次付清',
    yearly: '按年付',
    'half-yearly': '按半年付',
    quarterly: '按季付',
    monthly: '按月付',
  } satisfies Record<PaymentFrequency, string>,
  bearer: {
    buyer: '买受人承担',
    seller: '转让方承担',
    'each-own': '各自承担',
    'as-agreed': '按约定',
  } satisfies Record<Bearer, string>,
  who: {
    anyone: '不限',
    'members-only': '限本集体成员',
    organisations: '限单位',
    restricted: '有条件限制',
  } satisfies Record<Eligibility['who'], string>,
  meeting: { members: '成员大会', delegates: '成员代表会议' } satisfies Record<
    NonNullable<Resolution['meeting']>,
    string
  >,
  notifiedBy: {
    delivered: '当面送达',
    post: '邮寄',
    'public-notice': '公告',
    message: '短信、微信',
  } satisfies Record<NonNullable<PriorityRecord['notifiedBy']>, string>,
  answer: { pending: '未答复', exercises: '行使', waives: '放弃' } satisfies Record<PriorityRecord['answer'], string>,
} as const;
