import { shortMark } from '../../domain/short-mark.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Clock } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { freeSecond, GRACE_SECONDS, instantOf, isNear, type Search, secondFrom, secondOf } from './slot-seconds.ts';
import { putReserved, type Reserved, readReserved } from './slots-item.ts';

/** What moments are reserved with. */
export interface SlotPorts {
  readonly records: ItemStore;
  readonly clock: Clock;
}

/** What is asked of a platform's budget. */
export interface SlotRequest {
  readonly platform: string;
  /** What the platform lets us send in a minute. */
  readonly requestsPerMinute: number;
  /** Requests sent together at the moment reserved. */
  readonly requests: number;
  /** How far ahead the moment may lie, milliseconds: what can wait leaves the later moments to what cannot. */
  readonly withinMs: number;
}

/** A moment of ours (`isReserved`), or the earliest that was not looked at, too far ahead to be kept. */
export interface Slot {
  readonly at: Instant;
  readonly isReserved: boolean;
}

/** One of many requests, and what is taken on with it, so that nobody else takes it on too. */
export interface WantedSlot {
  /** Names what the request is for; nobody else is given the same until two minutes after the moment. */
  readonly claim: string;
  readonly notBefore: Instant;
  /** From when on it cannot wait: then it takes any of the budget, and what can wait leaves nearly all of it; `null`: never. */
  readonly urgentFrom: Instant | null;
}

/** Many requests of one reservation. */
export interface SlotsRequest {
  readonly platform: string;
  readonly requestsPerMinute: number;
  /** The first is served first. */
  readonly wanted: readonly WantedSlot[];
  /** Milliseconds from now. */
  readonly withinMs: number;
}

const ATTEMPTS = 20;
/** Longer than whoever was given a moment may take over what he took on. */
const CLAIM_SECONDS = 120;
/** So many keep the item below 4 KB. */
const MOST_CLAIMS = 240;

/** Says whether a moment that was reserved may be used now: neither before it nor long after. */
export function isUsable(slot: Instant, now: Instant): boolean {
  return slot <= now && now <= addMs(slot, GRACE_SECONDS * 1000);
}

/**
 * Reserves the earliest free moment for requests to a platform, for whoever asks first. Requests sent in their moments, or up
 * to ten seconds late, never come to more than the budget within any 60 seconds. A moment further ahead than
 * `withinMs` is not reserved: whoever is told so asks again later. Moments that are not used are lost, and one reserved ahead
 * keeps nobody from those before it.
 *
 * Requests of one step are not cut apart. A step that needs more than a minute's budget is treated as if it needed just that.
 *
 * @throws AppError `STORE.CONTENTION` after twenty lost races
 */
export async function reserveSlot(ports: SlotPorts, asked: SlotRequest): Promise<Slot> {
  const requests = Math.min(Math.max(asked.requests, 1), asked.requestsPerMinute);
  return change(ports, asked.platform, (reserved): Decision<Slot> => {
    const now = ports.clock.now();
    const until = secondOf(addMs(now, asked.withinMs));
    const search = { from: secondOf(now), until, requests, budgetAt: () => asked.requestsPerMinute };
    const second = freeSecond(reserved.taken, search);
    if (second > until) return { answer: { at: instantOf(second), isReserved: false } };
    return { answer: { at: instantOf(second), isReserved: true }, reserved: withRequests(reserved, second, requests) };
  });
}

/**
 * Reserves the earliest free moment for each of many requests to a platform, all by one write, and claims what they are for.
 * What somebody else has claimed is answered `claimed`. What can wait takes half of the budget at most, and beside what is
 * urgent a tenth: the rest is kept for that and for placements.
 *
 * @throws AppError `STORE.CONTENTION` after twenty lost races
 */
export async function reserveSlots(ports: SlotPorts, asked: SlotsRequest): Promise<readonly (Slot | 'claimed')[]> {
  if (asked.wanted.length === 0) return [];
  return change(ports, asked.platform, (known) => {
    const now = ports.clock.now();
    const until = secondOf(addMs(now, asked.withinMs));
    let reserved: Reserved = known;
    const hurried = asked.wanted.filter((each) => isUrgentAt(each, until));
    let isFull = false;
    const answer = asked.wanted.map((wanted): Slot | 'claimed' => {
      const mark = shortMark(wanted.claim);
      if (reserved.claims.has(mark)) return 'claimed';
      const canWait = !isUrgentAt(wanted, until);
      const search = searchOf(
        wanted,
        asked,
        now,
        reserved.urgent,
        hurried.some((other) => other !== wanted),
      );
      const second = isFull && canWait ? until + 1 : freeSecond(reserved.taken, search);
      if (second > until || reserved.claims.size >= MOST_CLAIMS) {
        // Where nothing is free from now on, nothing is for whoever comes later.
        isFull ||= canWait && search.from === secondOf(now);
        return { at: instantOf(until + 1), isReserved: false };
      }
      reserved = withClaim(withRequests(reserved, second, 1), mark, second, isUrgentAt(wanted, second));
      return { at: instantOf(second), isReserved: true };
    });
    return reserved === known ? { answer } : { answer, reserved };
  });
}

function searchOf(
  wanted: WantedSlot,
  { requestsPerMinute, withinMs }: SlotsRequest,
  now: Instant,
  urgent: ReadonlySet<number>,
  isBusy: boolean,
): Search {
  const { notBefore } = wanted;
  const ordinary = Math.max(1, Math.floor(requestsPerMinute / 2));
  const besideUrgent = Math.floor(requestsPerMinute / 10);
  return {
    from: notBefore <= now ? secondOf(now) : secondFrom(notBefore),
    until: secondOf(addMs(now, withinMs)),
    requests: 1,
    budgetAt: (second) => {
      if (isUrgentAt(wanted, second)) return requestsPerMinute;
      return isBusy || isNear(second, urgent) ? besideUrgent : ordinary;
    },
  };
}

function isUrgentAt({ urgentFrom }: WantedSlot, second: number): boolean {
  return urgentFrom !== null && second >= secondFrom(urgentFrom);
}

function withRequests(reserved: Reserved, second: number, requests: number): Reserved {
  const { taken } = reserved;
  return { ...reserved, taken: new Map([...taken, [second, (taken.get(second) ?? 0) + requests]]) };
}

function withClaim(reserved: Reserved, mark: string, second: number, isUrgent: boolean): Reserved {
  return {
    ...reserved,
    claims: new Map([...reserved.claims, [mark, second + CLAIM_SECONDS]]),
    urgent: isUrgent ? new Set([...reserved.urgent, second]) : reserved.urgent,
  };
}

interface Decision<T> {
  readonly answer: T;
  /** Absent: nothing was reserved. */
  readonly reserved?: Reserved;
}

async function change<T>(ports: SlotPorts, platform: string, decide: (reserved: Reserved) => Decision<T>): Promise<T> {
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const { version, ...known } = await readReserved(ports, platform);
    const { answer, reserved } = decide(known);
    if (reserved === undefined) return answer;
    if ((await putReserved(ports, platform, { ...reserved, version })) === 'written') return answer;
  }
  throw new AppError('STORE.CONTENTION', 'others reserved every moment', { details: { platform } });
}
