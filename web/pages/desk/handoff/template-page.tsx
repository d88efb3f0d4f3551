import { FIELD_NAMES, fieldFacts } from '#shared/domain/handoff/fields.ts';
import type { FilledDocument } from '#shared/domain/handoff/fill.ts';
import { TEMPLATE_FACTS, type TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import { DocumentBlocks } from '../../../handoff/document-html.tsx';
import { DeskForm, ErrorSummary, Submit, TextArea, TextInput } from '../form.tsx';
import type { FieldErrors } from '../form-text.ts';
import { DeskPage, type DeskPageProps } from '../frame.tsx';

interface TemplatePageProps extends Pick<DeskPageProps, 'caller' | 'assets'> {
  readonly kind: TemplateKind;
  readonly text: string;
  readonly series: string;
  readonly reason: string;
  readonly version: number;
  readonly formKey: string;
  readonly mayEdit: boolean;
  /** The template filled with invented values; `null` while it has faults. */
  readonly preview: FilledDocument | null;
  readonly errors?: FieldErrors | undefined;
}

function Rules() {
  return (
    <details class="act">
      <summary>写法</summary>
      <ul>
        <li>第一行是标题,以“# ”开头;“## ”是小标题,自动编号一、二、三。</li>
        <li>“1. ”开头是条款,自动编号;“| 名称 | 内容 |”是表格的一行;“{'> '}”开头靠右,用于落款。</li>
        <li>其他各行都是正文。</li>
        <li>{'{{名称}}'}是占位符,打印时换成该项目的内容。</li>
        <li>行首加“?”:其中有占位符没有内容时,整行不打印。不加“?”的行会印出“待补”,补齐后才能移交。</li>
      </ul>
    </details>
  );
}

/** Placeholders this kind of document may use. */
function Placeholders({ kind }: { readonly kind: TemplateKind }) {
  const { when, isPublic } = TEMPLATE_FACTS[kind];
  const usable = FIELD_NAMES.filter((name) => {
    const { isResult, isPersonal } = fieldFacts(name);
    return !(isResult && when === 'before') && !(isPersonal && isPublic);
  });
  return (
    <details class="act">
      <summary>可用的占位符({usable.length} 个)</summary>
      <dl>
        {usable.map((name) => (
          <>
            <dt>
              <code>{`{{${name}}}`}</code>{' '}
              <button type="button" class="quiet" data-copy={`{{${name}}}`} aria-label={`复制${name}`} hidden>
                复制
              </button>
            </dt>
            <dd>{fieldFacts(name).meaning}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

/** One template: its text, what may stand in it, and how it prints with invented values. */
export function TemplatePage(props: TemplatePageProps) {
  const { kind, text, series, reason, version, formKey, mayEdit, preview, errors, ...frame } = props;
  const { name, isNumbered } = TEMPLATE_FACTS[kind];
  return (
    <DeskPage {...frame} title={`${name}模板`} here="settings">
      <h1>{name}模板</h1>
      <p>
        <a href="/desk/templates">全部模板</a>
      </p>
      {errors === undefined ? null : <ErrorSummary title="模板有误,没有保存" errors={errors} />}
      <Rules />
      <Placeholders kind={kind} />
      {mayEdit ? (
        <DeskForm action={`/desk/templates/${kind}`} formKey={formKey} version={version}>
          <TextArea name="text" label="模板内容" value={text} rows={24} error={errors?.['text']} required />
          {isNumbered ? (
            <TextInput
              name="series"
              label="文号字头"
              hint="印在〔年份〕前面,如 吴资交告"
              value={series}
              error={errors?.['series']}
              required
            />
          ) : null}
          <TextInput name="reason" label="修改理由" hint="保存时填写" value={reason} error={errors?.['reason']} />
          <div class="buttons">
            <Submit label="预览" name="do" value="preview" quiet />
            <Submit label="保存为新版本" name="do" value="save" />
          </div>
        </DeskForm>
      ) : (
        <pre>{text}</pre>
      )}
      <h2>预览(举例的内容)</h2>
      {preview === null ? (
        <p class="soft">模板改正后才能预览。</p>
      ) : (
        <article class="panel">
          <DocumentBlocks document={preview} />
        </article>
      )}
    </DeskPage>
  );
}
