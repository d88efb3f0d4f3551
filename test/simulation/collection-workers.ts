import { systemCaller } from '#shared/domain/caller.ts';
import { addMs, fromEpochMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import type { CollectMessage } from '#shared/messages/collect.ts';
import { collect } from '#shared/services/collection/collect.ts';
import { planCollection } from '#shared/services/collection/plan.ts';
import { readBreaker } from '#shared/services/platform-calls/breaker.ts';
import { reserveSlot } from '#shared/services/platform-calls/slots.ts';
import { PLATFORM } from '#test/services/collection/collecting.ts';
import { type AnswerFault, RETRY_AFTER_MS } from './collection-platform.ts';
import { type CollectionSystem, collectionPorts, nameOf } from './collection-system.ts';
import type { Gate, Worker } from './scheduler.ts';

const MINUTE_MS = 60_000;

/** A redelivery may heal it; anything else is a finding. */
function note({ complaints }: CollectionSystem, thrown: unknown): void {
  const { code, message, cause, retryable } = toAppError(thrown);
  if (retryable && code !== 'INTERNAL.UNEXPECTED') return;
  complaints.push(`a worker threw ${code}: ${message} ${cause instanceof Error ? cause.stack : ''}`);
}

/** Whatever asks for it, nobody is to call the platform before then; `null`: it may be called. */
function pausedUntil({ stored, clock }: CollectionSystem): Promise<Instant | null> {
  return readBreaker({ records: stored, clock }, PLATFORM);
}

/** One message, and whether what was sent for it was allowed and what came of it heeded. */
async function serve(system: CollectionSystem, gate: Gate, given: CollectMessage, isAnswered: boolean) {
  const { clock, sent, complaints, plant, site } = system;
  const message = plant.message?.(given, system) ?? given;
  const paused = await pausedUntil(system);
  const before = sent.length;
  const ports = collectionPorts(system, gate, given);
  // Of this worker's own request: the message may be with another one too.
  const own: { befell: AnswerFault } = { befell: 'none' };
  const watched = {
    ...ports,
    fetchers: ports.fetchers.map(({ fetching, connect }) => ({
      fetching,
      connect: (settings: Parameters<typeof connect>[0]) => ({
        fetch: (...target: Parameters<ReturnType<typeof connect>['fetch']>) => {
          if (paused !== null && clock.now() < paused) complaints.push(`sent while paused: ${nameOf(given)}`);
          if (isAnswered) complaints.push(`sent again: ${nameOf(given)}`);
          const told = () => {
            own.befell = site.befell(nameOf(given));
          };
          return connect(settings)
            .fetch(...target)
            .then(
              (step) => {
                told();
                return step;
              },
              (error: unknown) => {
                // An answer that got lost on its way tells nobody anything.
                if (toAppError(error).code !== 'STORE.UNAVAILABLE') told();
                throw error;
              },
            );
        },
      }),
    })),
  };
  const came = await collect(systemCaller('collect'), watched, message);
  const now = clock.now();
  const until = came === 'failed' && sent.length > before ? await pausedUntil(system) : null;
  if (came !== 'failed') return came;
  if (own.befell === 'rate-limited' && (until === null || until < addMs(now, RETRY_AFTER_MS - MINUTE_MS))) {
    complaints.push(`not left alone after 429: ${nameOf(given)}`);
  }
  if ((own.befell === 'captcha' || own.befell === 'shut-out') && until === null) {
    complaints.push(`not left alone after a block: ${nameOf(given)}`);
  }
  return came;
}

/** Takes one message at a time; a message of a worker that died or failed comes again. */
export function collectorOf(system: CollectionSystem, name: string, answered: Set<string>): Worker {
  const { queue, busy } = system;
  let held: CollectMessage | undefined;
  const release = () => {
    if (held !== undefined) queue.giveBack(held);
    held = undefined;
    busy.delete(name);
  };
  return {
    name,
    crashed: release,
    async life(gate) {
      for (;;) {
        const receive = async () => {
          release();
          held = queue.receive();
          if (held !== undefined) busy.add(name);
        };
        await gate('queue.receive', receive, queue.hasMessages).catch(release);
        if (held === undefined) continue;
        const message = held;
        const came = await serve(system, gate, message, answered.has(nameOf(message))).catch((error: unknown) =>
          note(system, error),
        );
        if (came !== undefined) held = undefined;
        if (came === 'answered' || came === 'failed') answered.add(nameOf(message));
        release();
      }
    },
  };
}

/** Plans whenever its minute has come; two of them do so at once. */
export function plannerOf(system: CollectionSystem, name: string, isAtRest: () => boolean): Worker {
  let planned: string | undefined;
  const minute = () => system.clock.now().slice(0, 16);
  return {
    name,
    crashed: () => void system.busy.delete(name),
    async life(gate) {
      for (;;) {
        const begin = async () => {
          planned = minute();
          system.busy.add(name);
        };
        await gate('plan.begin', begin, () => !isAtRest() && planned !== minute()).catch(() => {});
        const ports = collectionPorts(system, gate);
        await planCollection(systemCaller('plan'), ports).catch((error: unknown) => note(system, error));
        system.busy.delete(name);
      }
    },
  };
}

/** Somebody publishing on the same platform, two requests at a time, within the same budget. */
async function publishNow(system: CollectionSystem): Promise<void> {
  const { clock, stored: records, sent, random, requestsPerMinute } = system;
  const asked = { platform: PLATFORM, requestsPerMinute, requests: 2, withinMs: MINUTE_MS };
  const slot = await reserveSlot({ records, clock }, asked);
  const at = addMs(slot.at, random.below(10_000));
  if (slot.isReserved) for (const part of ['1', '2']) sent.push({ at, message: `publication at ${at} ${part}` });
}

/** Whether all is known, as it was when somebody last looked. */
interface Rest {
  readonly isAtRest: () => boolean;
  readonly look: () => Promise<void>;
}

/** Lets the time pass: to the next message or minute when nobody is at anything, a little now and then. */
export function timeOf(system: CollectionSystem, { isAtRest, look }: Rest, publishes: boolean): Worker {
  const { random, clock, busy, queue } = system;
  const isIdle = () => busy.size === 0 && !queue.hasMessages();
  const pass = async () => {
    const nowMs = toEpochMs(clock.now());
    if (!isIdle()) {
      clock.advance(random.below(3_000));
      return;
    }
    await look();
    if (isAtRest()) return;
    const paused = await pausedUntil(system);
    const nextMinute = fromEpochMs((Math.floor(nowMs / MINUTE_MS) + 1) * MINUTE_MS);
    const moments = [queue.nextAt() ?? nextMinute, paused ?? nextMinute].toSorted();
    const next =
      paused !== null && queue.nextAt() === undefined ? paused : [moments[0] ?? nextMinute, nextMinute].toSorted()[0];
    clock.advance(Math.max(1, toEpochMs(next ?? nextMinute) - nowMs));
    if (publishes && random.chance(0.05)) await publishNow(system);
  };
  return {
    name: 'time',
    crashed: () => {},
    async life(gate) {
      const isReady = () => !isAtRest() && (isIdle() || (publishes && random.chance(0.02)));
      for (;;) await gate('time.pass', pass, isReady).catch((error: unknown) => note(system, error));
    },
  };
}
