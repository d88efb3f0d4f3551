import { SETTINGS } from '#shared/domain/settings/definitions.ts';
import type { SettingName } from '#shared/domain/settings/values.ts';
import type { SettingsVersion } from '#shared/services/desk/settings/read-settings.ts';
import { SavedLine, SettingsPage } from './frame.tsx';
import type { SettingsFrame } from './view.ts';

/** A version in lines, and what it changed against the one before. */
export interface VersionLines {
  readonly stored: Pick<SettingsVersion<unknown>, 'version' | 'saved'>;
  readonly lines: readonly string[];
}

function Changes({ now, before }: { readonly now: readonly string[]; readonly before: readonly string[] }) {
  const removed = before.filter((line) => !now.includes(line));
  const added = now.filter((line) => !before.includes(line));
  if (removed.length + added.length === 0) return <p class="soft">内容没有变化。</p>;
  return (
    <ul>
      {removed.map((line) => (
        <li>
          删去:<del>{line}</del>
        </li>
      ))}
      {added.map((line) => (
        <li>
          增加:<ins>{line}</ins>
        </li>
      ))}
    </ul>
  );
}

interface HistoryProps extends SettingsFrame {
  readonly name: SettingName;
  /** The newest first. */
  readonly versions: readonly VersionLines[];
}

/** Every version of a setting with what it changed. */
export function SettingsHistoryPage({ name, versions, ...frame }: HistoryProps) {
  return (
    <SettingsPage {...frame} name={name} title={`${SETTINGS[name].title}:历次修改`}>
      <p>
        <a href={`/desk/exports/settings/${name}/versions.json`}>下载全部版本(JSON)</a>
      </p>
      {versions.map(({ stored, lines }, index) => (
        <section class="panel">
          <h2>
            <SavedLine stored={stored} />
          </h2>
          {stored.version === 0 ? null : <Changes now={lines} before={versions[index + 1]?.lines ?? []} />}
          <details>
            <summary>这一版的全部内容</summary>
            {lines.length === 0 ? <p class="soft">没有内容。</p> : null}
            <ul>
              {lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </details>
        </section>
      ))}
    </SettingsPage>
  );
}
