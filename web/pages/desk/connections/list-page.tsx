import type { Caller } from '#shared/domain/caller.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import { Time } from '../../time.tsx';
import { SettingsPage } from '../settings/frame.tsx';
import { type ConnectionView, connectionAddress, connectionText } from './view.ts';

interface ConnectionsProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly views: readonly ConnectionView[];
}

/** What has to be done in person although the platform has an interface. */
function inPersonText({ amend, withdraw }: Publishing): string {
  const parts = [amend === 'api' ? '' : `变更(${amend.no})`, withdraw === 'api' ? '' : `撤下(${withdraw.no})`].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '无' : parts.join(';');
}

function Test({ test }: Pick<ConnectionView, 'test'>) {
  if (test === undefined) return <>还没有测试过</>;
  return (
    <>
      {test.ok ? '通过' : '没有通过'},<Time at={test.at} />
    </>
  );
}

function Row({ view: { publishing, name, connection, test } }: { readonly view: ConnectionView }) {
  return (
    <tr>
      <th scope="row">
        <a href={connectionAddress(publishing.platform)}>{name}</a>
      </th>
      <td data-label="对接">{connectionText(connection)}</td>
      <td data-label="最近测试">
        <Test test={test} />
      </td>
      <td data-label="须人工告知平台">{inPersonText(publishing)}</td>
      <td data-label="尚未实测">{publishing.untried}</td>
    </tr>
  );
}

/** Every platform that can be published to by its interface, and how it is connected. */
export function ConnectionsPage({ caller, assets, views }: ConnectionsProps) {
  return (
    <SettingsPage caller={caller} assets={assets} name="connections" title="平台对接">
      <p>启用对接的平台,审批通过的挂牌由系统自动上架;其余平台都按人工移交办理。</p>
      <div class="scroll">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">平台</th>
              <th scope="col">对接</th>
              <th scope="col">最近测试</th>
              <th scope="col">须人工告知平台</th>
              <th scope="col">尚未实测</th>
            </tr>
          </thead>
          <tbody>
            {views.map((view) => (
              <Row view={view} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft">
        <a href="/desk/settings/connections/history">历次修改</a>
      </p>
    </SettingsPage>
  );
}
