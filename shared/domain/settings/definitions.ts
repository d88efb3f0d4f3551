import { DEFAULT_CHAINS } from '../approval/default-chains.ts';
import { DEFAULT_TEMPLATES } from '../handoff/template-settings.ts';
import { ppm } from '../money.ts';
import type { DataReader } from './parse.ts';
import { readAdmissions } from './parse-admissions.ts';
import { readAgreements } from './parse-agreements.ts';
import { readChains } from './parse-chains.ts';
import { readConnections } from './parse-connections.ts';
import { readNotices } from './parse-notices.ts';
import { readRounds } from './parse-rounds.ts';
import { readOverrides } from './parse-rules.ts';
import { readSources } from './parse-sources.ts';
import { readTemplates } from './parse-templates.ts';
import type { SettingName, SettingValues } from './values.ts';

/** What is known about a setting: its name for people, what holds before anybody saved it, and how it is read. */
export interface SettingDefinition<V> {
  /** Chinese. */
  readonly title: string;
  /** Version 0. Its assumptions say 待确认. */
  readonly shipped: V;
  readonly read: (data: DataReader) => V;
}

/**
 * Every setting. No platform is admitted or connected, nothing is agreed and nobody is told until the office says so: these are
 * decisions, not facts.
 */
export const SETTINGS: { readonly [N in SettingName]: SettingDefinition<SettingValues[N]> } = {
  chains: { title: '审批流程', shipped: DEFAULT_CHAINS, read: readChains },
  rules: { title: '时限与价格规则', shipped: [], read: readOverrides },
  admissions: { title: '平台准入', shipped: [], read: readAdmissions },
  agreements: { title: '收费协议', shipped: [], read: readAgreements },
  rounds: {
    title: '流拍后处理',
    shipped: {
      failedRoundsBeforeAgreement: 2,
      suggestedCutPpm: ppm(100_000),
      agreementPublicityWorkingDays: 5,
      confirmed: false,
    },
    read: readRounds,
  },
  templates: { title: '文书模板', shipped: DEFAULT_TEMPLATES, read: readTemplates },
  connections: { title: '平台对接', shipped: [], read: readConnections },
  sources: { title: '采集来源', shipped: [], read: readSources },
  notices: { title: '通知', shipped: { rules: [], addresses: [], robots: [], sms: null }, read: readNotices },
};
