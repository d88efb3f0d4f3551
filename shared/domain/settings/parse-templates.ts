import { TEMPLATE_KINDS, type TemplateKind } from '../handoff/template-kind.ts';
import { type TemplateSettings, templateFaults } from '../handoff/template-settings.ts';
import type { DataReader } from './parse.ts';

const LONGEST_TEMPLATE = 20_000;

function byKind(read: (kind: TemplateKind) => string): TemplateSettings['texts'] {
  return Object.fromEntries(TEMPLATE_KINDS.map((kind) => [kind, read(kind)])) as Record<TemplateKind, string>;
}

/** Reads the templates of documents; `templateFaults` says what they have to keep. */
export function readTemplates(data: DataReader): TemplateSettings {
  const [texts, series] = [data.at('texts'), data.at('series')];
  const templates: TemplateSettings = {
    texts: byKind((kind) => texts.at(kind).verbatim(LONGEST_TEMPLATE)),
    series: Object.fromEntries(
      TEMPLATE_KINDS.flatMap((kind) => (series.at(kind).isNull() ? [] : [[kind, series.at(kind).text(20)]])),
    ),
  };
  if (data.faults.length === 0) data.add(templateFaults(templates));
  return templates;
}
