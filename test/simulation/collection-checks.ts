import { toLotId } from '#shared/domain/lot-id.ts';
import { isOutcome } from '#shared/domain/lot-status.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { readIncidents } from '#shared/services/collection/incidents.ts';
import { PLATFORM } from '#test/services/collection/collecting.ts';
import { START } from '#test/support/fixed-ambient.ts';
import type { SentAt } from './collection-platform.ts';
import { type CollectionSystem, recordOf } from './collection-system.ts';

/** After so long everything is known, whatever happened in the beginning. */
const LONGEST_MS = 30 * 3_600_000;

/** What is not known yet, or stands open. */
async function openThings(system: CollectionSystem): Promise<readonly string[]> {
  const open: string[] = [];
  for (const auction of system.auctions) {
    const { externalId, bidsMs } = auction;
    const record = await recordOf(system, toLotId(PLATFORM, externalId));
    const outcomes = Object.keys(record?.state.outcomes ?? {}).filter((status) => isOutcome(status as 'sold'));
    const expected = bidsMs.length > 0 ? 'sold' : 'passed-in';
    if (outcomes.join() !== expected) open.push(`forgotten: ${externalId} is ${outcomes.join() || 'open'}`);
    const known = record?.bidCount ?? 0;
    if (known !== bidsMs.length) open.push(`forgotten: ${known} of ${bidsMs.length} bids of ${externalId}`);
  }
  for (const { code, place, solvedAt } of await readIncidents(system.stored, PLATFORM)) {
    if (solvedAt === null) open.push(`an incident stands: ${code} at ${place}`);
  }
  return open;
}

/** Whether all is known and solved, looked at anew whenever the time has passed; or too much time has. */
export function restOf(system: CollectionSystem) {
  let lookedAt: Instant | undefined;
  let isOver = false;
  return {
    isAtRest: () => isOver,
    async look(): Promise<void> {
      const now = system.clock.now();
      if (lookedAt === now || isOver) return;
      lookedAt = now;
      isOver = now > addMs(START, LONGEST_MS) || (await openThings(system)).length === 0;
    },
  };
}

/** More requests in 60 seconds than the platform grants; the same message delivered to two at once counts once. */
function overBudget(sent: readonly SentAt[], budget: number): readonly string[] {
  const once = new Map(sent.map(({ message, at }) => [message, at]));
  const times = [...once.values()].toSorted();
  return times.flatMap((at, index) => {
    const first = times[index - budget];
    return first !== undefined && addMs(first, 60_000) > at
      ? [`over budget: ${budget + 1} from ${first} to ${at}`]
      : [];
  });
}

/** Holds what was sent and what is known against the laws; the answer is how many messages were read by two at once. */
export async function checkCollection(system: CollectionSystem): Promise<number> {
  const { sent, requestsPerMinute, complaints } = system;
  complaints.push(...overBudget(sent, requestsPerMinute), ...(await openThings(system)));
  return sent.length - new Set(sent.map(({ message }) => message)).size;
}
