import type { AssetGroups } from '#shared/services/same-asset/asset-groups.ts';
import { exportAddress, FOUND_ID, pageAddress } from '../catalogue-address.ts';
import { type CatalogueModel, isRestricted } from '../catalogue-model.ts';
import { restrictionsOf } from '../catalogue-restrictions.ts';
import type { Platforms } from '../platforms.ts';
import { CatalogueFilter } from './catalogue-filter.tsx';
import { Layout } from './layout.tsx';
import { LotTile } from './lot-tile.tsx';
import { StaleNotice } from './time.tsx';

interface CatalogueProps {
  readonly model: CatalogueModel;
  readonly platforms: Platforms;
  readonly groups: AssetGroups;
  readonly stylesheet: string;
}

/** What restricts the list, each with a link that takes it away. */
function Chips({ model, platforms }: Pick<CatalogueProps, 'model' | 'platforms'>) {
  if (!isRestricted(model.query)) return null;
  const { sort } = model.query;
  return (
    <ul class="chips" aria-label="已选条件,点击可去掉">
      {restrictionsOf(model.query, platforms).map(({ label, without }) => (
        <li>
          <a href={pageAddress(without)} aria-label={`去掉 ${label}`}>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a class="clear" href={pageAddress({ text: '', filters: {}, endsWithinDays: null, sort })}>
          全部清除
        </a>
      </li>
    </ul>
  );
}

/** What to do where nothing was found. */
function Nothing({ model }: Pick<CatalogueProps, 'model'>) {
  const { size, looser, found, pages, query } = model;
  if (found.total > 0) {
    return (
      <p class="notice">
        没有这一页,共 {pages} 页。<a href={pageAddress(query, pages)}>看最后一页</a>
      </p>
    );
  }
  if (size === 0) return <p class="notice">目录里还没有标的。资料导入后几秒内会出现在这里。</p>;
  return (
    <div class="notice">
      <p>没有同时符合这些条件的标的。可以放宽:</p>
      <ul>
        {looser.map(({ label, query: way, total }) => (
          <li>
            <a href={pageAddress(way)}>{label}</a>,有 {total} 个标的
          </li>
        ))}
        <li>
          <a href="/">查看全部 {size} 个标的</a>
        </li>
      </ul>
    </div>
  );
}

function Pages({ model: { query, page, pages } }: Pick<CatalogueProps, 'model'>) {
  if (pages === 1) return null;
  return (
    <nav class="pages" aria-label="翻页">
      {page > 1 && page <= pages ? (
        <>
          {page > 2 ? <a href={pageAddress(query)}>第一页</a> : null}
          <a rel="prev" href={pageAddress(query, page - 1)}>
            上一页
          </a>
        </>
      ) : null}
      <span>
        第 {page} 页,共 {pages} 页
      </span>
      {page < pages ? (
        <>
          <a rel="next" href={pageAddress(query, page + 1)}>
            下一页
          </a>
          {page < pages - 1 ? <a href={pageAddress(query, pages)}>最后一页</a> : null}
        </>
      ) : null}
    </nav>
  );
}

function Exports({ model: { query } }: Pick<CatalogueProps, 'model'>) {
  return (
    <nav class="links" aria-label="订阅与下载">
      <a href={exportAddress(query, 'atom')}>订阅这些条件(Atom)</a>
      <a href={exportAddress(query, 'csv')}>下载表格(CSV)</a>
      <a href={exportAddress(query, 'jsonl')}>下载数据(JSON Lines)</a>
    </nav>
  );
}

/** The catalogue: every lot of every platform, by what the reader asks for. */
export function CataloguePage({ model, platforms, groups, stylesheet }: CatalogueProps) {
  const { query, found, staleSince, now } = model;
  return (
    <Layout title="标的目录" stylesheet={stylesheet} feed={exportAddress(query, 'atom')}>
      <h1>标的目录</h1>
      <StaleNotice since={staleSince} now={now} />
      <div class="catalogue">
        <CatalogueFilter model={model} platforms={platforms} />
        <section aria-labelledby={FOUND_ID}>
          <h2 id={FOUND_ID}>共 {found.total} 个标的</h2>
          <Chips model={model} platforms={platforms} />
          {found.lots.length === 0 ? (
            <Nothing model={model} />
          ) : (
            <ul class="cards">
              {found.lots.map((card) => (
                <LotTile
                  card={card}
                  platforms={platforms}
                  text={query.text}
                  others={groups(card).length - 1}
                  now={now}
                />
              ))}
            </ul>
          )}
          <Pages model={model} />
          <Exports model={model} />
        </section>
      </div>
    </Layout>
  );
}
