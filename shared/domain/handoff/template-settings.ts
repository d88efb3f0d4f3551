import { DEFAULT_TEXTS } from './default-templates.ts';
import { parseTemplate } from './template.ts';
import { TEMPLATE_FACTS, TEMPLATE_KINDS, type TemplateKind } from './template-kind.ts';

/** The office's templates and the words before its numbers: the value of the setting `templates`. */
export interface TemplateSettings {
  readonly texts: Readonly<Record<TemplateKind, string>>;
  /** What stands before 〔2026〕1号, for kinds with a number. */
  readonly series: Readonly<Partial<Record<TemplateKind, string>>>;
}

/** Where a template is wrong, as a JSON pointer, with a Chinese sentence that names the line. */
export interface TemplateSettingsFault {
  readonly pointer: string;
  readonly detail: string;
}

/** What is shipped. Nobody has confirmed wording or series of numbers: 待确认. */
export const DEFAULT_TEMPLATES: TemplateSettings = {
  texts: DEFAULT_TEXTS,
  series: {
    notice: '吴资交告',
    confirmation: '吴资交确',
    'result-publicity': '吴资交示',
    'village-publicity': '吴资村示',
  },
};

const SERIES = /^\p{Script=Han}{1,12}$/u;

/** Everything wrong with templates; empty when they can be used. */
export function templateFaults({ texts, series }: TemplateSettings): readonly TemplateSettingsFault[] {
  return TEMPLATE_KINDS.flatMap((kind) => {
    const { name, isNumbered } = TEMPLATE_FACTS[kind];
    const lines = parseTemplate(kind, texts[kind]).faults.map(({ line, problem }) => ({
      pointer: `/texts/${kind}`,
      detail: `${name}第 ${line} 行:${problem}`,
    }));
    const isNamed = !isNumbered || SERIES.test(series[kind] ?? '');
    return isNamed ? lines : [...lines, { pointer: `/series/${kind}`, detail: `${name}的文号字头须为 1 到 12 个汉字` }];
  });
}
