import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { nextOf } from '#shared/domain/placement/next.ts';
import { mayHappenTo } from '#shared/domain/placement/transitions.ts';
import { addMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import { AppError, toAppError } from '#shared/errors/app-error.ts';
import type { PlaceMessage } from '#shared/messages/place.ts';
import { commit } from '#shared/services/events/commit.ts';
import { sweepEvents } from '#shared/services/events/sweep.ts';
import { logEvent } from '#shared/services/placement/log-event.ts';
import { place } from '#shared/services/placement/place/place.ts';
import { placementAggregate } from '#shared/services/placement/placement-aggregate.ts';
import { wakeDue } from '#shared/services/placement/wake-due.ts';
import type { TimedQueue } from './placement-queue.ts';
import {
  COMMANDER,
  type PlacementSystem,
  placementOf,
  placementPorts,
  SYSTEM,
  storeOffer,
} from './placement-system.ts';
import type { Gate, Worker } from './scheduler.ts';

/** No function runs longer. */
const LONGEST_RUN_MS = 60_000;

/** Await points behind which nothing happens any more once the function's time is over. */
function mortal(
  gate: Gate,
  { clock, killedAt }: PlacementSystem,
): { readonly gate: Gate; readonly death: Promise<'dead'> } {
  const until = addMs(clock.now(), LONGEST_RUN_MS);
  const { promise: death, resolve: die } = Promise.withResolvers<'dead'>();
  const mortalGate: Gate = (name, effect, ready) =>
    gate(
      name,
      () => {
        if (clock.now() <= until) return effect();
        killedAt.push(name);
        die('dead');
        return new Promise(() => {});
      },
      ready,
    );
  return { gate: mortalGate, death };
}

/** A redelivery may heal it; anything else is a finding. */
function note({ complaints }: PlacementSystem, thrown: unknown): void {
  const { code, message, cause, retryable } = toAppError(thrown);
  if (retryable && code !== 'INTERNAL.UNEXPECTED') return;
  complaints.push(`a worker threw ${code}: ${message} ${cause instanceof Error ? cause.stack : ''}`);
}

/** A function that takes one message at a time; a message of a worker that died or failed comes again. */
function consumer(
  system: PlacementSystem,
  name: string,
  queue: TimedQueue<PlaceMessage>,
  work: (gate: Gate, message: PlaceMessage) => Promise<void>,
): Worker {
  let held: PlaceMessage | undefined;
  const release = () => {
    if (held !== undefined) queue.giveBack(held);
    held = undefined;
    system.busy.delete(name);
  };
  const serve = async (gate: Gate, message: PlaceMessage) => {
    const { gate: mortalGate, death } = mortal(gate, system);
    const done = work(mortalGate, message).then(
      () => 'done' as const,
      (error: unknown) => note(system, error),
    );
    if ((await Promise.race([done, death])) === 'done') held = undefined;
    release();
  };
  return {
    name,
    crashed: release,
    async life(gate) {
      for (;;) {
        const receive = async () => {
          release();
          held = queue.receive();
          if (held !== undefined) system.busy.add(name);
        };
        await gate('queue.receive', receive, queue.hasMessages).catch(release);
        if (held !== undefined) await serve(gate, held);
      }
    },
  };
}

/** Calls the platform. */
export function placerOf(system: PlacementSystem, name: string): Worker {
  return consumer(system, name, system.placeQueue, (gate, message) =>
    place(SYSTEM, placementPorts(system, gate), message),
  );
}

/** Makes the offer anew with the newest amendment in it. */
export function preparerOf(system: PlacementSystem): Worker {
  return consumer(system, 'preparer', system.preparations, async (gate, { placement: id }) => {
    const placement = await placementOf(system, id);
    if (nextOf(placement, system.publishing)?.step !== 'prepare') return;
    const amendment = placement.amendment?.number ?? 0;
    const offerSha256 = await storeOffer(system, id, amendment);
    const ports = placementPorts(system, gate);
    await logEvent(SYSTEM, ports, placement, { type: 'validated', data: { offerSha256, amendment } });
  });
}

/** Something a person asks of a placement, when it is time. */
export interface Wish {
  readonly id: string;
  readonly at: Instant;
  readonly event: Extract<PlacementEvent, { type: 'amendment-asked' | 'withdrawal-asked' }>;
}

/** Persons who ask for amendments and withdrawals where they may. */
export function officeOf(system: PlacementSystem, wishes: readonly Wish[]): Worker {
  const open = [...wishes];
  const isTime = () => open.some(({ at }) => at <= system.clock.now());
  return {
    name: 'office',
    crashed: () => {},
    async life(gate) {
      for (;;) {
        await gate('office.begin', async () => {}, isTime).catch(() => {});
        const wish = open.find(({ at }) => at <= system.clock.now());
        if (wish === undefined) continue;
        const { id, event } = wish;
        const command = { id: `${event.type} at ${wish.at}`, body: {} };
        const asked = commit(placementPorts(system, gate), placementAggregate, id, COMMANDER, command, (state) => {
          if (!mayHappenTo(state?.state, event.type)) throw new AppError('PLACEMENT.STATE', 'too late');
          return event;
        });
        const isOver = await asked.then(
          () => true,
          (error: unknown) => !toAppError(error).retryable,
        );
        if (isOver) open.splice(open.indexOf(wish), 1);
      }
    },
  };
}

/** The earliest moment at which anything is to be done. */
function nextMoment({ stored, placeQueue, preparations }: PlacementSystem): Instant | undefined {
  const due = stored.items('PLACEMENT').flatMap((item) => (item['dueAt'] as Instant | undefined) ?? []);
  return [...due, placeQueue.nextAt() ?? [], preparations.nextAt() ?? []].flat().toSorted()[0];
}

/** Lets the time pass, wakes who has something to do, and looks after what was left behind. */
export function timeOf(system: PlacementSystem, isAtRest: () => boolean): Worker {
  const { random, clock, busy, placeQueue, preparations, stored, plant } = system;
  const isIdle = () => busy.size === 0 && !placeQueue.hasMessages() && !preparations.hasMessages();
  const pass = async () => {
    const next = isIdle() ? nextMoment(system) : undefined;
    const aheadMs = next === undefined ? 0 : Math.max(0, toEpochMs(next) - toEpochMs(clock.now()));
    // Now and then a platform is so slow that whoever waits for it is killed.
    const slowMs = next === undefined && random.chance(0.3) ? LONGEST_RUN_MS : 0;
    clock.advance(aheadMs + slowMs + 1_000 + random.below(25_000));
    system.platform.arrive();
  };
  return {
    name: 'time',
    crashed: () => {},
    async life(gate) {
      const ports = { ...placementPorts(system, gate), due: { due: stored.due } };
      const isReady = () => !isAtRest() && (isIdle() || random.chance(0.02));
      for (;;) {
        const passed = gate('time.pass', pass, isReady).then(async () => {
          if (plant.isNeverWoken !== true) await wakeDue(SYSTEM, ports);
          await sweepEvents(SYSTEM, ports);
        });
        await passed.catch((error: unknown) => note(system, error));
      }
    },
  };
}
