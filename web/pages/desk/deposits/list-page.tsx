import type { Caller } from '#shared/domain/caller.ts';
import { DEPOSIT_HOLDERS, HOLDER_NAMES } from '#shared/domain/deposits/events.ts';
import { type DepositLine, totalsOf } from '#shared/domain/deposits/totals.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { PartLedger } from '#shared/services/deposits/read-deposits.ts';
import { Time } from '../../time.tsx';
import { DateInput, type Option, Select, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { DepositRows } from './rows.tsx';
import { type Group, GroupTable, Sums } from './totals.tsx';
import {
  type DepositFilter,
  depositsAddress,
  isShown,
  lotDepositsAddress,
  SHOWN,
  SHOWN_NAMES,
  townshipName,
} from './words.ts';

interface ListProps {
  readonly caller: Caller;
  readonly assets: string;
  /** Lines of the filter, whatever it shows of them. */
  readonly lines: readonly DepositLine[];
  readonly incomplete: readonly PartLedger[];
  readonly filter: DepositFilter;
  readonly platforms: readonly Option[];
  readonly townships: readonly Option[];
  readonly mayImport: boolean;
  readonly now: Instant;
}

/** Longer lists are cut, and say so. */
const MOST_SHOWN = 300;

function Filter({ filter, platforms, townships }: Pick<ListProps, 'filter' | 'platforms' | 'townships'>) {
  const holders = DEPOSIT_HOLDERS.map((holder): Option => [holder, HOLDER_NAMES[holder]]);
  return (
    <form class="desk-form" method="get" action="/desk/deposits">
      <div class="fields">
        <Select name="platform" label="平台" value={filter.platform ?? ''} options={platforms} empty="全部" />
        <Select name="holder" label="保管方" value={filter.holder ?? ''} options={holders} empty="全部" />
        <Select name="township" label="镇街" value={filter.township ?? ''} options={townships} empty="全部" />
        <DateInput name="from" label="竞价结束自" value={filter.from ?? ''} />
        <DateInput name="to" label="竞价结束至" value={filter.to ?? ''} />
        <Select
          name="show"
          label="列出"
          value={filter.show}
          options={SHOWN.map((show): Option => [show, SHOWN_NAMES[show]])}
        />
      </div>
      <div class="buttons">
        <Submit label="筛选" quiet />
      </div>
    </form>
  );
}

function groupsOf(
  lines: readonly DepositLine[],
  now: Instant,
  by: (line: DepositLine) => readonly [name: string, change: Partial<DepositFilter>],
): readonly Group[] {
  const groups = Map.groupBy(lines, (line) => by(line)[0]);
  return [...groups].map(([name, own]) => {
    const [first] = own;
    return { name, change: first === undefined ? {} : by(first)[1], totals: totalsOf(own, now) };
  });
}

function Incomplete({ incomplete }: Pick<ListProps, 'incomplete'>) {
  if (incomplete.length === 0) return null;
  return (
    <div class="notice wrong">
      <p>平台自报的台账中有行读不懂,下列标的的数字不完整,原文在待核数据中:</p>
      <ul>
        {incomplete.map(({ lotId, title, setAside }) => (
          <li>
            <a href={lotDepositsAddress(lotId)}>{title ?? lotId}</a>:{setAside} 行
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The deposits of all lots (保证金总账): sums, each opening to its rows; what is late; the rows. */
export function DepositsPage(props: ListProps) {
  const { caller, assets, lines, incomplete, filter, platforms, now } = props;
  const platformName = (id: string) => platforms.find(([known]) => known === id)?.[1] ?? id;
  const shown = lines.filter((line) => isShown(line, filter.show, now));
  return (
    <DeskPage title="保证金" caller={caller} here="deposits" assets={assets}>
      <h1>保证金</h1>
      <p>
        截至 <Time at={now} />
      </p>
      <p class="links">
        <a href={depositsAddress(filter, {}, '/export.xlsx')}>导出 Excel</a>{' '}
        <a href={depositsAddress(filter, {}, '/export.csv')}>导出 CSV</a>{' '}
        {props.mayImport ? <a href="/desk/deposits/import">导入期初台账</a> : null}
      </p>
      <Filter {...props} />
      <Incomplete incomplete={incomplete} />
      <Sums totals={totalsOf(lines, now)} filter={filter} />
      <GroupTable
        title="平台"
        filter={filter}
        groups={groupsOf(lines, now, ({ platform }) => [platformName(platform), { platform }])}
      />
      <GroupTable
        title="保管方"
        filter={filter}
        groups={groupsOf(lines, now, ({ account: { holder } }) => [HOLDER_NAMES[holder], { holder }])}
      />
      <GroupTable
        title="镇街"
        filter={filter}
        groups={groupsOf(lines, now, ({ township }) => [townshipName(township), { township: township ?? 'none' }])}
      />
      <section id="rows">
        <h2>
          {SHOWN_NAMES[filter.show]}({shown.length} 笔)
        </h2>
        {shown.length > MOST_SHOWN ? <p class="soft">列出前 {MOST_SHOWN} 笔,全部请导出。</p> : null}
        <DepositRows lines={shown.slice(0, MOST_SHOWN)} now={now} platformName={platformName} />
      </section>
    </DeskPage>
  );
}
