import type { Caller } from '#shared/domain/caller.ts';
import { PLACEMENT_STATES, type PlacementState } from '#shared/domain/placement/placement.ts';
import { PLACEMENT_STATE_NAMES, WAY_NAMES } from '#shared/domain/placement/words.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { BoardRow } from '#shared/services/placement/board.ts';
import { Time } from '../../time.tsx';
import { type Option, Select, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { UNTITLED } from '../listings/words.ts';
import { needsPerson, pageAddress, placementAddress, WHO_TEXT } from './words.ts';

/** What of the board is asked for; `null`: all. */
export interface BoardFilter {
  readonly state: PlacementState | null;
  readonly platform: string | null;
}

interface BoardProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly rows: readonly BoardRow[];
  readonly filter: BoardFilter;
  /** Platforms there are placements on. */
  readonly platforms: readonly Option[];
  /** Those that failed too often and are left alone, by id, and until when. */
  readonly paused: ReadonlyMap<string, Instant>;
}

/** Longer groups are cut, and say so. */
const MOST_SHOWN = 100;

const IS_OVER: readonly PlacementState[] = ['ended', 'withdrawn'];

/** States in the order of the board: what is over comes last. */
const IN_ORDER = PLACEMENT_STATES.toSorted((a, b) => Number(IS_OVER.includes(a)) - Number(IS_OVER.includes(b)));

function Filter({ filter, platforms }: Pick<BoardProps, 'filter' | 'platforms'>) {
  return (
    <form class="desk-form" method="get" action="/desk/placements">
      <div class="fields">
        <Select
          name="state"
          label="状态"
          value={filter.state ?? ''}
          options={PLACEMENT_STATES.map((state) => [state, PLACEMENT_STATE_NAMES[state]])}
          empty="全部"
        />
        <Select name="platform" label="平台" value={filter.platform ?? ''} options={platforms} empty="全部" />
      </div>
      <div class="buttons">
        <Submit label="筛选" quiet />
      </div>
    </form>
  );
}

/** Platforms that failed too often in a row: what waits for them waits for this. */
function Paused({ platforms, paused }: Pick<BoardProps, 'platforms' | 'paused'>) {
  const named = platforms.flatMap(([id, name]) => {
    const until = paused.get(id);
    return until === undefined ? [] : [{ name, until }];
  });
  if (named.length === 0) return null;
  return (
    <ul class="notice wrong">
      {named.map(({ name, until }) => (
        <li>
          {name}接连没有正常答复,系统暂停访问,
          <Time at={until} /> 后自动再试。
        </li>
      ))}
    </ul>
  );
}

/** A placement somebody has to see to: what is wrong, what to do, and who. */
export function PlacementTodo({ row }: { readonly row: BoardRow }) {
  const { id, title, owner, platformName, round, state, since, problem, todo } = row;
  return (
    <li class={state === 'blocked' || state === 'unknown' ? 'late' : undefined}>
      <a href={placementAddress(id)}>{title ?? UNTITLED}</a>({owner},{platformName},第 {round} 轮){' '}
      <strong>{PLACEMENT_STATE_NAMES[state]}</strong>
      {problem === null ? null : <span class="source">{problem}</span>}
      <span class="source">
        {todo.who === 'nobody' ? '' : `请${WHO_TEXT[todo.who]}:`}
        {todo.text}
      </span>
      <span class="soft source">
        自 <Time at={since} />
      </span>
    </li>
  );
}

function Row({ row }: { readonly row: BoardRow }) {
  const { id, title, owner, platformName, round, way, since, url, problem, todo } = row;
  const page = pageAddress(url);
  return (
    <tr>
      <th scope="row">
        <a href={placementAddress(id)}>{title ?? UNTITLED}</a>
      </th>
      <td data-label="单位">{owner}</td>
      <td data-label="平台">
        {page === undefined ? (
          platformName
        ) : (
          <a href={page} rel="noopener noreferrer">
            {platformName}
          </a>
        )}
      </td>
      <td data-label="轮次">{round}</td>
      <td data-label="方式">{WAY_NAMES[way]}</td>
      <td data-label="接下来">{problem ?? todo.text}</td>
      <td data-label="自何时">
        <Time at={since} />
      </td>
    </tr>
  );
}

function Group({ state, rows }: { readonly state: PlacementState; readonly rows: readonly BoardRow[] }) {
  return (
    <section>
      <h2>
        {PLACEMENT_STATE_NAMES[state]}({rows.length})
      </h2>
      {rows.length > MOST_SHOWN ? <p class="soft">列出最近的 {MOST_SHOWN} 个,其余请到挂牌中查找。</p> : null}
      <div class="scroll">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">标的</th>
              <th scope="col">单位</th>
              <th scope="col">平台</th>
              <th scope="col">轮次</th>
              <th scope="col">方式</th>
              <th scope="col">接下来</th>
              <th scope="col">自何时</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_SHOWN).map((row) => (
              <Row row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The status board (上架看板): what somebody has to see to, then the rest by state. */
export function BoardPage({ caller, assets, rows, filter, platforms, paused }: BoardProps) {
  const newest = rows.toSorted((a, b) => (a.since < b.since ? 1 : -1));
  const open = newest.filter(needsPerson).toReversed();
  const groups = Map.groupBy(
    newest.filter((row) => !needsPerson(row)),
    ({ state }) => state,
  );
  return (
    <DeskPage title="上架看板" caller={caller} here="placements" assets={assets}>
      <h1>上架看板</h1>
      <Paused platforms={platforms} paused={paused} />
      <Filter filter={filter} platforms={platforms} />
      {rows.length === 0 ? <p>没有符合条件的上架。挂牌审批通过后会出现在这里。</p> : null}
      {open.length === 0 ? null : (
        <section>
          <h2>需要人办理({open.length})</h2>
          <ul class="todo">
            {open.map((row) => (
              <PlacementTodo row={row} />
            ))}
          </ul>
        </section>
      )}
      {IN_ORDER.map((state) => {
        const own = groups.get(state);
        return own === undefined ? null : <Group state={state} rows={own} />;
      })}
    </DeskPage>
  );
}
