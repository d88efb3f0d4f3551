import { systemCaller } from '#shared/domain/caller.ts';
import { auditFindings } from '#shared/domain/events/audit.ts';
import { eventHash } from '#shared/domain/events/chain.ts';
import type { LoggedEvent } from '#shared/domain/events/event.ts';
import type { Item } from '#shared/ports/item-store.ts';
import { readAllLogs } from '#shared/services/audit/read-streams.ts';
import { sealDays } from '#shared/services/audit/seal-days.ts';
import { readSealedDays } from '#shared/services/audit/sealed-days.ts';
import { commit } from '#shared/services/events/commit.ts';
import { type MemoryEventPorts, memoryEventPorts } from '#test/support/event-ports.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { aCommander } from '#test/support/small-listing.ts';

export const DAY_MS = 86_400_000;

const counter = { kind: 'owner', fold: (count: number | undefined) => (count ?? 0) + 1 } as const;

/** A small office with logs that can be tampered with. */
export interface Audited {
  readonly ports: MemoryEventPorts;
  happen(id: string, times?: number): Promise<void>;
  seal(): Promise<readonly string[]>;
  /** What is wrong, as `stream sequence day fault`. */
  findings(): Promise<readonly string[]>;
  /** Puts an item over what is there, as nobody should. */
  tamper(item: Item): Promise<void>;
  event(id: string, sequence: number): Promise<Item & { readonly logged: LoggedEvent }>;
}

export function anAuditedOffice(): Audited {
  const ports = memoryEventPorts();
  let last = 0;
  return {
    ports,
    async happen(id, times = 1) {
      for (let time = 0; time < times; time++) {
        last += 1;
        const command = { id: `k${last}`, body: last };
        const event = { type: 'happened', data: { number: last } };
        await commit(ports, counter, id, aCommander(), command, () => event);
      }
    },
    seal: () => sealDays(systemCaller('seal'), ports),
    async findings() {
      const found = auditFindings(sha256, await readAllLogs(ports), await readSealedDays(ports));
      return found.map(({ stream, sequence, day, fault }) =>
        [stream, sequence, day, fault].map((at) => at ?? '-').join(' '),
      );
    },
    async tamper(item) {
      await ports.records.put(item, 'any');
    },
    async event(id, sequence) {
      const sk = `EVENT#${String(sequence).padStart(6, '0')}`;
      return (await ports.records.get({ pk: `OWNER#${id}`, sk })) as Item & { readonly logged: LoggedEvent };
    },
  };
}

/** An event with other content, its hash made anew: what a careful forger would put. */
export function forged(logged: LoggedEvent, change: Partial<LoggedEvent>): LoggedEvent {
  const body = { ...logged, ...change };
  return { ...body, hash: eventHash(sha256, body) };
}
