import type { DepositTotals } from '#shared/domain/deposits/totals.ts';
import { type Fen, formatYuan } from '#shared/domain/money.ts';
import { type DepositFilter, depositsAddress, refundRateText, type Shown } from './words.ts';

interface SumsProps {
  readonly totals: DepositTotals;
  readonly filter: DepositFilter;
}

function Opens({ filter, show, children }: { filter: DepositFilter; show: Shown; children: string }) {
  return <a href={`${depositsAddress(filter, { show })}#rows`}>{children}</a>;
}

/** What the chosen deposits come to, each figure with the way to its rows. */
export function Sums({ totals, filter }: SumsProps) {
  const { columns, late, undetermined } = totals;
  return (
    <section class="panel" aria-label="合计">
      <dl>
        <dt>笔数</dt>
        <dd>
          <Opens filter={filter} show="all">{`${totals.count} 笔`}</Opens>,{totals.bidders} 户
        </dd>
        <dt>已交</dt>
        <dd>
          <Opens filter={filter} show="all">{`${formatYuan(columns.paid)} 元`}</Opens>
        </dd>
        <dt>转价款</dt>
        <dd>
          <Opens filter={filter} show="price">{`${formatYuan(columns.toPrice)} 元`}</Opens>
        </dd>
        <dt>转履约保证金</dt>
        <dd>
          <Opens filter={filter} show="bond">{`${formatYuan(columns.toBond)} 元`}</Opens>
        </dd>
        {columns.toUnsaid === 0 ? null : (
          <>
            <dt>已转出,平台未报去向</dt>
            <dd>{formatYuan(columns.toUnsaid)} 元</dd>
          </>
        )}
        <dt>已退还</dt>
        <dd>
          <Opens filter={filter} show="refunded">{`${formatYuan(columns.refunded)} 元`}</Opens>
        </dd>
        <dt>没收</dt>
        <dd>
          <Opens filter={filter} show="forfeited">{`${formatYuan(columns.forfeited)} 元`}</Opens>
        </dd>
        <dt>在途</dt>
        <dd>
          <Opens filter={filter} show="held">{`${formatYuan(columns.held)} 元`}</Opens>
        </dd>
        <dt>清退率</dt>
        <dd>
          {refundRateText(totals.refundRate)}{' '}
          <span class="soft">
            已退 {formatYuan(columns.refunded)} ÷ 到今天应退 {formatYuan(totals.owed)}
          </span>
        </dd>
        <dt>超期未退</dt>
        <dd>
          <Opens filter={filter} show="late">{`${late.count} 笔,${formatYuan(late.fen)} 元`}</Opens>
        </dd>
        {undetermined.count === 0 ? null : (
          <>
            <dt>无法判断应退日</dt>
            <dd>
              <Opens filter={filter} show="undetermined">
                {`${undetermined.count} 笔,${formatYuan(undetermined.fen)} 元`}
              </Opens>
              ,未计入应退
            </dd>
          </>
        )}
        {totals.differing === 0 ? null : (
          <>
            <dt>平台与登记不一致</dt>
            <dd>
              <Opens filter={filter} show="differing">{`${totals.differing} 笔`}</Opens>
            </dd>
          </>
        )}
      </dl>
      <p class="soft">
        已交 = 转价款 + 转履约保证金{columns.toUnsaid === 0 ? '' : ' + 已转出未报去向'} + 已退还 + 没收 + 在途。
        竞买号只在本标的内有效,户数按标的计,跨标的不去重。平台保管的以平台自报为准计数,与登记不一致的另行列出。
      </p>
    </section>
  );
}

/** One line of a table of sums. */
export interface Group {
  readonly name: string;
  /** The filter that shows only its rows. */
  readonly change: Partial<DepositFilter>;
  readonly totals: DepositTotals;
}

function Money({ label, amount }: { readonly label: string; readonly amount: Fen }) {
  return (
    <td class="number" data-label={label}>
      {formatYuan(amount)}
    </td>
  );
}

/** Sums by platform, holder or township. */
export function GroupTable({
  title,
  groups,
  filter,
}: {
  title: string;
  groups: readonly Group[];
  filter: DepositFilter;
}) {
  const hasUnsaid = groups.some(({ totals }) => totals.columns.toUnsaid > 0);
  return (
    <section>
      <h2>按{title}</h2>
      <div class="scroll">
        <table class="stacked figures">
          <thead>
            <tr>
              {[title, '笔数', '户数', '已交', '转价款', '转履约保证金', ...(hasUnsaid ? ['转出未报'] : [])].map(
                (name) => (
                  <th scope="col">{name}</th>
                ),
              )}
              {['已退还', '没收', '在途', '清退率', '超期未退'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ name, change, totals: { columns, ...totals } }) => (
              <tr>
                <th scope="row">
                  <a href={depositsAddress(filter, change)}>{name}</a>
                </th>
                <td data-label="笔数">{totals.count}</td>
                <td data-label="户数">{totals.bidders}</td>
                <Money label="已交" amount={columns.paid} />
                <Money label="转价款" amount={columns.toPrice} />
                <Money label="转履约保证金" amount={columns.toBond} />
                {hasUnsaid ? <Money label="转出未报" amount={columns.toUnsaid} /> : null}
                <Money label="已退还" amount={columns.refunded} />
                <Money label="没收" amount={columns.forfeited} />
                <Money label="在途" amount={columns.held} />
                <td data-label="清退率">{refundRateText(totals.refundRate)}</td>
                <td data-label="超期未退">
                  {totals.late.count === 0 ? (
                    '无'
                  ) : (
                    <a href={`${depositsAddress(filter, { ...change, show: 'late' })}#rows`}>
                      {totals.late.count} 笔,{formatYuan(totals.late.fen)}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
