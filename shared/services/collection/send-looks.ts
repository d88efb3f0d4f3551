import type { Look } from '../../domain/collection/policy.ts';
import type { CollectionTask } from '../../domain/collection/task.ts';
import { type Instant, toEpochMs } from '../../domain/time.ts';
import type { CollectMessage, LotOrder } from '../../messages/collect.ts';
import { reserveSlots, type SlotPorts, type WantedSlot } from '../platform-calls/slots.ts';
import type { ActiveSource } from './active-sources.ts';
import type { SendCollect } from './collection-ports.ts';

/** A request to be sent: for which state of which task, and when. */
export interface Request {
  readonly task: Pick<CollectionTask, 'id' | 'version'>;
  readonly look: Look;
  /** `null` for lists. */
  readonly lot: LotOrder | null;
}

interface Ports extends SlotPorts {
  readonly send: SendCollect;
}

type Source = Pick<ActiveSource, 'requestsPerMinute'> & { readonly fetching: { readonly platform: string } };

/** Names what nobody else may take on: this state of the task. */
function claimOf({ task }: Request): string {
  return `${task.id}@${task.version}`;
}

/**
 * Reserves a moment for each request by one write, claims them, and sends those that got one (预约并派发). What gets none is
 * planned again, and what is lost between the write and the sending as soon as its claim ends.
 *
 * @returns the moments of those sent
 * @throws AppError `STORE.CONTENTION`
 */
export async function sendLooks(
  ports: Ports,
  source: Source,
  requests: readonly Request[],
  withinMs: number,
  claim: (request: Request) => string = claimOf,
): Promise<readonly Instant[]> {
  const { requestsPerMinute } = source;
  const { platform } = source.fetching;
  const wanted = requests.map(
    (request): WantedSlot => ({
      claim: claim(request),
      notBefore: request.look.at,
      urgentFrom: request.look.urgentFrom,
    }),
  );
  const slots = await reserveSlots(ports, { platform, requestsPerMinute, wanted, withinMs });
  const sent: Instant[] = [];
  for (const [index, { task, lot }] of requests.entries()) {
    const slot = slots[index];
    if (slot === undefined || slot === 'claimed' || !slot.isReserved) continue;
    const { id, version } = task;
    const message: CollectMessage = { schema: 'collect.v1', platform, task: id, version, slot: slot.at, lot };
    await ports.send(platform, message, secondsUntil(slot.at, ports.clock.now()));
    sent.push(slot.at);
  }
  return sent;
}

/** How long a queue has to hold a message back, so that it never comes before its moment. */
export function secondsUntil(slot: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((toEpochMs(slot) - toEpochMs(now)) / 1000));
}
