import type { ChainStep } from '../../../domain/approval/chain.ts';
import { STATE_CALENDAR } from '../../../domain/calendar/working-days.ts';
import type { RoundEnding } from '../../../domain/listing/events.ts';
import type { Deed, Listing, ListingRound } from '../../../domain/listing/listing.ts';
import type { Actor } from '../../../domain/people/role.ts';
import type { Instant } from '../../../domain/time.ts';

/** Whose time runs (时限归谁). */
export type ClockHolder = 'owner' | 'township' | 'bureau' | 'office' | 'platform';

/** A stretch of a listing's life in which one party had it. */
export interface TimelineEntry {
  /** Chinese: 填写, a step's own name, 移交, 上架, 竞价, … */
  readonly name: string;
  readonly holder: ClockHolder;
  readonly from: Instant;
  /** `null`: it runs still. */
  readonly until: Instant | null;
  /** Working days used, by 民法典; `null` where the holidays of a year are unknown. */
  readonly workingDays: number | null;
  /** Working days the party has; `null`: none set. */
  readonly limit: number | null;
  readonly isOverdue: boolean;
  /** How it ended: what was done, by whom, in which words; `null` while it runs. */
  readonly ended: { readonly what: string; readonly by: Actor; readonly words: string | null } | null;
}

interface Phase {
  readonly name: string;
  readonly holder: ClockHolder;
  readonly limit: number | null;
}

/** Something happened that ended one phase and began the next; `null` begins none. */
interface Turn {
  readonly deed: Deed;
  readonly what: string;
  readonly words: string | null;
  readonly begins: Phase | null;
}

const ENDED_WORDS: Readonly<Record<RoundEnding['outcome'], string>> = {
  sold: '成交',
  failed: '流拍',
  defaulted: '悔拍',
};

/** Who had the listing from when to when, from its draft to now (时间线). */
export function timelineOf(listing: Listing, now: Instant): readonly TimelineEntry[] {
  const turns = turnsOf(listing).toSorted((a, b) => a.deed.version - b.deed.version);
  return turns.flatMap(({ deed, begins }, index) => {
    const next = turns[index + 1];
    return begins === null ? [] : [entry(begins, deed.at, next, now)];
  });
}

function entry({ name, holder, limit }: Phase, from: Instant, next: Turn | undefined, now: Instant): TimelineEntry {
  const until = next?.deed.at ?? null;
  // Another machine's clock may have written a later time than ours tells.
  const used = STATE_CALENDAR.between(from, until ?? (now < from ? from : now));
  const workingDays = used.kind === 'days' ? used.days : null;
  return {
    name,
    holder,
    from,
    until,
    workingDays,
    limit,
    isOverdue: limit !== null && workingDays !== null && workingDays > limit,
    ended: next === undefined ? null : { what: next.what, by: next.deed.by, words: next.words },
  };
}

function turnsOf(listing: Listing): readonly Turn[] {
  const { agreement, withdrawal } = listing;
  return [
    ...listing.rounds.flatMap(roundTurns),
    ...reviewTurns(listing),
    ...(agreement === null ? [] : [{ deed: agreement, what: '协议出租', words: agreement.reason, begins: null }]),
    ...(withdrawal === null ? [] : [{ deed: withdrawal, what: '撤回', words: withdrawal.reason, begins: null }]),
  ];
}

function roundTurns({ number, opened, decided, handedOver, placed, ended }: ListingRound): readonly Turn[] {
  const draft = phase(number === 1 ? '填写' : `第${number}轮:填写`, 'owner');
  const start = { deed: opened, what: number === 1 ? '新建' : '再次挂牌', words: decided?.by ?? null, begins: draft };
  return [
    start,
    ...(handedOver === null ? [] : [turn(handedOver, '移交平台', null, phase('上架', 'platform'))]),
    ...(placed === null ? [] : [turn(placed, '上架', placed.url, phase('竞价', 'platform'))]),
    ...(ended === null
      ? []
      : [turn(ended, ENDED_WORDS[ended.ending.outcome], ended.ending.cause, after(ended.ending))]),
  ];
}

function after({ outcome }: RoundEnding): Phase {
  return outcome === 'sold' ? phase('成交后手续', 'office') : phase('决定再次挂牌或撤回', 'owner');
}

function reviewTurns({ submissions, steps }: Listing): readonly Turn[] {
  return submissions.flatMap((submission, index): readonly Turn[] => {
    const own = submission.steps.filter(({ actor }) => actor.kind === 'owner').map(({ id }) => id);
    const taken = steps.filter((step) => step.submission === index + 1 && step.version !== submission.version);
    const passed = new Set(own);
    const nextPhase = () => reviewPhase(submission.steps.find(({ id }) => !passed.has(id)));
    const first: Turn = { deed: submission, what: '提交审核', words: null, begins: nextPhase() };
    const rest = taken.toReversed().map((step): Turn => {
      if (step.outcome === 'returned') return turn(step, '退回', step.words, phase('修改', 'owner'));
      passed.add(step.step);
      return turn(step, '通过', step.words, nextPhase());
    });
    return [first, ...rest];
  });
}

function reviewPhase(step: ChainStep | undefined): Phase {
  if (step === undefined) return phase('移交', 'office');
  return { name: step.name, holder: step.actor.kind, limit: step.workingDays };
}

function turn(deed: Deed, what: string, words: string | null, begins: Phase): Turn {
  return { deed, what, words, begins };
}

function phase(name: string, holder: ClockHolder): Phase {
  return { name, holder, limit: null };
}
