import type { Caller } from '../../../domain/caller.ts';
import type { JsonValue } from '../../../domain/json.ts';
import type { SettingName, SettingValues } from '../../../domain/settings/values.ts';
import type { Command } from '../../events/aggregate.ts';
import { readSettings } from './read-settings.ts';
import { type SettingsPorts, saveSettings } from './save-settings.ts';

/** What of a setting is to change. */
export interface PartChange<N extends SettingName> {
  readonly name: N;
  readonly reason: string;
  readonly change: (value: SettingValues[N]) => SettingValues[N];
}

/**
 * Changes a part of a setting: a new version made of the newest one. When somebody else saves in between, it is refused, as
 * it is when the person saw an older version.
 * @throws AppError as `saveSettings`
 */
export async function changeSettings<N extends SettingName>(
  ports: SettingsPorts,
  caller: Caller,
  command: Command,
  { name, reason, change }: PartChange<N>,
): Promise<{ readonly id: string; readonly version: number; readonly repeated: boolean }> {
  const { version, value } = await readSettings(ports, name);
  // Values are plain data: interfaces have no index signature, which is all that keeps them from being JsonValue.
  const plain = change(value) as unknown as JsonValue;
  return saveSettings(ports, caller, { expected: version, ...command }, { name, value: plain, reason });
}
