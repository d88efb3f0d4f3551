import { type Fen, formatYuan } from '../money.ts';
import { formatBeijingText, type Instant } from '../time.ts';
import { PAPER_NAMES } from './paper-names.ts';
import type { ListingTerms } from './terms.ts';
import { WORDS } from './words.ts';

/** One field of the terms as people read it. */
export interface TermsField {
  /** JSON pointer into `ListingTerms`. */
  readonly pointer: string;
  readonly name: string;
  /** The value in Chinese; `null` while nothing is said. */
  readonly text: (terms: ListingTerms) => string | null;
}

type Value = string | number | null;

function field(pointer: string, name: string, text: (terms: ListingTerms) => Value): TermsField {
  return {
    pointer,
    name,
    text: (terms) => {
      const value = text(terms);
      return value === null || value === '' ? null : String(value);
    },
  };
}

function yuan(amount: Fen | null): string | null {
  return amount === null ? null : `${formatYuan(amount)}元`;
}

function time(instant: Instant | null): string | null {
  return instant === null ? null : formatBeijingText(instant);
}

function word<K extends string>(words: Readonly<Record<K, string>>, key: K | null): string | null {
  return key === null ? null : words[key];
}

function rate(value: number | null): string | null {
  return value === null ? null : `${value / 10_000}%`;
}

/** Lines of a list, one beside the other; none is nothing said. */
function lines<T>(items: readonly T[], line: (item: T) => string): string {
  return items.map(line).join(';');
}

function seconds({ withinSeconds, bySeconds }: NonNullable<ListingTerms['extension']>): string {
  return `最后${withinSeconds}秒内出价,延时${bySeconds}秒`;
}

const OFFER: readonly TermsField[] = [
  field('/title', '标题', (terms) => terms.title),
  field('/items', '资产', ({ items }) =>
    lines(items, ({ assetId, parts }) => (parts === null ? assetId : `${assetId}(部位 ${parts.join('、')})`)),
  ),
  field('/tradeKind', '交易方式', ({ tradeKind }) => word(WORDS.tradeKind, tradeKind)),
  field('/permittedBusiness', '经营用途', (terms) => terms.permittedBusiness),
  field('/compulsoryWorks', '必须完成的工程', ({ compulsoryWorks }) =>
    lines(compulsoryWorks, ({ text, fen }) => (fen === null ? text : `${text} ${yuan(fen)}`)),
  ),
  field('/lease/startsOn', '租期开始', ({ lease }) => lease.startsOn),
  field('/lease/months', '租期', ({ lease }) => (lease.months === null ? null : `${lease.months}个月`)),
  field('/lease/escalationPpm', '租金每年递增', ({ lease }) => rate(lease.escalationPpm)),
  field('/lease/payEvery', '付款频率', ({ lease }) => word(WORDS.payEvery, lease.payEvery)),
];

const PRICE: readonly TermsField[] = [
  field('/priceBasis', '计价方式', ({ priceBasis }) => word(WORDS.priceBasis, priceBasis)),
  field('/startPriceFen', '起拍价', (terms) => yuan(terms.startPriceFen)),
  field('/reserveFen', '保留价', (terms) => yuan(terms.reserveFen)),
  field('/incrementFen', '加价幅度', (terms) => yuan(terms.incrementFen)),
  field('/extension', '延时竞价', ({ extension }) => (extension === null ? null : seconds(extension))),
  field('/appraisal/fen', '评估价', ({ appraisal }) => yuan(appraisal.fen)),
  field('/appraisal/agency', '评估机构', ({ appraisal }) => appraisal.agency),
  field('/appraisal/reportOn', '评估报告日', ({ appraisal }) => appraisal.reportOn),
  field('/appraisal/publishedOn', '评估结果公示开始', ({ appraisal }) => appraisal.publishedOn),
  field('/appraisal/publicityEndsOn', '评估结果公示结束', ({ appraisal }) => appraisal.publicityEndsOn),
  field('/deposit/fen', '保证金', ({ deposit }) => yuan(deposit.fen)),
  field('/deposit/accountName', '保证金账户名', ({ deposit }) => deposit.accountName),
  field('/deposit/accountBank', '保证金开户行', ({ deposit }) => deposit.accountBank),
  field('/deposit/accountNumber', '保证金账号', ({ deposit }) => deposit.accountNumber),
  field('/deposit/dueAt', '保证金截止', ({ deposit }) => time(deposit.dueAt)),
  field('/feesBorneBy', '服务费承担', ({ feesBorneBy }) => word(WORDS.bearer, feesBorneBy)),
  field('/taxesBorneBy', '税费承担', ({ taxesBorneBy }) => word(WORDS.bearer, taxesBorneBy)),
];

const TIMES: readonly TermsField[] = [
  field('/windows/noticeOn', '公告发布日', ({ windows }) => windows.noticeOn),
  field('/windows/viewingFrom', '看样开始', ({ windows }) => windows.viewingFrom),
  field('/windows/viewingUntil', '看样结束', ({ windows }) => windows.viewingUntil),
  field('/windows/registrationEndsAt', '报名截止', ({ windows }) => time(windows.registrationEndsAt)),
  field('/windows/biddingStartsAt', '竞价开始', ({ windows }) => time(windows.biddingStartsAt)),
  field('/windows/biddingEndsAt', '竞价结束', ({ windows }) => time(windows.biddingEndsAt)),
];

const PEOPLE: readonly TermsField[] = [
  field('/eligibility/who', '竞买人范围', ({ eligibility }) => word(WORDS.who, eligibility.who)),
  field('/eligibility/condition', '竞买条件', ({ eligibility }) => eligibility.condition),
  field('/eligibility/papers', '竞买人须交材料', ({ eligibility }) => eligibility.papers.join('、')),
  field('/priority', '优先权人', ({ priority }) =>
    lines(priority, ({ name, notifiedOn, notifiedBy, answer, file }) =>
      [name, notifiedOn ?? '未通知', word(WORDS.notifiedBy, notifiedBy), WORDS.answer[answer], file]
        .filter((part) => part !== null)
        .join(' '),
    ),
  ),
  field('/contact/name', '联系人', ({ contact }) => contact.name),
  field('/contact/phone', '联系电话', ({ contact }) => contact.phone),
  field('/remarks', '备注', (terms) => terms.remarks),
];

const DECISION: readonly TermsField[] = [
  field('/resolution/meeting', '会议形式', ({ resolution }) => word(WORDS.meeting, resolution.meeting)),
  field('/resolution/heldOn', '开会日期', ({ resolution }) => resolution.heldOn),
  field('/resolution/entitled', '应到人数', ({ resolution }) => resolution.entitled),
  field('/resolution/present', '实到人数', ({ resolution }) => resolution.present),
  field('/resolution/inFavour', '同意人数', ({ resolution }) => resolution.inFavour),
  field('/resolution/planPublishedOn', '方案公布日', ({ resolution }) => resolution.planPublishedOn),
  field('/resolution/publicityFrom', '公示开始', ({ resolution }) => resolution.publicityFrom),
  field('/resolution/publicityUntil', '公示结束', ({ resolution }) => resolution.publicityUntil),
  field('/resolution/floorFen', '决议最低价', ({ resolution }) => yuan(resolution.floorFen)),
  field('/papers', '材料', ({ papers }) =>
    lines(papers, ({ kind, file, note }) => [PAPER_NAMES[kind], note, `(文件 ${file})`].filter(Boolean).join(' ')),
  ),
];

/** Every field of the terms in the order people fill them in. */
export const TERMS_FIELDS: readonly TermsField[] = [...OFFER, ...PRICE, ...TIMES, ...PEOPLE, ...DECISION];
