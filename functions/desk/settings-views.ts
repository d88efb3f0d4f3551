import { hasRole } from '#shared/domain/caller.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { effectiveRules } from '#shared/domain/rules/effective.ts';
import { SETTINGS } from '#shared/domain/settings/definitions.ts';
import { SETTING_NAMES, type SettingName } from '#shared/domain/settings/values.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readSettings, settingsHistory } from '#shared/services/desk/settings/read-settings.ts';
import { AdmissionsPage } from '#web/pages/desk/settings/admissions.tsx';
import { AgreementsPage } from '#web/pages/desk/settings/agreements.tsx';
import { ChainsPage } from '#web/pages/desk/settings/chains.tsx';
import { SettingsHistoryPage } from '#web/pages/desk/settings/history.tsx';
import { settingLines } from '#web/pages/desk/settings/lines.ts';
import { RoundsPage } from '#web/pages/desk/settings/rounds.tsx';
import { RulePage } from '#web/pages/desk/settings/rule.tsx';
import { RulesPage } from '#web/pages/desk/settings/rules.tsx';
import type { SettingView } from '#web/pages/desk/settings/view.ts';
import { callerIn } from '../admission.ts';
import type { Page, Refusal } from './desk-answers.ts';
import { type DeskPorts, today } from './desk-ports.ts';
import type { DeskContext } from './desk-routes.ts';
import { refusedFor } from './refused-for.ts';
import { deskAssets } from './static.ts';

/** Makes the page of a setting, or its form again with what was wrong. */
export type SettingPage = (context: DeskContext, ports: DeskPorts, refusal?: Refusal) => Promise<Page>;

/** A setting with who looks at it and, after a fault, what he had entered. */
async function viewOf<N extends SettingName>(
  context: DeskContext,
  ports: DeskPorts,
  name: N,
  refusal: Refusal | undefined,
): Promise<SettingView<N>> {
  const caller = callerIn(context);
  const stored = await readSettings(ports, name);
  return {
    caller,
    assets: deskAssets,
    stored,
    version: Number(refusal?.typed['_version'] ?? stored.version),
    mayEdit: hasRole(caller, 'office'),
    formKey: ports.ids.next(),
    refused:
      refusal === undefined ? undefined : { ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed },
  };
}

/** The page of the chains. */
export const chainsPage: SettingPage = async (context, ports, refusal) =>
  ChainsPage(await viewOf(context, ports, 'chains', refusal));

/** The page of the rounds. */
export const roundsPage: SettingPage = async (context, ports, refusal) =>
  RoundsPage(await viewOf(context, ports, 'rounds', refusal));

/** The page of the admissions. */
export const admissionsPage: SettingPage = async (context, ports, refusal) =>
  AdmissionsPage({ ...(await viewOf(context, ports, 'admissions', refusal)), platforms: ports.platforms });

function byPlatform(a: FeeSchedule, b: FeeSchedule): number {
  return a.platform === b.platform ? (a.id < b.id ? -1 : 1) : a.platform < b.platform ? -1 : 1;
}

/** The page of the agreements, with what is known of our platforms' fees beside them. */
export const agreementsPage: SettingPage = async (context, ports, refusal) => {
  const view = await viewOf(context, ports, 'agreements', refusal);
  const known = [...ports.fees.prices.values()].flat();
  const ours = known.filter(({ platform }) => ports.platforms.some(({ id }) => id === platform));
  return AgreementsPage({
    ...view,
    platforms: ports.platforms,
    schedules: [...ours, ...view.stored.value].toSorted(byPlatform),
  });
};

/** The list of rules as they hold today. */
export const rulesPage: SettingPage = async (context, ports, refusal) => {
  const view = await viewOf(context, ports, 'rules', refusal);
  return RulesPage({ ...view, rules: effectiveRules(view.stored.value, today(ports)) });
};

/**
 * The page of one rule.
 * @throws AppError `RESOURCE.NOT_FOUND`
 */
export async function rulePage(context: DeskContext, ports: DeskPorts, id: string, refusal?: Refusal): Promise<Page> {
  const view = await viewOf(context, ports, 'rules', refusal);
  const effective = effectiveRules(view.stored.value, today(ports)).find(({ rule }) => rule.id === id);
  if (effective === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such rule');
  const decisions = view.stored.value.filter(({ rule }) => rule === id).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return RulePage({ ...view, effective, decisions });
}

/**
 * The name of a setting in an address.
 * @throws AppError `RESOURCE.NOT_FOUND`
 */
export function settingName(text: string): SettingName {
  const name = SETTING_NAMES.find((each) => each === text);
  if (name === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such setting');
  return name;
}

async function versionsOf<N extends SettingName>(ports: DeskPorts, name: N) {
  const versions = await settingsHistory(ports, name);
  return versions.map((stored) => ({ stored, lines: settingLines(name, stored.value, ports.platforms) }));
}

/** Every version of a setting with what it changed. */
export async function historyPage(context: DeskContext, ports: DeskPorts, name: SettingName): Promise<Page> {
  const frame = { caller: callerIn(context), assets: deskAssets };
  return SettingsHistoryPage({ ...frame, name, versions: await versionsOf(ports, name) });
}

/** Every setting by name with its newest version, for the overview. */
export async function newestSettings(ports: DeskPorts) {
  return Promise.all(
    SETTING_NAMES.map(async (name) => ({ name, title: SETTINGS[name].title, stored: await readSettings(ports, name) })),
  );
}
