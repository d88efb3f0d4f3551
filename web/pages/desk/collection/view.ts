import type { Caller } from '#shared/domain/caller.ts';
import type { Fetching } from '#shared/domain/collection/fetching.ts';
import type { CollectionSource } from '#shared/domain/settings/source.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { Calendar } from '#shared/services/collection/calendar.ts';
import type { PlatformHealth } from '#shared/services/collection/health.ts';
import type { TaskRow } from '#shared/services/collection/task-rows.ts';
import type { Platforms } from '../../../platforms.ts';
import type { RefusedForm } from '../settings/view.ts';

/** Collection as its page shows it. */
export interface CollectionView {
  readonly caller: Caller;
  readonly assets: string;
  readonly now: Instant;
  readonly health: readonly PlatformHealth[];
  readonly calendar: Calendar;
  readonly platforms: Platforms;
}

/** One platform as its page shows it. */
export interface PlatformView {
  readonly caller: Caller;
  readonly assets: string;
  readonly now: Instant;
  readonly health: PlatformHealth;
  /** Undefined for a platform nobody can read but people. */
  readonly fetching: Fetching | undefined;
  /** Undefined while the office saved nothing. */
  readonly source: CollectionSource | undefined;
  readonly tasks: readonly TaskRow[];
  /** Version of the setting the form is made of. */
  readonly version: number;
  readonly formKey: string;
  /** The office edits, auditors read. */
  readonly mayEdit: boolean;
  readonly refused?: RefusedForm | undefined;
  /** Why it is not read now. */
  readonly refusedNow?: RefusedForm | undefined;
}

/** Address of a platform's page. */
export function collectionAddress(platform: string, part = ''): string {
  return `/desk/collection/${platform}${part}`;
}
