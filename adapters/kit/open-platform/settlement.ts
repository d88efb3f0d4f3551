import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { beijingDate, type Instant } from '#shared/domain/time.ts';
import { BadRow } from '../rows.ts';
import { said } from '../said.ts';
import type { Moment } from './field-types.ts';
import type { Milestones, Settlement } from './schema.ts';

type Name = keyof Milestones;

const BEFORE_SALE: readonly Name[] = ['materialsCompleteAt', 'liveAt'];
const SALE: readonly Name[] = [...BEFORE_SALE, 'endedAt'];

/**
 * What can only come after what. Nothing more is asked: a contract signed before its publicity ended breaks a rule,
 * yet it happened.
 */
const EARLIER: Readonly<Record<Name, readonly Name[]>> = {
  materialsCompleteAt: [],
  liveAt: ['materialsCompleteAt'],
  endedAt: BEFORE_SALE,
  resultKnownAt: SALE,
  confirmedAt: SALE,
  publicityStartsAt: SALE,
  publicityEndsAt: [...SALE, 'publicityStartsAt'],
  contractSignedAt: SALE,
  paidAt: SALE,
  handedOverAt: SALE,
  depositsRefundedAt: BEFORE_SALE,
};

/** Announced in advance; everything else is told once it happened. */
const PLANNED: readonly string[] = ['publicityStartsAt', 'publicityEndsAt'] satisfies readonly Name[];

/**
 * What a settlement says of its lot, in our words.
 *
 * @param clock the platform's time: what lies after it cannot have happened
 * @throws BadRow when it contradicts itself
 */
export function toSettlement({ lotId, milestones, deposits }: Settlement, clock: Instant): LotObservation {
  const { endedAt, ...rest } = milestones;
  const moments: Readonly<Partial<Record<string, Moment>>> = said<Record<Name, Moment>>({
    ...rest,
    endedAt: endedAt && { at: endedAt, isDay: false },
  });
  for (const [name, earlier] of Object.entries(EARLIER)) refuseImpossible(moments, name, earlier, clock);
  refuseUnbalanced(deposits);
  const { endedAt: ended, ...others } = Object.fromEntries(
    Object.entries(moments).map(([name, moment]) => [name, moment?.at]),
  );
  return { externalId: lotId, facts: said<LotFacts>({ ...others, endsAt: ended }) };
}

function refuseImpossible(
  moments: Readonly<Partial<Record<string, Moment>>>,
  name: string,
  earlier: readonly string[],
  clock: Instant,
): void {
  const moment = moments[name];
  if (moment === undefined) return;
  const contradicted = earlier.find((other) => isBefore(moment, moments[other]));
  if (contradicted !== undefined) throw new BadRow(`/milestones/${name}`, `before ${contradicted}`);
  if (!PLANNED.includes(name) && isBefore({ at: clock, isDay: false }, moment)) {
    throw new BadRow(`/milestones/${name}`, 'after platformTime');
  }
}

/** A day is before another only as a day: what happened on one day may have happened in any order. */
function isBefore(moment: Moment, other: Moment | undefined): boolean {
  if (other === undefined) return false;
  if (moment.isDay || other.isDay) return beijingDate(moment.at) < beijingDate(other.at);
  return moment.at < other.at;
}

function refuseUnbalanced(deposits: Settlement['deposits']): void {
  if (deposits === undefined) return;
  const { received, refunded, convertedToPrice, forfeited, held } = deposits;
  if (received !== refunded + convertedToPrice + forfeited + held) {
    throw new BadRow('/deposits/received', 'not the sum of what became of the deposits');
  }
}
