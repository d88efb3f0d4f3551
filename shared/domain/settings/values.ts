import type { ApprovalChain } from '../approval/chain.ts';
import type { FeeSchedule } from '../fees/schedule.ts';
import type { TemplateSettings } from '../handoff/template-settings.ts';
import type { RuleOverride } from '../rules/override.ts';
import type { PlatformConnection } from './connection.ts';
import type { NoticeSettings } from './notices.ts';
import type { Admission } from './platform-profile.ts';
import type { RoundsPolicy } from './rounds-policy.ts';
import type { CollectionSource } from './source.ts';

/** What the office sets, by name; each has versions of its own. */
export interface SettingValues {
  readonly chains: readonly ApprovalChain[];
  readonly rules: readonly RuleOverride[];
  readonly admissions: readonly Admission[];
  /** Fee schedules agreed with platforms; each carries its agreement's number and days. */
  readonly agreements: readonly FeeSchedule[];
  readonly rounds: RoundsPolicy;
  /** Templates of documents, and the words before their numbers. */
  readonly templates: TemplateSettings;
  /** Interfaces of platforms the system publishes by. */
  readonly connections: readonly PlatformConnection[];
  /** Platforms whose pages are read. */
  readonly sources: readonly CollectionSource[];
  /** Who is told of what. */
  readonly notices: NoticeSettings;
}

export const SETTING_NAMES = [
  'chains',
  'rules',
  'admissions',
  'agreements',
  'rounds',
  'templates',
  'connections',
  'sources',
  'notices',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];
