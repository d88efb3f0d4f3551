import { type DeliveryState, stateOf } from '#shared/domain/notices/delivery.ts';
import { CHANNEL_NAMES, NOTICE_KIND_NAMES } from '#shared/domain/notices/notice.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { StoredNotice } from '#shared/services/notices/notice-store.ts';
import { Time } from '../../time.tsx';
import { Act, Table } from './acts.tsx';
import type { NoticesView } from './view.ts';

const STATE_TEXT: Readonly<Record<DeliveryState, string>> = { pending: '待发', sent: '已发', failed: '未能送达' };

/** What the other side said, or what went wrong in words. */
function answerText(answer: string | null): string {
  const known = Object.entries(ERROR_CODES).find(([code]) => code === answer)?.[1];
  return known === undefined ? (answer ?? '') : `${known.title}。${known.wayOut}`;
}

function NoticeRow({ view, notice }: { readonly view: NoticesView; readonly notice: StoredNotice }) {
  const { kind, id, at, subject, path, deliveries } = notice;
  return (
    <tr>
      <td data-label="时间">
        <Time at={at} />
      </td>
      <td data-label="内容">
        <a href={path}>{subject}</a> <span class="soft">{NOTICE_KIND_NAMES[kind]}</span>
      </td>
      <td data-label="送达">
        <ul class="plain">
          {deliveries.map(({ channel, to, name, state, tries, answer, at: triedAt }) => (
            <li class={state === 'failed' ? 'late' : undefined}>
              {CHANNEL_NAMES[channel]} {name === to ? name : `${name}(${to})`}:<strong>{STATE_TEXT[state]}</strong>
              {triedAt === null ? null : (
                <span class="source">
                  <Time at={triedAt} />
                  ,第 {tries} 次,{answerText(answer)}
                </span>
              )}
            </li>
          ))}
        </ul>
      </td>
      {view.mayEdit ? (
        <td data-label="操作">
          {stateOf(deliveries) === 'pending' ? null : (
            <Act view={view} action="again" label="重新发送" fields={{ kind, id }} />
          )}
        </td>
      ) : null}
    </tr>
  );
}

/** The notices found last, and what became of each. */
export function Latest({ view }: { readonly view: NoticesView }) {
  const { notices } = view.board;
  return (
    <section>
      <h2>最近的通知</h2>
      <p class="soft">最多显示 100 条。没有送达的 1、5、30 分钟后再试,共 5 次。</p>
      {notices.length === 0 ? (
        <p>还没有通知。</p>
      ) : (
        <Table heads={['时间', '内容', '送达']} mayEdit={view.mayEdit}>
          {notices.map((notice) => (
            <NoticeRow view={view} notice={notice} />
          ))}
        </Table>
      )}
    </section>
  );
}
