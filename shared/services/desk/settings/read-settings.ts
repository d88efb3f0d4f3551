import type { Actor } from '../../../domain/people/role.ts';
import { SETTINGS } from '../../../domain/settings/definitions.ts';
import { dataReader } from '../../../domain/settings/parse.ts';
import type { SettingName, SettingValues } from '../../../domain/settings/values.ts';
import type { Instant } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { load } from '../../events/load.ts';
import { type SavedSetting, settingsAggregate } from './settings-aggregate.ts';

/** A setting as it stands, or stood. */
export interface SettingsVersion<V> {
  /** 0 is what was shipped. */
  readonly version: number;
  readonly value: V;
  /** Who saved it, when and why; `null` for what was shipped. */
  readonly saved: { readonly by: Actor; readonly at: Instant; readonly reason: string } | null;
}

type Ports = Pick<EventPorts, 'records'>;

function shippedOf<N extends SettingName>(name: N): SettingsVersion<SettingValues[N]> {
  return { version: 0, value: SETTINGS[name].shipped, saved: null };
}

/** What was saved was read before it was saved: what cannot be read any more was written by another version of the system. */
function versionOf<N extends SettingName>(name: N, saved: SavedSetting): SettingsVersion<SettingValues[N]> {
  const data = dataReader(saved.value);
  const value = SETTINGS[name].read(data);
  if (data.faults.length > 0) {
    const details = { setting: name, version: saved.version, errors: data.faults };
    throw new AppError('SETTINGS.UNREADABLE', 'a saved setting cannot be read', { details });
  }
  const { by, at, reason } = saved;
  return { version: saved.version, value, saved: { by, at, reason } };
}

/** Every version of a setting, the newest first; the last is what was shipped. */
export async function settingsHistory<N extends SettingName>(
  ports: Ports,
  name: N,
): Promise<readonly SettingsVersion<SettingValues[N]>[]> {
  const known = await load(ports, settingsAggregate, name);
  return [...(known?.state ?? []).map((saved) => versionOf(name, saved)), shippedOf(name)].toSorted(
    (a, b) => b.version - a.version,
  );
}

/**
 * A setting as it stands now, or as a version of it was. Anyone who checks a listing needs it, so it asks for no role; pages
 * that show it do.
 * @throws AppError `RESOURCE.NOT_FOUND` for a version there never was
 */
export async function readSettings<N extends SettingName>(
  ports: Ports,
  name: N,
  version?: number,
): Promise<SettingsVersion<SettingValues[N]>> {
  const known = await load(ports, settingsAggregate, name);
  const wanted = version ?? known?.version ?? 0;
  if (wanted === 0) return shippedOf(name);
  const saved = known?.state.find((each) => each.version === wanted);
  if (saved === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such version', { details: { name, wanted } });
  return versionOf(name, saved);
}
