import type { FeeBook } from '#shared/domain/fees/book.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import { beijingDate, type LocalDate } from '#shared/domain/time.ts';
import type { Ids, Log, Random } from '#shared/ports/ambient.ts';
import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import type { ObjectStore } from '#shared/ports/object-store.ts';
import type { FactsReader } from '#shared/services/comparison/read-facts.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';

/** What the desk stands on. */
export interface DeskPorts extends EventPorts {
  /** Papers and pictures people bring. */
  readonly files: ObjectStore;
  readonly ids: Ids;
  readonly random: Random;
  readonly log: Log;
  readonly platforms: readonly PlatformManifest[];
  readonly publishing: readonly Publishing[];
  readonly fees: FeeBook;
  /** What is known of past lots, for the platforms' own clocks; absent: nothing is said of them. */
  readonly facts?: FactsReader;
}

/** Today in Beijing. */
export function today({ clock }: Pick<DeskPorts, 'clock'>): LocalDate {
  return beijingDate(clock.now());
}
