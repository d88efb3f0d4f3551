import type { FieldValues } from '#shared/domain/handoff/fields.ts';
import { moneyInWords } from '#shared/domain/handoff/money-words.ts';
import type { CompulsoryWork, ListingTerms, PriorityRecord } from '#shared/domain/listing/terms.ts';
import { WORDS } from '#shared/domain/listing/words.ts';
import { type Fen, formatYuan } from '#shared/domain/money.ts';
import type { PriceBasis } from '#shared/domain/price.ts';
import { basisText, escalationText, moneyText, termText } from '../../format.ts';
import { daysText, dayText, momentText } from './dates.ts';
import { ELIGIBILITY_TEXT } from './words.ts';

/** Takes a value through a writer; unknown stays unknown. */
function known<T>(value: T | null | undefined, write: (value: T) => string): string | undefined {
  return value === null || value === undefined ? undefined : write(value);
}

function yuan(amount: Fen): string {
  return `${formatYuan(amount)} 元`;
}

/** A price in words; a share of turnover is no amount of money. */
export function wordsOf(amount: Fen | null, basis: PriceBasis | null): string | undefined {
  return basis === null || basis === 'percent' ? undefined : known(amount, moneyInWords);
}

function lengthText(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} 分钟` : `${seconds} 秒`;
}

function workText({ text, fen }: CompulsoryWork): string {
  return fen === null ? text : `${text},费用 ${yuan(fen)}`;
}

function priorityText({ name, notifiedOn, notifiedBy, answer }: PriorityRecord): string {
  const by = notifiedBy === null ? '' : WORDS.notifiedBy[notifiedBy];
  const told = notifiedOn === null ? '未登记通知' : `${dayText(notifiedOn)}${by}通知`;
  return `${name}(${told},${WORDS.answer[answer]})`;
}

function votesText({ resolution }: ListingTerms): string | undefined {
  const { meeting, heldOn, entitled, present, inFavour } = resolution;
  if (meeting === null || heldOn === null) return undefined;
  const votes =
    entitled === null || present === null || inFavour === null
      ? ''
      : `,应到 ${entitled} 人,实到 ${present} 人,同意 ${inFavour} 人`;
  return `${dayText(heldOn)}召开${WORDS.meeting[meeting]}${votes}`;
}

function moneyFields({ startPriceFen, priceBasis, appraisal, deposit, incrementFen, extension }: ListingTerms) {
  return {
    起拍价: priceBasis === null ? undefined : known(startPriceFen, (fen) => moneyText(fen, priceBasis)),
    起拍价大写: wordsOf(startPriceFen, priceBasis),
    计价方式: known(priceBasis, basisText),
    评估价: known(appraisal.fen, yuan),
    评估机构: appraisal.agency ?? undefined,
    评估报告日期: known(appraisal.reportOn, dayText),
    加价幅度: known(incrementFen, yuan),
    延时规则: known(
      extension,
      ({ withinSeconds, bySeconds }) =>
        `结束前 ${lengthText(withinSeconds)}内有人出价的,自该次出价起延时 ${lengthText(bySeconds)}`,
    ),
    保证金: known(deposit.fen, yuan),
    保证金大写: known(deposit.fen, moneyInWords),
    保证金户名: deposit.accountName ?? undefined,
    保证金开户行: deposit.accountBank ?? undefined,
    保证金账号: deposit.accountNumber ?? undefined,
    保证金截止时间: known(deposit.dueAt, momentText),
  } satisfies FieldValues;
}

function timeFields({ windows, resolution, lease }: ListingTerms) {
  return {
    公告日期: known(windows.noticeOn, dayText),
    展示时间: daysText(windows.viewingFrom, windows.viewingUntil),
    报名截止时间: known(windows.registrationEndsAt, momentText),
    竞价开始时间: known(windows.biddingStartsAt, momentText),
    竞价结束时间: known(windows.biddingEndsAt, momentText),
    方案公示期: daysText(resolution.publicityFrom, resolution.publicityUntil),
    租期: known(lease.months, termText),
    起租日: known(lease.startsOn, dayText),
    租金递增: known(lease.escalationPpm, escalationText),
    付款方式: known(lease.payEvery, (every) => WORDS.payEvery[every]),
  } satisfies FieldValues;
}

/** What the seller wants, in the words of documents. The hidden reserve and the lowest price voted on are not read here. */
export function termFields(terms: ListingTerms): FieldValues {
  const { eligibility, priority, contact } = terms;
  const condition = eligibility.condition === null ? '' : `:${eligibility.condition}`;
  return {
    ...moneyFields(terms),
    ...timeFields(terms),
    项目名称: terms.title ?? undefined,
    流转方式: known(terms.tradeKind, (kind) => WORDS.tradeKind[kind]),
    竞买人资格: `${ELIGIBILITY_TEXT[eligibility.who]}${condition}`,
    报名材料: eligibility.papers,
    服务费承担: known(terms.feesBorneBy, (who) => WORDS.bearer[who]),
    税费承担: known(terms.taxesBorneBy, (who) => WORDS.bearer[who]),
    限定业态: terms.permittedBusiness ?? undefined,
    强制性改造: terms.compulsoryWorks.map(workText),
    优先权: priority.map(priorityText),
    优先权人名单: priority.map(({ name }) => name),
    表决情况: votesText(terms),
    联系人: contact.name ?? undefined,
    联系电话: contact.phone ?? undefined,
    备注: terms.remarks ?? undefined,
  };
}
