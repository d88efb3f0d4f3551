import { STANDINGS } from '#shared/domain/asset/standing.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { ASSET_CLASSES } from '#shared/domain/trade.ts';
import {
  ASSETS_PER_PAGE,
  type AssetFilter,
  type AssetLine,
  type AssetPage,
} from '#shared/services/desk/asset/list-assets.ts';
import { areaText } from '../../../format.ts';
import { ASSET_CLASS_TEXT, UNKNOWN } from '../../../words.ts';
import { ExportLinks } from '../export-links.tsx';
import { Select, Submit, TextInput } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { townshipOptions } from './division-options.ts';
import { STANDING_TEXT, standingText } from './words.ts';

interface AssetListProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly found: AssetPage;
  readonly filter: AssetFilter;
  /** From 1. */
  readonly page: number;
  readonly today: LocalDate;
  /** He may enter assets for somebody. */
  readonly mayRegister: boolean;
}

function FilterForm({ filter, found, today }: Pick<AssetListProps, 'filter' | 'found' | 'today'>) {
  const owners = found.owners.map(({ id, name }) => [id, name] as const);
  const classes = ASSET_CLASSES.map((value) => [value, ASSET_CLASS_TEXT[value]] as const);
  const standings = STANDINGS.map((value) => [value, STANDING_TEXT[value]] as const);
  return (
    <form method="get" action="/desk/assets" class="desk-form">
      <TextInput name="q" label="名称、坐落、编号、承租人" value={filter.text ?? ''} />
      {owners.length > 1 ? (
        <Select name="owner" label="产权人" value={filter.ownerId ?? ''} options={owners} empty="全部" />
      ) : null}
      <Select
        name="division"
        label="所在镇街"
        value={filter.division ?? ''}
        options={townshipOptions(today)}
        empty="全部"
      />
      <Select name="class" label="类别" value={filter.assetClass ?? ''} options={classes} empty="全部" />
      <Select name="state" label="状态" value={filter.standing ?? ''} options={standings} empty="全部" />
      <Submit label="查找" />
    </form>
  );
}

function Line({ line }: { readonly line: AssetLine }) {
  const { id, asset, owner, standing } = line;
  return (
    <tr>
      <th scope="row">
        <a href={`/desk/assets/${id}`}>{asset.name}</a>
      </th>
      <td data-label="产权人">{owner.name}</td>
      <td data-label="类别">{ASSET_CLASS_TEXT[asset.assetClass]}</td>
      <td data-label="面积">{asset.area === null ? UNKNOWN : areaText(asset.area)}</td>
      <td data-label="编号">{asset.ledgerNumber ?? UNKNOWN}</td>
      <td data-label="状态">{standingText(standing)}</td>
    </tr>
  );
}

/** What is searched for, as an address says it. */
function searchOf({ text, ownerId, division, assetClass, standing }: AssetFilter): URLSearchParams {
  const asked = { q: text, owner: ownerId, division, class: assetClass, state: standing };
  return new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

/** The search of the list on another page. */
function pageAddress(filter: AssetFilter, page: number): string {
  const search = searchOf(filter);
  search.set('page', String(page));
  return `/desk/assets?${search}`;
}

function Pages({
  filter,
  page,
  total,
}: {
  readonly filter: AssetFilter;
  readonly page: number;
  readonly total: number;
}) {
  const last = Math.max(1, Math.ceil(total / ASSETS_PER_PAGE));
  if (last === 1) return null;
  return (
    <nav class="pages" aria-label="翻页">
      {page > 1 ? <a href={pageAddress(filter, page - 1)}>上一页</a> : null}
      <span>
        第 {page} 页,共 {last} 页
      </span>
      {page < last ? <a href={pageAddress(filter, page + 1)}>下一页</a> : null}
    </nav>
  );
}

/** The register of assets. */
export function AssetListPage({ caller, assets, found, filter, page, today, mayRegister }: AssetListProps) {
  return (
    <DeskPage title="资产台账" caller={caller} here="assets" assets={assets}>
      <h1>资产台账</h1>
      <p class="links">
        {mayRegister ? <a href="/desk/assets/new">登记资产</a> : null}
        {mayRegister ? <a href="/desk/assets/import">批量导入</a> : null}
        <a href="/desk/owners">产权人</a>
      </p>
      <FilterForm filter={filter} found={found} today={today} />
      <p>
        共 {found.total} 项。
        <ExportLinks what="assets" search={searchOf(filter)} />
      </p>
      {found.lines.length === 0 ? null : (
        <div class="scroll">
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">产权人</th>
                <th scope="col">类别</th>
                <th scope="col">面积</th>
                <th scope="col">编号</th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {found.lines.map((line) => (
                <Line line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages filter={filter} page={page} total={found.total} />
    </DeskPage>
  );
}
