import type { Caller } from '#shared/domain/caller.ts';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { MILESTONE_NAMES } from '#shared/domain/settlement/milestone.ts';
import { BOARD_STATES, type BoardState, type SettlementRow } from '#shared/services/settlement/board.ts';
import { moneyText } from '../../../format.ts';
import { UNKNOWN } from '../../../words.ts';
import { Time } from '../../time.tsx';
import { type Option, Select, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { UNTITLED } from '../listings/words.ts';
import { nextDue } from './due.tsx';
import { BOARD_STATE_NAMES, settlementAddress } from './words.ts';

/** What of the board is asked for; `null`: all. */
export interface SettlementFilter {
  readonly state: BoardState | null;
  readonly platform: string | null;
  readonly township: string | null;
}

interface BoardProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly rows: readonly SettlementRow[];
  readonly filter: SettlementFilter;
  /** Platforms there are lots on. */
  readonly platforms: readonly Option[];
}

/** Longer groups are cut, and say so: beside the others more than one alone. */
const MOST_BESIDE = 20;
const MOST_ALONE = 200;

const TOWNSHIPS: readonly Option[] = HOME_DISTRICT.townships.map(({ code, name }) => [code, name]);

function townshipName(code: string | null): string {
  return TOWNSHIPS.find(([value]) => value === code)?.[1] ?? UNKNOWN;
}

function Filter({ filter, platforms }: Pick<BoardProps, 'filter' | 'platforms'>) {
  return (
    <form class="desk-form" method="get" action="/desk/settlement">
      <div class="fields">
        <Select
          name="state"
          label="状态"
          value={filter.state ?? ''}
          options={BOARD_STATES.map((state) => [state, BOARD_STATE_NAMES[state]])}
          empty="全部"
        />
        <Select name="platform" label="平台" value={filter.platform ?? ''} options={platforms} empty="全部" />
        <Select name="township" label="镇街" value={filter.township ?? ''} options={TOWNSHIPS} empty="全部" />
      </div>
      <div class="buttons">
        <Submit label="筛选" quiet />
      </div>
    </form>
  );
}

function Row({ row }: { readonly row: SettlementRow }) {
  const { lotId, title, platformName, township, soldAt, hammerFen, priceBasis, status, next, differs } = row;
  return (
    <tr>
      <th scope="row">
        <a href={settlementAddress(lotId)}>{title ?? UNTITLED}</a>
        {differs ? <span class="error source">平台与登记的时间不一致</span> : null}
      </th>
      <td data-label="平台">{platformName}</td>
      <td data-label="镇街">{townshipName(township)}</td>
      <td data-label="竞价结束">
        <Time at={soldAt} />
      </td>
      <td data-label="成交价">{hammerFen === null ? STATUS_TEXT[status] : moneyText(hammerFen, priceBasis)}</td>
      <td data-label="接下来">
        {next === null ? UNKNOWN : `${MILESTONE_NAMES[next.milestone]}:${nextDue(next)}`}
        {next?.due.kind === 'due' ? <span class="soft source">{next.due.citation}</span> : null}
      </td>
    </tr>
  );
}

interface GroupProps {
  readonly state: BoardState;
  readonly rows: readonly SettlementRow[];
  readonly filter: SettlementFilter;
}

/** Where a group stands alone, under the same filters. */
function aloneAddress(state: BoardState, { platform, township }: SettlementFilter): string {
  const query = { state, ...(platform !== null && { platform }), ...(township !== null && { township }) };
  return `/desk/settlement?${new URLSearchParams(query)}`;
}

function Cut({ state, rows, filter }: GroupProps) {
  if (filter.state !== null) {
    return rows.length > MOST_ALONE ? <p class="soft">列出前 {MOST_ALONE} 个,其余请用筛选查找。</p> : null;
  }
  if (rows.length <= MOST_BESIDE) return null;
  return (
    <p>
      列出前 {MOST_BESIDE} 个,<a href={aloneAddress(state, filter)}>查看全部 {rows.length} 个</a>
    </p>
  );
}

function Group({ state, rows, filter }: GroupProps) {
  const most = filter.state === null ? MOST_BESIDE : MOST_ALONE;
  return (
    <section>
      <h2>
        {BOARD_STATE_NAMES[state]}({rows.length})
      </h2>
      <Cut state={state} rows={rows} filter={filter} />
      <div class="scroll">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">标的</th>
              <th scope="col">平台</th>
              <th scope="col">镇街</th>
              <th scope="col">竞价结束</th>
              <th scope="col">成交价</th>
              <th scope="col">接下来</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <Row row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The board of what follows sales (成交后看板): what is overdue first, then by what is due next. */
export function SettlementBoardPage({ caller, assets, rows, filter, platforms }: BoardProps) {
  const groups = Map.groupBy(rows, ({ state }) => state);
  return (
    <DeskPage title="成交后" caller={caller} here="settlement" assets={assets}>
      <h1>成交后办理</h1>
      <p class="soft">
        成交确认、公示、签约、付款、交割和保证金清退。期限按时限规则和本标的约定计算,平台报告的和人登记的并列,不一致的注明。
      </p>
      <Filter filter={filter} platforms={platforms} />
      {rows.length === 0 ? <p>没有符合条件的标的。本区集体和国有资产成交后会出现在这里。</p> : null}
      {BOARD_STATES.map((state) => {
        const own = groups.get(state);
        return own === undefined ? null : <Group state={state} rows={own} filter={filter} />;
      })}
    </DeskPage>
  );
}
