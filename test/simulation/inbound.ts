import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { parseEnvelope } from '#shared/messages/document-envelope.ts';
import type { InboundPorts } from '#shared/services/inbound/inbound-ports.ts';
import { takeMessage } from '#shared/services/inbound/take-message.ts';
import { aMessage, anInbound, PUSHING } from '#test/services/inbound/a-pushing-platform.ts';
import { seededRandom, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import type { FaultPlan } from './faults.ts';
import { gatedObjects, gatedStore } from './ports.ts';
import { type Gate, scheduler, type Worker } from './scheduler.ts';

/** What the platform sends; the last two are different messages under one number, which only a mistaken platform does. */
const SENT = [
  { id: 'msg_1', body: '{"lotId":"1"}' },
  { id: 'msg_2', body: '{"lotId":"2"}' },
  { id: 'msg_twice', body: '{"lotId":"3"}' },
  { id: 'msg_twice', body: '{"lotId":"4"}' },
] as const;

export interface InboundOptions {
  readonly seed: number;
  readonly faults: FaultPlan;
  /** How many deliveries of each message there are at once. */
  readonly deliveries: number;
  /** Bugs are planted here. */
  readonly plant?: (ports: InboundPorts) => InboundPorts;
}

const MAX_CALLS = 5_000;

type Inbound = Awaited<ReturnType<typeof anInbound>>;

interface Run {
  readonly inbound: Inbound;
  readonly clock: ReturnType<typeof steppedClock>;
  readonly plant: (ports: InboundPorts) => InboundPorts;
  readonly complaints: string[];
  /** Whose messages were answered 2xx, by their place in `SENT`. */
  readonly acknowledged: Set<number>;
}

/** One delivery of a message: sent again, a second later by its own time, until it is answered for good. */
function deliveryOf(run: Run, index: number, name: string): Worker {
  const { inbound, clock, plant, complaints, acknowledged } = run;
  const send = async (gate: Gate): Promise<boolean> => {
    clock.advance(1000);
    const { id = '', body = '' } = SENT[index] ?? {};
    const records = gatedStore(gate, 'records', inbound.records);
    const documents = gatedObjects(gate, 'documents', inbound.documents);
    const ports = plant({ ...inbound.ports, verify: () => true, records, documents });
    try {
      await takeMessage(PUBLIC_CALLER, ports, PUSHING, aMessage(clock.now(), { id, body }));
      acknowledged.add(index);
      return true;
    } catch (error) {
      const { code, retryable } = toAppError(error);
      if (!retryable && code !== 'EVENT.CONFLICT') complaints.push(`a delivery was answered ${code}`);
      return !retryable;
    }
  };
  return {
    name,
    crashed: () => undefined,
    async life(gate) {
      for (let done = false; !done; ) done = await send(gate);
    },
  };
}

/** Each message acknowledged is there once, as it came; of two under one number one is there and the other was refused. */
async function checkAtRest({ inbound, complaints, acknowledged }: Run): Promise<void> {
  const stored: string[] = [];
  for (const key of await inbound.documents.list('')) {
    const object = await inbound.documents.get(key);
    const { observedAt, receivedAt, sha256: said } = parseEnvelope(object?.metadata ?? {});
    const bytes = object?.bytes ?? new Uint8Array();
    if (said !== sha256.sha256(bytes) || observedAt > receivedAt) complaints.push(`${key} has a wrong envelope`);
    stored.push(new TextDecoder().decode(bytes));
  }
  const expected = [...acknowledged].map((index) => SENT[index]?.body ?? '').sort();
  if (stored.toSorted().join() !== expected.join()) complaints.push(`stored ${stored}, acknowledged ${expected}`);
  if (new Set(SENT.map(({ id }) => id)).size !== stored.length) complaints.push(`${stored.length} documents`);
}

/** Runs the deliveries on one seed until all are answered and checks what is there. */
export async function simulateInbound({ seed, faults, deliveries, plant = (ports) => ports }: InboundOptions) {
  const random = seededRandom(seed);
  const clock = steppedClock();
  const inbound = await anInbound(clock);
  const run: Run = { inbound, clock, plant, complaints: [], acknowledged: new Set() };
  const schedule = scheduler(random, faults, MAX_CALLS);
  for (const index of SENT.keys()) {
    for (let copy = 0; copy < deliveries; copy++) schedule.start(deliveryOf(run, index, `delivery-${index}-${copy}`));
  }
  await schedule.run();
  await checkAtRest(run);
  return { complaints: run.complaints, trace: schedule.trace, calls: schedule.trace.length };
}
