import type { FieldName, FieldValues } from '#shared/domain/handoff/fields.ts';
import { type FilledDocument, fillTemplate } from '#shared/domain/handoff/fill.ts';
import type { HandoffSource } from '#shared/domain/handoff/source.ts';
import { parseTemplate } from '#shared/domain/handoff/template.ts';
import type { TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import type { TemplateSettings } from '#shared/domain/handoff/template-settings.ts';
import { checklistOf } from './checklist.ts';
import { fieldsOf } from './fields/fields-of.ts';

/** What one document says of one listing, before it is set in any form. */
export function documentOf(
  kind: TemplateKind,
  { texts }: TemplateSettings,
  source: HandoffSource,
  more: FieldValues = {},
): FilledDocument {
  const values = { ...fieldsOf(source, kind), 材料清单: checklistOf(source).map(({ text }) => text), ...more };
  return fillTemplate(parseTemplate(kind, texts[kind]).lines, values);
}

/** What stands for the number in a preview: it is taken when the document is issued. */
export const NUMBER_LATER = '(出具时编号)';

/** What a document needs and nobody knows; its number is not among it, for that is taken when it is issued. */
export function missingIn(kind: TemplateKind, settings: TemplateSettings, source: HandoffSource): readonly FieldName[] {
  return documentOf(kind, settings, source, { 文号: NUMBER_LATER }).missing;
}
