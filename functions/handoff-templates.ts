import { hasRole } from '#shared/domain/caller.ts';
import { fillTemplate } from '#shared/domain/handoff/fill.ts';
import { parseTemplate } from '#shared/domain/handoff/template.ts';
import { TEMPLATE_FACTS, type TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import { type TemplateSettings, templateFaults } from '#shared/domain/handoff/template-settings.ts';
import { readSettings, settingsHistory } from '#shared/services/desk/settings/read-settings.ts';
import { saveSettings } from '#shared/services/desk/settings/save-settings.ts';
import { EXAMPLE_VALUES } from '#web/handoff/example-values.ts';
import type { FieldErrors, FormValues } from '#web/pages/desk/form-text.ts';
import { TemplatePage } from '#web/pages/desk/handoff/template-page.tsx';
import { TemplatesPage } from '#web/pages/desk/handoff/templates-page.tsx';
import { callerIn } from './admission.ts';
import { submitForm } from './desk/desk-answers.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';
import { type HandoffDeskPorts, kindIn } from './handoff-routes.ts';

/** Who may read and who may change templates. */
export const TEMPLATES_ACCESS: AccessTable = {
  'GET /desk/templates': ['office', 'auditor'],
  'GET /desk/templates/:kind': ['office', 'auditor'],
  'POST /desk/templates/:kind': ['office'],
};

/** What stands in the editor. */
interface Draft {
  readonly text: string;
  readonly series: string;
  readonly reason: string;
}

function draftIn(form: FormValues): Draft {
  const textIn = (name: string) => {
    const value = form[name];
    return typeof value === 'string' ? value : '';
  };
  return { text: textIn('text').replaceAll('\r\n', '\n'), series: textIn('series').trim(), reason: textIn('reason') };
}

function withDraft(settings: TemplateSettings, kind: TemplateKind, { text, series }: Draft): TemplateSettings {
  const { isNumbered } = TEMPLATE_FACTS[kind];
  return {
    texts: { ...settings.texts, [kind]: text },
    series: isNumbered ? { ...settings.series, [kind]: series } : settings.series,
  };
}

/** What is wrong with one template, by the field of its editor; faults of a text name their lines. */
function errorsOf(settings: TemplateSettings, kind: TemplateKind): FieldErrors | undefined {
  const of = (pointer: string) =>
    templateFaults(settings)
      .filter((fault) => fault.pointer === pointer)
      .map(({ detail }) => detail)
      .join(';');
  const named = [
    ['text', of(`/texts/${kind}`)],
    ['series', of(`/series/${kind}`)],
  ].filter(([, detail]) => detail !== '');
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

async function pageOf(context: DeskContext, ports: HandoffDeskPorts, draft?: Draft, more?: FieldErrors) {
  const kind = kindIn(context);
  const caller = callerIn(context);
  const { version, value } = await readSettings(ports, 'templates');
  const shown = draft ?? { text: value.texts[kind], series: value.series[kind] ?? '', reason: '' };
  const found = errorsOf(withDraft(value, kind, shown), kind);
  const errors = found === undefined ? more : { ...more, ...found };
  const preview =
    found?.['text'] === undefined ? fillTemplate(parseTemplate(kind, shown.text).lines, EXAMPLE_VALUES) : null;
  const mayEdit = hasRole(caller, 'office');
  return TemplatePage({
    ...shown,
    kind,
    version,
    formKey: ports.ids.next(),
    mayEdit,
    preview,
    errors,
    caller,
    assets: deskAssets,
  });
}

/** The faults of a save as the editor names them; those of other templates stand at its text. */
function editorErrors(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, detail]) => {
      if (name === 'reason') return [name, detail];
      return [name.startsWith('series') ? 'series' : 'text', detail];
    }),
  );
}

async function save(context: DeskContext, ports: HandoffDeskPorts): Promise<Response> {
  const form = await formIn(context);
  const draft = draftIn(form);
  if (form['do'] === 'preview') return context.html(await pageOf(context, ports, draft));
  const kind = kindIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const { texts, series } = withDraft((await readSettings(ports, 'templates')).value, kind, draft);
      const change = { name: 'templates', value: { texts, series }, reason: draft.reason } as const;
      return saveSettings(ports, callerIn(context), commandIn(context, form), change);
    },
    next: () => `/desk/templates/${kind}`,
    again: ({ errors }) => pageOf(context, ports, draft, editorErrors(errors)),
  });
}

/** Adds the editor of templates. */
export function addTemplateRoutes(app: DeskApp, given: () => HandoffDeskPorts): void {
  app.get('/desk/templates', async (context) => {
    const history = await settingsHistory(given(), 'templates');
    if (wantsJson(context)) return context.json({ version: history[0]?.version, templates: history[0]?.value });
    return context.html(TemplatesPage({ history, caller: callerIn(context), assets: deskAssets }));
  });
  app.get('/desk/templates/:kind', async (context) => context.html(await pageOf(context, given())));
  app.post('/desk/templates/:kind', (context) => save(context, given()));
}
