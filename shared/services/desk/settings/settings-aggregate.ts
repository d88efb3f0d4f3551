import type { JsonValue } from '../../../domain/json.ts';
import type { Actor } from '../../../domain/people/role.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Aggregate } from '../../events/aggregate.ts';

/** The office saved a setting. */
export interface SettingsEvent {
  readonly type: 'saved';
  readonly data: { readonly value: JsonValue; readonly reason: string };
}

/** One saved version of a setting, its value as plain data. */
export interface SavedSetting {
  readonly version: number;
  readonly value: JsonValue;
  readonly reason: string;
  readonly at: Instant;
  readonly by: Actor;
}

/** Every saved version, the first one first. */
export const settingsAggregate: Aggregate<readonly SavedSetting[], SettingsEvent> = {
  kind: 'settings',
  fold: (saved = [], { sequence, at, by, event }) => [
    ...saved,
    { version: sequence, value: event.data.value, reason: event.data.reason, at, by },
  ],
};
