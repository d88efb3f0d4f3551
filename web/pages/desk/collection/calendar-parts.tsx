import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { CalendarRow } from '#shared/services/collection/calendar-row.ts';
import { WANTED_TEXT } from '#shared/services/collection/health-words.ts';
import { type Platforms, platformLink, platformName } from '../../../platforms.ts';
import { Time, TimeWithAge } from '../../time.tsx';
import { UNTITLED } from '../listings/words.ts';

interface RowsProps {
  readonly rows: readonly CalendarRow[];
  readonly platforms: Platforms;
  readonly now: Instant;
}

/** Longer lists are cut, and say so. */
const MOST_SHOWN = 100;

function Cut({ rows }: Pick<RowsProps, 'rows'>) {
  return rows.length > MOST_SHOWN ? <p class="soft">列出前 {MOST_SHOWN} 个。</p> : null;
}

function OnPlatform({ row, platforms }: { readonly row: CalendarRow; readonly platforms: Platforms }) {
  const name = platformName(platforms, row.platform);
  const link = platformLink(platforms, row.platform, row.url);
  if (link === null) return <>{name}</>;
  return (
    <a href={link} rel="noopener noreferrer">
      {name}
    </a>
  );
}

function Late({ row, platforms, now }: { readonly row: CalendarRow } & Omit<RowsProps, 'rows'>) {
  const { lotId, title, status, endsAt, answeredAt, late } = row;
  if (late === null) return null;
  return (
    <li class="late">
      <a href={`/lots/${lotId}`}>{title ?? UNTITLED}</a>(<OnPlatform row={row} platforms={platforms} />,
      {STATUS_TEXT[status]}) <strong>{late.text}</strong>
      <span class="source">{late.todo}</span>
      <span class="soft source">
        结束 <Time at={endsAt} />
        {answeredAt === null ? null : (
          <>
            ,最近读到 <TimeWithAge at={answeredAt} now={now} />
          </>
        )}
      </span>
    </li>
  );
}

/** Lots that are late, why, and what to do. */
export function LateLots({ rows, platforms, now }: RowsProps) {
  return (
    <>
      <Cut rows={rows} />
      <ul class="todo">
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <Late row={row} platforms={platforms} now={now} />
        ))}
      </ul>
    </>
  );
}

function lookText({ by, wanted }: CalendarRow): string {
  if (by === 'hand') return '结束后请人工导入结果';
  if (by === 'list') return '由列表读取';
  return wanted === null ? '等待安排' : WANTED_TEXT[wanted];
}

function Due({ row, platforms }: { readonly row: CalendarRow; readonly platforms: Platforms }) {
  const { lotId, title, status, endsAt, dueAt, answeredAt } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/lots/${lotId}`}>{title ?? UNTITLED}</a>
      </th>
      <td data-label="平台">
        <OnPlatform row={row} platforms={platforms} />
      </td>
      <td data-label="状态">{STATUS_TEXT[status]}</td>
      <td data-label="结束">
        <Time at={endsAt} />
      </td>
      <td data-label="下次读取">
        <Time at={dueAt} />
      </td>
      <td data-label="读什么">{lookText(row)}</td>
      <td data-label="最近读到">
        <Time at={answeredAt} />
      </td>
    </tr>
  );
}

/** Lots that end or are looked at soon. */
export function DueLots({ rows, platforms }: Omit<RowsProps, 'now'>) {
  return (
    <>
      <Cut rows={rows} />
      <div class="scroll">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">标的</th>
              <th scope="col">平台</th>
              <th scope="col">状态</th>
              <th scope="col">结束</th>
              <th scope="col">下次读取</th>
              <th scope="col">读什么</th>
              <th scope="col">最近读到</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_SHOWN).map((row) => (
              <Due row={row} platforms={platforms} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
