import { CHANNEL_NAMES, NOTICE_KIND_NAMES } from '#shared/domain/notices/notice.ts';
import type { Addressed } from '#shared/domain/notices/recipients.ts';
import type { RuleReach } from '#shared/services/notices/notice-board.ts';
import { ErrorSummary } from '../form.tsx';
import { SettingsPage, VersionPanel } from '../settings/frame.tsx';
import { Act, Table } from './acts.tsx';
import { NoticeFormPart } from './forms.tsx';
import { Latest } from './latest.tsx';
import { targetText } from './lines.ts';
import type { NoticesView } from './view.ts';

function Addressee({ name, to }: Addressed) {
  if (to === null) return <li class="late">{name}:没有登记地址</li>;
  return <li>{name === to ? name : `${name}(${to})`}</li>;
}

function RuleRow({
  view,
  reach,
  index,
}: {
  readonly view: NoticesView;
  readonly reach: RuleReach;
  readonly index: number;
}) {
  const { rule, addressed } = reach;
  return (
    <tr>
      <td data-label="通知什么">{rule.kinds.map((kind) => NOTICE_KIND_NAMES[kind]).join('、')}</td>
      <td data-label="通知谁">
        {rule.to.by === 'role' ? targetText(rule, (address) => address) : null}
        {addressed.length === 0 ? (
          <p class="late">现在没有这样的人</p>
        ) : (
          <ul class="plain">
            {addressed.map((each) => (
              <Addressee {...each} />
            ))}
          </ul>
        )}
      </td>
      <td data-label="怎样通知">{CHANNEL_NAMES[rule.channel]}</td>
      {view.mayEdit ? (
        <td data-label="操作">
          <Act view={view} action="test" label="发测试消息" fields={{ index: String(index) }} />
          <Act view={view} action="remove" label="删除" fields={{ part: 'rules', index: String(index) }} />
        </td>
      ) : null}
    </tr>
  );
}

function Rules({ view }: { readonly view: NoticesView }) {
  const { rules, untold } = view.board;
  return (
    <section>
      <h2>谁收到什么</h2>
      {untold.length === 0 ? null : (
        <p class="notice">没有人收到:{untold.map((kind) => NOTICE_KIND_NAMES[kind]).join('、')}。</p>
      )}
      {rules.length === 0 ? null : (
        <Table heads={['通知什么', '通知谁', '怎样通知']} mayEdit={view.mayEdit}>
          {rules.map((reach, index) => (
            <RuleRow view={view} reach={reach} index={index} />
          ))}
        </Table>
      )}
    </section>
  );
}

function Robots({ view }: { readonly view: NoticesView }) {
  const { robots } = view.board.stored.value;
  if (robots.length === 0) return null;
  return (
    <ul class="plain">
      {robots.map(({ name, channel }, index) => (
        <li>
          {CHANNEL_NAMES[channel]}“{name}”
          <Act view={view} action="remove" label="删除" fields={{ part: 'robots', index: String(index) }} />
        </li>
      ))}
    </ul>
  );
}

/** Who is told of what, what was told, and how it went. */
export function NoticesPage({ view }: { readonly view: NoticesView }) {
  const { caller, assets, board, refused, mayEdit } = view;
  return (
    <SettingsPage caller={caller} assets={assets} name="notices" title="通知">
      <VersionPanel name="notices" stored={board.stored} />
      {refused?.part === 'act' ? <ErrorSummary title={refused.title} errors={refused.errors} /> : null}
      <Rules view={view} />
      <Latest view={view} />
      {mayEdit ? (
        <section>
          <h2>设置</h2>
          <NoticeFormPart view={view} part="rule" title="增加接收人" />
          <NoticeFormPart view={view} part="person" title="登记人员的邮箱和手机号码" />
          <NoticeFormPart view={view} part="robot" title="登记群机器人" />
          <Robots view={view} />
          <NoticeFormPart view={view} part="sms" title="短信" />
        </section>
      ) : null}
    </SettingsPage>
  );
}
