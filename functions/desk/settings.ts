import { TIME_RULES } from '#shared/domain/rules/time-rules.ts';
import { admissionEnded, agreementEnded, withAgreement, withOverride } from '#shared/domain/settings/changes.ts';
import type { SettingName } from '#shared/domain/settings/values.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { changeSettings, type PartChange } from '#shared/services/desk/settings/change-settings.ts';
import { readSettings, settingsHistory } from '#shared/services/desk/settings/read-settings.ts';
import { createdId } from '#shared/services/events/load.ts';
import type { FormValues } from '#web/pages/desk/form-text.ts';
import { SettingsOverviewPage } from '#web/pages/desk/settings/overview.tsx';
import { readAdmissionEnd, readAdmissionForm } from '#web/pages/desk/settings/read-admission.ts';
import { readAgreementEnd, readAgreementForm } from '#web/pages/desk/settings/read-agreement.ts';
import { readChainsForm } from '#web/pages/desk/settings/read-chains.ts';
import { readRoundsForm } from '#web/pages/desk/settings/read-rounds.ts';
import { readRuleForm } from '#web/pages/desk/settings/read-rule.ts';
import { callerIn } from '../admission.ts';
import { type Page, type Refusal, submitForm, versionTag } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import {
  admissionsPage,
  agreementsPage,
  chainsPage,
  historyPage,
  newestSettings,
  roundsPage,
  rulePage,
  rulesPage,
  type SettingPage,
  settingName,
} from './settings-views.ts';
import { deskAssets } from './static.ts';

const READERS = ['office', 'auditor'] as const;

/** Who may do what with the settings: the office sets them, auditors read them. */
export const SETTINGS_ACCESS: AccessTable = {
  'GET /desk/settings': READERS,
  'GET /desk/settings/chains': READERS,
  'POST /desk/settings/chains': ['office'],
  'GET /desk/settings/rules': READERS,
  'GET /desk/settings/rules/:rule': READERS,
  'POST /desk/settings/rules/:rule': ['office'],
  'GET /desk/settings/admissions': READERS,
  'POST /desk/settings/admissions': ['office'],
  'POST /desk/settings/admissions/end': ['office'],
  'GET /desk/settings/agreements': READERS,
  'POST /desk/settings/agreements': ['office'],
  'POST /desk/settings/agreements/end': ['office'],
  'GET /desk/settings/rounds': READERS,
  'POST /desk/settings/rounds': ['office'],
  'GET /desk/settings/:name/history': READERS,
};

async function overview(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const settings = await newestSettings(ports);
  if (wantsJson(context)) {
    return context.json({
      settings: settings.map(({ name, title, stored }) => ({ name, title, version: stored.version })),
    });
  }
  return context.html(SettingsOverviewPage({ caller: callerIn(context), assets: deskAssets, settings }));
}

async function show(context: DeskContext, ports: DeskPorts, name: SettingName, page: SettingPage): Promise<Response> {
  const { version, value, saved } = await readSettings(ports, name);
  context.header('etag', versionTag(version));
  if (wantsJson(context)) return context.json({ name, version, value, saved });
  return context.html(await page(context, ports));
}

async function history(context: DeskContext, ports: DeskPorts, text: string): Promise<Response> {
  const name = settingName(text);
  if (wantsJson(context)) return context.json({ name, versions: await settingsHistory(ports, name) });
  return context.html(await historyPage(context, ports, name));
}

/** What a form changes of a setting; `read` throws for what is wrong with it. */
interface Change<N extends SettingName> {
  readonly name: N;
  readonly read: (form: FormValues) => PartChange<N>['change'];
  readonly page: (refusal: Refusal) => Promise<Page>;
  /** Where the person goes on. */
  readonly next: string;
}

async function save<N extends SettingName>(
  context: DeskContext,
  ports: DeskPorts,
  { name, read, page, next }: Change<N>,
): Promise<Response> {
  const form = await formIn(context);
  const reason = typeof form['reason'] === 'string' ? form['reason'] : '';
  return submitForm(context, {
    form,
    act: async () => {
      const change = read(form);
      return changeSettings(ports, callerIn(context), commandIn(context, form), { name, reason, change });
    },
    next: () => next,
    again: page,
  });
}

function saveChains(context: DeskContext, ports: DeskPorts): Promise<Response> {
  return save(context, ports, {
    name: 'chains',
    read: (form) => (chains) => readChainsForm(form, chains),
    page: (refusal) => chainsPage(context, ports, refusal),
    next: '/desk/settings/chains',
  });
}

function decideOnRule(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const rule = TIME_RULES.find((each) => each.id === id);
  if (rule === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such rule');
  return save(context, ports, {
    name: 'rules',
    read: (form) => {
      const decided = readRuleForm(form, rule);
      return (overrides) => withOverride(overrides, decided);
    },
    page: (refusal) => rulePage(context, ports, id, refusal),
    next: `/desk/settings/rules/${id}`,
  });
}

function saveAdmission(context: DeskContext, ports: DeskPorts, isEnd: boolean): Promise<Response> {
  return save(context, ports, {
    name: 'admissions',
    read: (form) => (admissions) => {
      if (!isEnd) return [...admissions, readAdmissionForm(form)];
      const { place, until } = readAdmissionEnd(form, admissions.length);
      return admissionEnded(admissions, place, until);
    },
    page: (refusal) => admissionsPage(context, ports, refusal),
    next: '/desk/settings/admissions',
  });
}

function saveAgreement(context: DeskContext, ports: DeskPorts, isEnd: boolean): Promise<Response> {
  return save(context, ports, {
    name: 'agreements',
    read: (form) => (agreements) => {
      if (isEnd) {
        const { id, on } = readAgreementEnd(
          form,
          agreements.map(({ id }) => id),
        );
        return agreementEnded(agreements, id, on);
      }
      // The same command makes the same agreement again.
      const id = createdId(ports.hash, 'settings', callerIn(context).id, commandIn(context, form).id);
      return withAgreement(agreements, readAgreementForm(form, `agreement-${id}`));
    },
    page: (refusal) => agreementsPage(context, ports, refusal),
    next: '/desk/settings/agreements',
  });
}

function saveRounds(context: DeskContext, ports: DeskPorts): Promise<Response> {
  return save(context, ports, {
    name: 'rounds',
    read: (form) => {
      const policy = readRoundsForm(form);
      return () => policy;
    },
    page: (refusal) => roundsPage(context, ports, refusal),
    next: '/desk/settings/rounds',
  });
}

/** Adds the settings, apart from the templates, which have an editor of their own. */
export function addSettingsRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/settings', (context) => overview(context, given()));
  app.get('/desk/settings/chains', (context) => show(context, given(), 'chains', chainsPage));
  app.post('/desk/settings/chains', (context) => saveChains(context, given()));
  app.get('/desk/settings/rules', (context) => show(context, given(), 'rules', rulesPage));
  app.get('/desk/settings/rules/:rule', async (context) =>
    context.html(await rulePage(context, given(), context.req.param('rule'))),
  );
  app.post('/desk/settings/rules/:rule', (context) => decideOnRule(context, given(), context.req.param('rule')));
  app.get('/desk/settings/admissions', (context) => show(context, given(), 'admissions', admissionsPage));
  app.post('/desk/settings/admissions', (context) => saveAdmission(context, given(), false));
  app.post('/desk/settings/admissions/end', (context) => saveAdmission(context, given(), true));
  app.get('/desk/settings/agreements', (context) => show(context, given(), 'agreements', agreementsPage));
  app.post('/desk/settings/agreements', (context) => saveAgreement(context, given(), false));
  app.post('/desk/settings/agreements/end', (context) => saveAgreement(context, given(), true));
  app.get('/desk/settings/rounds', (context) => show(context, given(), 'rounds', roundsPage));
  app.post('/desk/settings/rounds', (context) => saveRounds(context, given()));
  app.get('/desk/settings/:name/history', (context) => history(context, given(), context.req.param('name')));
}
