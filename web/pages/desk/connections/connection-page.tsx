import type { ConnectionTest } from '#shared/services/placement/connection-test.ts';
import { Time } from '../../time.tsx';
import { DeskForm, Submit } from '../form.tsx';
import { SettingsPage } from '../settings/frame.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { type ConnectionPageView, connectionAddress, connectionText, suggestedName } from './view.ts';

/** What the last test found. */
function TestResult({ test }: { readonly test: ConnectionTest | undefined }) {
  if (test === undefined) return <p class="soft">还没有测试过。</p>;
  return (
    <div class={test.ok ? 'panel' : 'notice wrong'}>
      <p>
        <strong>{test.ok ? '测试通过' : '测试没有通过'}</strong>,{test.by}于 <Time at={test.at} />
      </p>
      <ul>
        {test.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function TestPanel({ view }: { readonly view: ConnectionPageView }) {
  const { publishing, connection, test, mayEdit, formKey } = view;
  return (
    <section>
      <h2>对接测试</h2>
      <TestResult test={test} />
      {mayEdit && connection !== undefined ? (
        <DeskForm action={connectionAddress(publishing.platform, '/test')} formKey={`${formKey}-test`}>
          <p>按已保存的内容连接平台:读取密钥、核对签名和时间,不发布任何标的。停用时也可以测试。</p>
          <Submit label="测试连接" quiet />
        </DeskForm>
      ) : null}
    </section>
  );
}

/** Secrets of Secrets Manager are reached through the parameter store under a name that begins so. */
const MANAGED = '/aws/reference/secretsmanager/';

function cloudCommand(name: string): string {
  return name.startsWith(MANAGED)
    ? `aws secretsmanager create-secret --name ${name.slice(MANAGED.length)} --secret-string file://密钥文件`
    : `aws ssm put-parameter --overwrite --type SecureString --name ${name} --value file://密钥文件`;
}

/** How the values get to where only the system reads them: never through a page. */
function SecretsHelp({ view: { publishing, connection } }: { readonly view: ConnectionPageView }) {
  const secrets = publishing.fields.filter(({ kind }) => kind === 'secret');
  if (secrets.length === 0) return null;
  return (
    <section>
      <h2>怎样存入密钥</h2>
      <p>本系统的页面和设置中只有密钥的名称。密钥本身由维护人员存入,先把它写进一个只有自己能读的文件:</p>
      <dl class="codes">
        {secrets.map((field) => {
          const name = connection?.secrets[field.name] ?? suggestedName(publishing, field);
          return (
            <>
              <dt>{field.label}</dt>
              <dd>
                云上:<code>{cloudCommand(name)}</code>
              </dd>
              <dd>
                单机:<code>{`hub secrets set ${name} < 密钥文件`}</code>
              </dd>
            </>
          );
        })}
      </dl>
      <p class="soft">存好后删除该文件。更换密钥时用同一个名称再存一次,最多 5 分钟后生效。</p>
    </section>
  );
}

function EventsAddress({ address }: { readonly address: string | null }) {
  return (
    <section>
      <h2>平台推送</h2>
      {address === null ? (
        <p>这个平台不推送变化,系统定时去看。</p>
      ) : (
        <p>
          请把这个地址交给平台,标的有变化时由平台推送过来:<code>{address}</code>
        </p>
      )}
    </section>
  );
}

/** One platform's connection: how it is connected, its form, its test, its secrets, and where it pushes to. */
export function ConnectionPage({ view }: { readonly view: ConnectionPageView }) {
  const { publishing, name, connection, caller, assets, mayEdit, eventsAddress } = view;
  return (
    <SettingsPage caller={caller} assets={assets} name="connections" title={`对接${name}`}>
      <p class="state">{connectionText(connection)}</p>
      <p class="soft">
        <a href="/desk/connections">全部平台</a> <a href="/desk/settings/connections/history">历次修改</a>
      </p>
      <p class="notice">尚未与平台实测的部分:{publishing.untried}</p>
      {mayEdit ? <ConnectionForm view={view} /> : <SavedConnection view={view} />}
      <TestPanel view={view} />
      <SecretsHelp view={view} />
      <EventsAddress address={eventsAddress} />
    </SettingsPage>
  );
}

/** The connection as it is saved, for who may only read it. */
function SavedConnection({ view: { publishing, connection } }: { readonly view: ConnectionPageView }) {
  if (connection === undefined) return null;
  return (
    <dl>
      <dt>接口地址</dt>
      <dd>{connection.base}</dd>
      <dt>每分钟请求次数</dt>
      <dd>{connection.requestsPerMinute}</dd>
      {publishing.fields.map(({ name, label, kind }) => (
        <>
          <dt>{kind === 'secret' ? `${label}(密钥名称)` : label}</dt>
          <dd>{(kind === 'secret' ? connection.secrets : connection.options)[name] ?? '未填写'}</dd>
        </>
      ))}
    </dl>
  );
}
