import type { Caller } from '#shared/domain/caller.ts';
import { hasRole } from '#shared/domain/caller.ts';
import {
  CLOSING_TEXT,
  ITEM_STATUS_TEXT,
  ITEM_STATUSES,
  type ItemStatus,
} from '#shared/domain/reconciliation/events.ts';
import { UNCHECKED_REASONS, UNCHECKED_TEXT } from '#shared/domain/reconciliation/finding.ts';
import { ITEM_KIND_TEXT, ITEM_KINDS } from '#shared/domain/reconciliation/item-id.ts';
import type { Board, BoardQuery } from '#shared/services/reconciliation/board.ts';
import type { Item } from '#shared/services/reconciliation/item.ts';
import { pathOfTab } from '../../comparison/address.ts';
import { Time } from '../../time.tsx';
import { DateInput, type Option, Select, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { BOARD_ADDRESS, differenceWords, itemAddress, itemTitle } from './words.ts';

interface BoardProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly board: Board;
  readonly query: BoardQuery;
  readonly platforms: readonly Option[];
}

/** Longer groups are cut, and say so. */
const MOST_SHOWN = 100;

function Filter({ query, platforms }: Pick<BoardProps, 'query' | 'platforms'>) {
  const { platform, period, kind, status } = query;
  return (
    <form class="desk-form" method="get" action={BOARD_ADDRESS}>
      <div class="fields">
        <Select name="platform" label="平台" value={platform ?? ''} options={platforms} empty="全部" />
        <DateInput name="from" label="自" value={period.from} />
        <DateInput name="to" label="至" value={period.to} />
        <Select
          name="kind"
          label="类别"
          value={kind ?? ''}
          options={ITEM_KINDS.map((each) => [each, ITEM_KIND_TEXT[each]])}
          empty="全部"
        />
        <Select
          name="status"
          label="状态"
          value={status ?? ''}
          options={ITEM_STATUSES.map((each) => [each, ITEM_STATUS_TEXT[each]])}
          empty="全部"
        />
      </div>
      <div class="buttons">
        <Submit label="筛选" quiet />
      </div>
    </form>
  );
}

/** What was not held against anything, and why: nobody should take silence for agreement. */
function Unchecked({ board }: Pick<BoardProps, 'board'>) {
  const { unchecked, left, contradictory } = board;
  const reasons = UNCHECKED_REASONS.filter((reason) => unchecked[reason] > 0);
  return (
    <>
      {left.lots + left.lists === 0 ? null : (
        <p class="notice">
          还有 {left.lots} 个标的、{left.lists} 份结果清单没有核对,刷新本页继续核对标的;清单较多的,请缩短期间。
        </p>
      )}
      {reasons.length === 0 ? null : (
        <p class="soft">
          不核对出价的标的:{reasons.map((reason) => `${UNCHECKED_TEXT[reason]} ${unchecked[reason]} 个`).join(';')}。
        </p>
      )}
      {contradictory === 0 ? null : (
        <p class="soft">
          另有 {contradictory} 个标的的记录自相矛盾,见<a href={pathOfTab('quality')}>数据质量</a>。
        </p>
      )}
    </>
  );
}

function ItemLine({ item }: { readonly item: Item }) {
  const { id, platformName, body, status, closing, differences } = item;
  const words = differenceWords(item);
  return (
    <li class={status === 'open' ? 'late' : undefined}>
      <a href={itemAddress(id)}>{itemTitle(item)}</a>{' '}
      <span class="soft">
        {platformName},{ITEM_KIND_TEXT[body.kind]}
      </span>
      {words.map((each) => (
        <span class="source">{each}</span>
      ))}
      {status === 'agrees' && words.length === 0 ? <span class="source">一致</span> : null}
      {status === 'closed' && closing !== null ? (
        <span class="soft source">
          {CLOSING_TEXT[closing.reason]},{closing.by.name},<Time at={closing.at} />
        </span>
      ) : null}
      {status === 'open' && closing !== null ? (
        <span class="soft source">了结后数字又有变化,重新打开({differences} 项差异)</span>
      ) : null}
    </li>
  );
}

function Group({ status, items }: { readonly status: ItemStatus; readonly items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        {ITEM_STATUS_TEXT[status]}({items.length})
      </h2>
      {items.length > MOST_SHOWN ? <p class="soft">列出前 {MOST_SHOWN} 项,其余请缩小筛选范围。</p> : null}
      <ul class="todo">
        {items.slice(0, MOST_SHOWN).map((item) => (
          <ItemLine item={item} />
        ))}
      </ul>
    </section>
  );
}

/** The reconciliation board (对账看板): what is open first. */
export function BoardPage({ caller, assets, board, query, platforms }: BoardProps) {
  const { counts, items, factsAt } = board;
  return (
    <DeskPage title="对账" caller={caller} here="reconciliation" assets={assets}>
      <h1>对账</h1>
      <p>
        {query.period.from} 至 {query.period.to}:未了结 {counts.open} 项,已了结 {counts.closed} 项,一致 {counts.agrees}{' '}
        项。
      </p>
      <p class="soft">
        我们的统计与平台比较所用的相同,数据截至 <Time at={factsAt} />
        。逐标的核对按现在的记录。数字有变化的,已了结的会自动重新打开。平台列表自称的标的总数与我们收录数的比较,见
        <a href={pathOfTab('quality')}>数据质量</a>;平台显示的内容与批准的不一致的,见
        <a href="/desk/placements">上架看板</a>。
      </p>
      {hasRole(caller, 'office') ? (
        <p class="links">
          <a href={`${BOARD_ADDRESS}/enter`}>录入平台给的数字</a>
        </p>
      ) : null}
      <Filter query={query} platforms={platforms} />
      <Unchecked board={board} />
      {items.length === 0 ? <p>没有符合条件的差异。</p> : null}
      {ITEM_STATUSES.map((status) => (
        <Group status={status} items={items.filter((item) => item.status === status)} />
      ))}
    </DeskPage>
  );
}
