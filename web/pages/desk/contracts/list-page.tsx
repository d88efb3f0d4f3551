import type { Caller } from '#shared/domain/caller.ts';
import { CONTRACT_STATE_NAMES, type ContractState } from '#shared/domain/contract/reminders.ts';
import { dayText } from '#shared/domain/rules/date-words.ts';
import type { ContractRow } from '#shared/services/contract/list-contracts.ts';
import { escalationText, moneyText } from '../../../format.ts';
import { UNKNOWN } from '../../../words.ts';
import { Select, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { contractAddress, leftText } from './words.ts';

/** What of the register is asked for; `null`: all. */
export interface ContractFilter {
  readonly state: ContractState | null;
}

interface ListProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly rows: readonly ContractRow[];
  readonly filter: ContractFilter;
  readonly mayEnter: boolean;
}

const STATES = Object.entries(CONTRACT_STATE_NAMES);

/** Longer lists are cut, and say so. */
const MOST_SHOWN = 500;

function Row({ row }: { readonly row: ContractRow }) {
  const { contract, owner, assetName, state, reminder } = row;
  const { id, terms } = contract;
  return (
    <tr>
      <th scope="row">
        <a href={contractAddress(id)}>{terms.number}</a>
      </th>
      <td data-label="单位">{owner.name}</td>
      <td data-label="资产">{assetName ?? UNKNOWN}</td>
      <td data-label="期限">
        {dayText(terms.startsOn)} 至 {dayText(terms.endsOn)}
      </td>
      <td data-label="首年租金">
        {moneyText(terms.yearlyRentFen)}
        {terms.escalationPpm === 0 ? null : <span class="soft source">{escalationText(terms.escalationPpm)}</span>}
      </td>
      <td data-label="状态">
        {CONTRACT_STATE_NAMES[state]} {leftText(row)}
        {reminder === null || state === 'run-out' ? null : (
          <strong class="source">{`${reminder.days} 天到期提醒`}</strong>
        )}
      </td>
    </tr>
  );
}

/** Leases of which something is due: run out, or within the reminders. */
function Due({ rows }: Pick<ListProps, 'rows'>) {
  const due = rows.filter(({ state, reminder }) => state === 'run-out' || (state !== 'ended' && reminder !== null));
  if (due.length === 0) return null;
  return (
    <section>
      <h2>到期提醒({due.length})</h2>
      <ul class="todo">
        {due.map((row) => (
          <li class={row.state === 'run-out' ? 'late' : undefined}>
            <a href={contractAddress(row.contract.id)}>{row.contract.terms.number}</a>({row.owner.name}
            {row.assetName === null ? '' : `,${row.assetName}`}),{dayText(row.contract.terms.endsOn)} 到期,
            {leftText(row)}
            {row.contract.renewal === null ? null : <span class="soft source">已建续租挂牌草稿</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Register({ rows }: Pick<ListProps, 'rows'>) {
  return (
    <div class="scroll">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">单位</th>
            <th scope="col">资产</th>
            <th scope="col">期限</th>
            <th scope="col">首年租金</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_SHOWN).map((row) => (
            <Row row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The register of contracts (合同台账), by their last day. */
export function ContractListPage({ caller, assets, rows, filter, mayEnter }: ListProps) {
  const search = filter.state === null ? '' : `?state=${filter.state}`;
  return (
    <DeskPage title="合同台账" caller={caller} here="contracts" assets={assets}>
      <h1>合同台账</h1>
      <p class="links">
        {mayEnter ? <a href="/desk/contracts/new">登记合同</a> : null}{' '}
        {mayEnter ? <a href="/desk/contracts/import">批量登记</a> : null}{' '}
        <a href={`/desk/contracts.xlsx${search}`}>导出 Excel</a> <a href={`/desk/contracts.csv${search}`}>导出 CSV</a>
      </p>
      <Due rows={rows} />
      <h2>全部合同({rows.length})</h2>
      <form class="desk-form" method="get" action="/desk/contracts">
        <Select name="state" label="状态" value={filter.state ?? ''} options={STATES} empty="全部" />
        <div class="buttons">
          <Submit label="筛选" quiet />
        </div>
      </form>
      {rows.length > MOST_SHOWN ? <p class="soft">列出前 {MOST_SHOWN} 份,导出的文件含全部。</p> : null}
      {rows.length === 0 ? <p>没有符合条件的合同。</p> : <Register rows={rows} />}
    </DeskPage>
  );
}
