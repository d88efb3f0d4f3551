import type { PropsWithChildren } from 'hono/jsx';
import { SETTINGS } from '#shared/domain/settings/definitions.ts';
import { SETTING_NAMES, type SettingName } from '#shared/domain/settings/values.ts';
import type { SettingsVersion } from '#shared/services/desk/settings/read-settings.ts';
import { Time } from '../../time.tsx';
import { ErrorSummary, TextArea } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { type RefusedForm, type SettingsFrame, settingAddress } from './view.ts';

/** Who saved a version, when and why. */
export function SavedLine({ stored }: { readonly stored: Pick<SettingsVersion<unknown>, 'version' | 'saved'> }) {
  if (stored.saved === null) {
    return (
      <span>
        第 0 版,随系统提供 <span class="badge">待确认</span>
      </span>
    );
  }
  const { by, at, reason } = stored.saved;
  return (
    <span>
      第 {stored.version} 版,{by.name}于 <Time at={at} /> 保存:{reason}
    </span>
  );
}

interface SettingsPageProps extends SettingsFrame {
  /** Undefined on the overview. */
  readonly name?: SettingName;
  readonly title: string;
}

/** The frame of every page of the settings, with the way to the others. */
export function SettingsPage({ caller, assets, name, title, children }: PropsWithChildren<SettingsPageProps>) {
  return (
    <DeskPage title={title} caller={caller} assets={assets} here={name === 'connections' ? 'connections' : 'settings'}>
      <nav aria-label="设置">
        {SETTING_NAMES.map((each) => (
          <>
            <a href={settingAddress(each)} aria-current={each === name ? 'page' : undefined}>
              {SETTINGS[each].title}
            </a>{' '}
          </>
        ))}
      </nav>
      <h1>{title}</h1>
      {children}
    </DeskPage>
  );
}

/** The version shown, and the way to those before. */
export function VersionPanel({
  name,
  stored,
}: {
  readonly name: SettingName;
  readonly stored: Pick<SettingsVersion<unknown>, 'version' | 'saved'>;
}) {
  return (
    <p class="soft">
      <SavedLine stored={stored} /> <a href={`/desk/settings/${name}/history`}>历次修改</a>
    </p>
  );
}

/** What was wrong with what was entered, above the form. */
export function Refused({ refused }: { readonly refused: RefusedForm | undefined }) {
  return refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />;
}

/** Why a setting is changed: every form asks it. */
export function ReasonField({ refused }: { readonly refused: RefusedForm | undefined }) {
  return (
    <TextArea
      name="reason"
      label="修改理由"
      hint="写明依据的文件或会议;以后查看历次修改时可以看到。"
      value={shownValue(refused?.typed, 'reason', '')}
      error={refused?.errors['reason']}
      required
      rows={2}
    />
  );
}
