import { TEMPLATE_FACTS, TEMPLATE_KINDS, type TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import type { TemplateSettings } from '#shared/domain/handoff/template-settings.ts';
import type { SettingsVersion } from '#shared/services/desk/settings/read-settings.ts';
import { timeText } from '../../../format.ts';
import { DeskPage, type DeskPageProps } from '../frame.tsx';

interface TemplatesPageProps extends Pick<DeskPageProps, 'caller' | 'assets'> {
  /** The newest first. */
  readonly history: readonly SettingsVersion<TemplateSettings>[];
}

/** Kinds whose text differs from the version before. */
function changedKinds(version: TemplateSettings, before: TemplateSettings | undefined): readonly TemplateKind[] {
  if (before === undefined) return [];
  return TEMPLATE_KINDS.filter(
    (kind) => version.texts[kind] !== before.texts[kind] || version.series[kind] !== before.series[kind],
  );
}

/** All templates, and who changed what when. */
export function TemplatesPage({ history, ...frame }: TemplatesPageProps) {
  const [current] = history;
  return (
    <DeskPage {...frame} title="文书模板" here="settings">
      <h1>文书模板</h1>
      {current?.version === 0 ? <p class="notice">现在用的是系统自带的模板,措辞待确认。</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">文书</th>
            <th scope="col">文号字头</th>
            <th scope="col">使用</th>
          </tr>
        </thead>
        <tbody>
          {TEMPLATE_KINDS.map((kind) => {
            const { name, when, paper } = TEMPLATE_FACTS[kind];
            return (
              <tr>
                <td>
                  <a href={`/desk/templates/${kind}`}>{name}</a>
                </td>
                <td>{current?.value.series[kind] ?? <span class="soft">不编号</span>}</td>
                <td>
                  {when === 'before' ? '移交时' : '结果登记后'},{paper.toUpperCase()}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h2>修改记录</h2>
      <ul>
        {history.map(({ version, value, saved }, index) => (
          <li>
            第 {version} 版 {saved === null ? '系统自带' : `${timeText(saved.at)} ${saved.by.name}:${saved.reason}`}
            <span class="soft">
              {' '}
              {changedKinds(value, history[index + 1]?.value)
                .map((kind) => TEMPLATE_FACTS[kind].name)
                .join('、')}
            </span>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
