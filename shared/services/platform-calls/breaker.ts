import { addMs, type Instant } from '../../domain/time.ts';
import type { Item, ItemKey } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';
import type { SlotPorts } from './slots.ts';

interface StoredBreaker extends Item {
  readonly v: number;
  /** Failures in a row. */
  readonly failures: number;
  /** Nobody calls before then; `null` while fewer than five failed. */
  readonly openUntil: Instant | null;
}

const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * FIRST_PAUSE_MS;

/** A count that got lost opens the breaker one call later: nobody waits for that. */
const ATTEMPTS = 5;

/** Until when a platform is left alone because it failed; `null`: it may be called. */
export async function readBreaker({ records, clock }: SlotPorts, platform: string): Promise<Instant | null> {
  const { openUntil = null } = (await read(records, keys.platformBreaker(platform))) ?? {};
  return openUntil !== null && openUntil > clock.now() ? openUntil : null;
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
  await change(ports, platform, ({ failures, openUntil }) => {
    const now = ports.clock.now();
    if (openUntil !== null && openUntil > now) return undefined;
    const failed = failures + 1;
    return { failures: failed, openUntil: failed < FAILURES_TO_OPEN ? null : addMs(now, pauseAfter(failed)) };
  });
}

/** The platform answered, be it with a refusal: failures are counted from the beginning. */
export async function recordSuccess(ports: SlotPorts, platform: string): Promise<void> {
  await change(ports, platform, ({ failures }) => (failures === 0 ? undefined : { failures: 0, openUntil: null }));
}

type Breaker = Pick<StoredBreaker, 'failures' | 'openUntil'>;

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
    const changed = next(known ?? { failures: 0, openUntil: null });
    if (changed === undefined) return;
    const item: StoredBreaker = { ...key, v: (known?.v ?? 0) + 1, ...changed };
    if ((await records.put(item, known === undefined ? 'absent' : { version: known.v })) === 'written') return;
  }
}
