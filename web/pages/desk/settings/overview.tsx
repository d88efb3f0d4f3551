import { SETTINGS } from '#shared/domain/settings/definitions.ts';
import type { SettingName } from '#shared/domain/settings/values.ts';
import type { SettingsVersion } from '#shared/services/desk/settings/read-settings.ts';
import { SavedLine, SettingsPage } from './frame.tsx';
import { type SettingsFrame, settingAddress } from './view.ts';

const WHAT: Readonly<Record<SettingName, string>> = {
  chains: '挂牌由谁审核、要哪些材料、几个工作日办完、多大金额报区里',
  rules: '公告期、公示期、表决比例等规定及出处;待确认的在这里确认、调整或停用',
  admissions: '哪些平台可以选,适用哪些资产,依据什么决定',
  agreements: '与平台签订的收费协议:编号、起止日期、费率',
  rounds: '流拍几次后可以协议出租,每轮建议降多少',
  templates: '公告、成交确认书等文书的文字与文号',
  connections: '通过哪些平台的接口自动上架:接口地址、密钥名称、每分钟请求次数',
  sources: '自动读取哪些平台的公开页面或接口:是否开启、每分钟请求次数、哪些列表',
  notices: '结果、超期、到期和平台异常通知谁,用邮件、短信还是群机器人',
};

interface OverviewProps extends SettingsFrame {
  readonly settings: readonly {
    readonly name: SettingName;
    readonly stored: Pick<SettingsVersion<unknown>, 'version' | 'saved'>;
  }[];
}

/** Everything the office sets, and who set it last. */
export function SettingsOverviewPage({ settings, ...frame }: OverviewProps) {
  return (
    <SettingsPage {...frame} title="设置">
      <table>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">内容</th>
            <th scope="col">现行版本</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ name, stored }) => (
            <tr>
              <th scope="row">
                <a href={settingAddress(name)}>{SETTINGS[name].title}</a>
              </th>
              <td>{WHAT[name]}</td>
              <td>
                <SavedLine stored={stored} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">每次保存都成为新的一版,旧版保留;已经提交的挂牌仍按提交时的版本审核。</p>
    </SettingsPage>
  );
}
