import { WANTED_TEXT } from '#shared/services/collection/health-words.ts';
import type { TaskRow } from '#shared/services/collection/task-rows.ts';
import { UNKNOWN } from '../../../words.ts';
import { Time } from '../../time.tsx';

/** Longer tables are cut, and say so. */
const MOST_SHOWN = 100;

function Row({ row }: { readonly row: TaskRow }) {
  const { what, title, page, lotId, wanted, dueAt, answeredAt, failures, shown, listed } = row;
  const rows = shown === null ? UNKNOWN : `${shown}${listed === null ? '' : ` / ${listed}`}`;
  return (
    <tr>
      <th scope="row">
        {lotId === null ? `${title}${page === null ? '' : `(${page})`}` : <a href={`/lots/${lotId}`}>{title}</a>}
      </th>
      <td data-label="读什么">{what === 'list' ? '列表' : wanted === null ? UNKNOWN : WANTED_TEXT[wanted]}</td>
      <td data-label="下次">{dueAt === null ? '不单独读取' : <Time at={dueAt} />}</td>
      <td data-label="最近读到">
        <Time at={answeredAt} />
      </td>
      <td data-label="连续失败">{failures}</td>
      <td data-label="显示 / 自报">{rows}</td>
    </tr>
  );
}

/** What is read of a platform and when next. */
export function TaskTable({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  if (tasks.length === 0) return <p>还没有安排。开启采集后,系统每分钟安排一次。</p>;
  return (
    <>
      {tasks.length > MOST_SHOWN ? (
        <p class="soft">
          共 {tasks.length} 项,列出前 {MOST_SHOWN} 项。
        </p>
      ) : null}
      <div class="scroll">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">列表或标的</th>
              <th scope="col">读什么</th>
              <th scope="col">下次</th>
              <th scope="col">最近读到</th>
              <th scope="col">连续失败</th>
              <th scope="col">显示 / 自报</th>
            </tr>
          </thead>
          <tbody>
            {tasks.slice(0, MOST_SHOWN).map((row) => (
              <Row row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
