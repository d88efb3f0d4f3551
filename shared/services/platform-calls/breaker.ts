import { addMs, type Instant } from '../../domain/time.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import type { Item, ItemKey } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';
import type { SlotPorts } from './slots.ts';

interface Breaker {
  /** Failures in a row. */
  readonly failures: number;
  /** Nobody calls before then; `null` while fewer than five failed. */
  readonly openUntil: Instant | null;
  /** How often in a row the platform kept us out, and with what; absent: never since it last answered. */
  readonly blocks?: number;
  readonly code?: ErrorCode;
  /** Nobody calls before then because the platform asked for it: a success changes nothing about that. */
  readonly restUntil?: Instant;
}

interface StoredBreaker extends Breaker, Item {
  readonly v: number;
}

/** What is known of a platform's failures (暂停访问). */
export interface BreakerState {
  /** Until when it is left alone; `null`: it may be called. */
  readonly pausedUntil: Instant | null;
  /** It may be called, but nobody knows whether it answers again: one request is enough to learn it. */
  readonly isTrying: boolean;
  /** What it keeps us out with; `null`: it does not. */
  readonly blockedBy: ErrorCode | null;
}

const CLOSED: Breaker = { failures: 0, openUntil: null };

const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * FIRST_PAUSE_MS;

/** A platform that keeps us out is not tried again soon: it may take every try for another attack. */
const FIRST_BLOCK_MS = 30 * 60_000;
const LONGEST_BLOCK_MS = 6 * 3_600_000;

/** A count that got lost opens the breaker one call later: nobody waits for that. */
const ATTEMPTS = 5;

/** Until when a platform is left alone because it failed or asked for it; `null`: it may be called. */
export async function readBreaker(ports: SlotPorts, platform: string): Promise<Instant | null> {
  return (await readBreakerState(ports, platform)).pausedUntil;
}

/** As `readBreaker`, and why. */
export async function readBreakerState({ records, clock }: SlotPorts, platform: string): Promise<BreakerState> {
  const breaker: Breaker = (await read(records, keys.platformBreaker(platform))) ?? CLOSED;
  const { failures, openUntil, blocks = 0, code = null, restUntil: asked = null } = breaker;
  const now = clock.now();
  const pausedUntil = later(openUntil, asked);
  const isPaused = pausedUntil !== null && pausedUntil > now;
  return {
    pausedUntil: isPaused ? pausedUntil : null,
    isTrying: !isPaused && (failures >= FAILURES_TO_OPEN || blocks > 0),
    blockedBy: blocks > 0 ? code : null,
  };
}

/** The platforms of these that are left alone now, and until when (暂停访问). */
export async function pausedPlatforms(
  ports: SlotPorts,
  platforms: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  const read = platforms.map(async (platform) => [platform, await readBreaker(ports, platform)] as const);
  const known = await Promise.all(read);
  return new Map(known.flatMap(([platform, until]) => (until === null ? [] : [[platform, until] as const])));
}

/**
 * The platform did not answer, or not sensibly. The fifth failure in a row opens the breaker for a minute, every further one
 * for twice as long as before, 30 minutes at most. Failures of calls begun before it opened are not counted.
 */
export async function recordFailure(ports: SlotPorts, platform: string): Promise<void> {
  await change(ports, platform, (breaker) => {
    const now = ports.clock.now();
    if (isOpen(breaker, now)) return undefined;
    const failures = breaker.failures + 1;
    return { ...breaker, failures, openUntil: failures < FAILURES_TO_OPEN ? null : addMs(now, pauseAfter(failures)) };
  });
}

/**
 * The platform keeps us out (拒绝自动访问): the breaker opens at once, for 30 minutes, and for twice as long as before while that
 * goes on, six hours at most. Calls begun before it opened are not counted.
 */
export async function openBreaker(ports: SlotPorts, platform: string, code: ErrorCode): Promise<void> {
  await change(ports, platform, (breaker) => {
    const now = ports.clock.now();
    const { blocks = 0 } = breaker;
    if (blocks > 0 && isOpen(breaker, now)) return undefined;
    const pause = Math.min(FIRST_BLOCK_MS * 2 ** blocks, LONGEST_BLOCK_MS);
    return { ...breaker, openUntil: addMs(now, pause), blocks: blocks + 1, code };
  });
}

/** The platform asked us to wait (Retry-After): nobody calls before then. What it asked for before stays, where it is later. */
export async function restUntil(ports: SlotPorts, platform: string, until: Instant): Promise<void> {
  await change(ports, platform, (breaker) => {
    const { restUntil: asked } = breaker;
    return asked !== undefined && asked >= until ? undefined : { ...breaker, restUntil: until };
  });
}

/**
 * The platform answered, be it with a refusal: failures are counted from the beginning. A call begun before the platform kept
 * us out says nothing of that.
 */
export async function recordSuccess(ports: SlotPorts, platform: string): Promise<void> {
  await change(ports, platform, (breaker) => {
    const { failures, blocks = 0, restUntil: asked } = breaker;
    if (failures === 0 && blocks === 0) return undefined;
    if (blocks > 0 && isOpen(breaker, ports.clock.now())) return undefined;
    return asked === undefined ? CLOSED : { ...CLOSED, restUntil: asked };
  });
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function isOpen({ openUntil }: Breaker, now: Instant): boolean {
  return openUntil !== null && openUntil > now;
}

function pauseAfter(failures: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - FAILURES_TO_OPEN), LONGEST_PAUSE_MS);
}

async function read(records: SlotPorts['records'], key: ItemKey): Promise<StoredBreaker | undefined> {
  return (await records.get(key)) as StoredBreaker | undefined;
}

async function change(
  { records }: SlotPorts,
  platform: string,
  next: (breaker: Breaker) => Breaker | undefined,
): Promise<void> {
  const key = keys.platformBreaker(platform);
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const known = await read(records, key);
    const changed = next(known ?? CLOSED);
    if (changed === undefined) return;
    const item = { ...key, ...changed, v: (known?.v ?? 0) + 1 };
    if ((await records.put(item, known === undefined ? 'absent' : { version: known.v })) === 'written') return;
  }
}
