import type { Caller } from '#shared/domain/caller.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import type { SettingName, SettingValues } from '#shared/domain/settings/values.ts';
import type { SettingsVersion } from '#shared/services/desk/settings/read-settings.ts';
import type { FieldErrors, FormValues } from '../form-text.ts';

/** Why a form of the settings is shown again. */
export interface RefusedForm {
  readonly title: string;
  readonly errors: FieldErrors;
  readonly typed: FormValues;
}

/** What every page of the settings is given. */
export interface SettingsFrame {
  readonly caller: Caller;
  readonly assets: string;
}

/** One setting as its page shows it. */
export interface SettingView<N extends SettingName> extends SettingsFrame {
  readonly stored: SettingsVersion<SettingValues[N]>;
  /** The version a form is made of; of a refused form the one the person saw, so that what was overtaken stays refused. */
  readonly version: number;
  /** The office edits, others read. */
  readonly mayEdit: boolean;
  /** Fresh for each form shown. */
  readonly formKey: string;
  readonly refused?: RefusedForm | undefined;
}

/** A platform as the settings name it. */
export interface NamedPlatform {
  readonly id: string;
  readonly name: string;
}

/** The agreements as their page shows them. */
export interface AgreementsView extends SettingView<'agreements'> {
  readonly platforms: readonly NamedPlatform[];
  /** Every schedule of our platforms that prices: those known before, and those agreed. */
  readonly schedules: readonly FeeSchedule[];
}

/** Name of a platform; its id where it is none of ours. */
export function nameOf(platforms: readonly NamedPlatform[], id: string): string {
  return platforms.find((platform) => platform.id === id)?.name ?? id;
}

/** Address of a setting's page; templates, connections, sources and notices have editors of their own. */
export function settingAddress(name: SettingName): string {
  if (name === 'sources') return '/desk/collection';
  if (name === 'notices') return '/desk/notices';
  return name === 'templates' || name === 'connections' ? `/desk/${name}` : `/desk/settings/${name}`;
}
