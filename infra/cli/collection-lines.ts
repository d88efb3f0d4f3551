import type { PlatformHealth } from '#shared/services/collection/health.ts';
import { HEALTH_TEXT } from '#shared/services/collection/health-words.ts';
import type { TaskRow } from '#shared/services/collection/task-rows.ts';
import { timeText } from '#web/format.ts';
import { reasonText } from '#web/pages/desk/collection/reasons.tsx';

/** Since when the data of a platform is: of its last good answer, else of its newest document. */
function ageLine({ reading, tasks, documentAt }: PlatformHealth): string {
  const at = reading === 'active' ? tasks.answeredAt : documentAt;
  return at === null ? '还没有数据' : `数据截至 ${timeText(at)}`;
}

/** How a platform's data is: one line, and one for each reason with what to do. */
export function healthLines(health: PlatformHealth): readonly string[] {
  const { name, state, reasons, lots, total, waiting, tasks } = health;
  const stated = total === null ? '' : `,平台自报 ${total.listed} 个`;
  const late = tasks.late === 0 ? '' : `,晚点 ${tasks.late} 项`;
  const open = waiting === 0 ? '' : `,待核 ${waiting} 份`;
  return [
    [HEALTH_TEXT[state], name, ageLine(health), `标的 ${lots} 个${stated}${late}${open}`].join('\t'),
    ...reasons.map((reason) => `  ${reasonText(reason)}。${reason.todo}`),
  ];
}

/** What a reading brought: when the platform answered, or how often it did not. */
export function taskLine({ title, page, what, shown, answeredAt, failures, dueAt }: TaskRow): string {
  const name = page === null ? title : `${title}(${page})`;
  const came = failures > 0 ? `没有读到,连续 ${failures} 次` : `已读到,${timeText(answeredAt)}`;
  const rows = what === 'list' && failures === 0 && shown !== null ? `,${shown} 个标的` : '';
  return `${name}\t${came}${rows}\t下次 ${dueAt === null ? '不单独读取' : timeText(dueAt)}`;
}
