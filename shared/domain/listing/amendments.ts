import type { Note } from '../asset/note.ts';
import { canonicalJson } from '../canonical.ts';
import type { Instant } from '../time.ts';
import { differencesOf } from './differences.ts';
import type { ListingTerms, ListingWindows } from './terms.ts';

/** What may be changed of a listing that is on sale (变更): when, whom to call, and the words; nothing that was decided. */
const AMENDABLE: readonly string[] = [
  '/title',
  '/remarks',
  '/contact/name',
  '/contact/phone',
  '/deposit/dueAt',
  '/windows/viewingFrom',
  '/windows/viewingUntil',
  '/windows/registrationEndsAt',
  '/windows/biddingStartsAt',
  '/windows/biddingEndsAt',
];

/**
 * Everything wrong with changing what is on sale, at this time; empty when it may be done. Bidders rely on what was announced
 * once bidding began, and price, property and term were decided by vote and approval: changing these takes the lot down first.
 */
export function amendmentFaults(before: ListingTerms, after: ListingTerms, at: Instant): readonly Note[] {
  const start = before.windows.biddingStartsAt;
  if (start !== null && at >= start) {
    return [{ pointer: '/windows/biddingStartsAt', sentence: '竞价已经开始,不能再变更' }];
  }
  const changed = differencesOf(before, after);
  if (changed.length === 0 && canonicalJson(before) === canonicalJson(after)) {
    return [{ pointer: '', sentence: '没有改动任何内容' }];
  }
  return [...fixedFaults(before, after), ...unsaidFaults(before, after), ...timeFaults(after, at)];
}

function fixedFaults(before: ListingTerms, after: ListingTerms): readonly Note[] {
  const faults = differencesOf(before, after)
    .filter(({ pointer }) => !AMENDABLE.includes(pointer))
    .map(({ pointer, name }) => ({ pointer, sentence: `${name}已经批准,上架后不能变更;须先撤下,再重新报批` }));
  const isFixed = canonicalJson(withoutAmendable(before)) === canonicalJson(withoutAmendable(after));
  return faults.length > 0 || isFixed
    ? faults
    : [{ pointer: '', sentence: '改动了不能变更的内容;只能变更时间安排、联系人、标题和备注' }];
}

function withoutAmendable({ title, remarks, contact, deposit, windows, ...rest }: ListingTerms): unknown {
  const { dueAt, ...money } = deposit;
  return { ...rest, money, noticeOn: windows.noticeOn };
}

/** What was announced may change, not vanish. */
function unsaidFaults(before: ListingTerms, after: ListingTerms): readonly Note[] {
  return differencesOf(before, after)
    .filter((difference) => AMENDABLE.includes(difference.pointer) && difference.pointer !== '/remarks')
    .filter((difference) => difference.before !== null && difference.after === null)
    .map(({ pointer, name }) => ({ pointer, sentence: `${name}已经公告,可以更改,不能删去` }));
}

function timeFaults({ windows, deposit }: ListingTerms, at: Instant): readonly Note[] {
  const { viewingFrom, viewingUntil, registrationEndsAt, biddingStartsAt, biddingEndsAt } = windows;
  const wrong: readonly (readonly [isWrong: boolean, pointer: string, sentence: string])[] = [
    [isBefore(biddingStartsAt, at) || biddingStartsAt === at, pointerOf('biddingStartsAt'), '竞价开始须在现在之后'],
    [isBefore(biddingEndsAt, biddingStartsAt), pointerOf('biddingEndsAt'), '竞价结束早于竞价开始'],
    [isBefore(biddingStartsAt, registrationEndsAt), pointerOf('registrationEndsAt'), '报名截止晚于竞价开始'],
    [isBefore(biddingStartsAt, deposit.dueAt), '/deposit/dueAt', '保证金截止晚于竞价开始'],
    [isBefore(viewingUntil, viewingFrom), pointerOf('viewingUntil'), '看样结束早于看样开始'],
  ];
  return wrong.flatMap(([isWrong, pointer, sentence]) => (isWrong ? [{ pointer, sentence }] : []));
}

function pointerOf(name: keyof ListingWindows): string {
  return `/windows/${name}`;
}

/** Both times or days are said, and the first lies before the second. */
function isBefore(first: string | null, second: string | null): boolean {
  return first !== null && second !== null && first < second;
}
