import type { Caller } from '#shared/domain/caller.ts';
import { COLUMN_NAMES, type DepositColumn } from '#shared/domain/deposits/columns.ts';
import { type DepositHolder, HOLDER_NAMES } from '#shared/domain/deposits/events.ts';
import type { LedgerEntry } from '#shared/domain/deposits/ledger.ts';
import { totalsOf } from '#shared/domain/deposits/totals.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { formatYuan } from '#shared/domain/money.ts';
import type { LotDeposits } from '#shared/services/deposits/read-deposits.ts';
import { Milestone, Time } from '../../time.tsx';
import { fileAddress } from '../files/file-entry.tsx';
import { ErrorSummary } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { DepositForms, type RefusedDeposit, StrikeForm } from './forms.tsx';
import { DepositRows } from './rows.tsx';
import { periodText, refundRateText } from './words.ts';

interface LotPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly view: LotDeposits;
  readonly platformName: string;
  /** Whose deposits the caller records; none: he only reads. */
  readonly holders: readonly DepositHolder[];
  readonly ownerId: string | null;
  readonly files: readonly DeskFile[];
  readonly formKey: string;
  readonly refused?: RefusedDeposit | undefined;
}

const ENTRY_NAMES: Readonly<Record<LedgerEntry['kind'], string>> = {
  paid: '交款',
  converted: '转出',
  refunded: '退还',
  forfeited: '没收',
  opening: '期初',
};

const MOVED: readonly DepositColumn[] = ['paid', 'toPrice', 'toBond', 'refunded', 'forfeited'];

function amountsText({ change }: LedgerEntry): string {
  return MOVED.filter((column) => change[column] !== 0)
    .map((column) => `${COLUMN_NAMES[column]} ${formatYuan(change[column])}`)
    .join(',');
}

function Lot({ view: { card, periods, winner, ledger } }: Pick<LotPageProps, 'view'>) {
  if (card === undefined) return <p class="notice">还没有这个标的的其他资料,无法判断应退日。</p>;
  return (
    <section class="panel">
      <p>
        <strong>{STATUS_TEXT[card.status]}</strong>
        {card.endsAt === null ? null : (
          <>
            ,竞价结束 <Time at={card.endsAt} />
          </>
        )}
        {card.publicityEndsAt === null ? null : (
          <>
            ,公示期满 <Milestone at={card.publicityEndsAt} />
          </>
        )}
        {card.contractSignedAt === null ? null : (
          <>
            ,合同签订 <Milestone at={card.contractSignedAt} />
          </>
        )}
        {winner === 'unknown' ? '' : `,竞得人竞买号 ${winner}`}
      </p>
      <p>
        未竞得人退还时限:
        {periods.periods.length === 0
          ? periods.unknown.length === 0
            ? '没有适用的规则,也没有本标的约定'
            : `尚不知${periods.unknown.join('、')},不能确定`
          : periods.periods.map((period) => `${periodText(period)}(${period.citation})`).join(';')}
      </p>
      {Object.entries(ledger?.receipts ?? {}).map(([account, day]) => (
        <p class="soft">
          竞买号 {account.split('@')[0]} 已于 {day} 交回收据
        </p>
      ))}
    </section>
  );
}

function Statement({ view: { stated }, platformName }: Pick<LotPageProps, 'view' | 'platformName'>) {
  if (stated === undefined) return <p class="soft">{platformName}没有报过这个标的的保证金台账。</p>;
  const { says, stamp } = stated;
  return (
    <>
      <p class="soft">
        {platformName}自报 {says.deposits.length} 户,截至 <Time at={stamp.at} />
        ,来自文件 {stamp.document}
      </p>
      {says.setAside === 0 ? null : (
        <p class="notice wrong">平台报来的另有 {says.setAside} 行读不懂,列在待核数据中,以下数字不完整。</p>
      )}
    </>
  );
}

function Entry({ entry, ...props }: LotPageProps & { readonly entry: LedgerEntry }) {
  const { view, holders, formKey, refused } = props;
  const { lotId, ledger } = view;
  const mayStrike = entry.struck === null && holders.includes(entry.holder);
  return (
    <li class="step past">
      <strong>{ENTRY_NAMES[entry.kind]}</strong> 竞买号 {entry.bidder}({HOLDER_NAMES[entry.holder]}){' '}
      {amountsText(entry)} 元,{entry.day}
      {entry.file === null ? null : (
        <>
          {' '}
          <a href={fileAddress(entry.file)}>证明文件</a>
        </>
      )}
      {entry.reason === null ? null : <span class="source">原因:{entry.reason}</span>}
      <span class="soft source">
        {entry.by.name} 于 <Time at={entry.at} /> 登记
      </span>
      {entry.struck === null ? null : (
        <span class="source wrong">
          {entry.struck.by.name} 于 <Time at={entry.struck.at} /> 作废:{entry.struck.reason}
        </span>
      )}
      {mayStrike ? (
        <StrikeForm entry={entry} lotId={lotId} version={ledger?.version ?? 0} formKey={formKey} refused={refused} />
      ) : null}
    </li>
  );
}

/** The deposits of one lot: where each is and when it is due, what the platform states, what people recorded. */
export function LotDepositsPage(props: LotPageProps) {
  const { caller, assets, view, platformName, refused } = props;
  const { lines, now, lotId, card, ledger } = view;
  const totals = totalsOf(lines, now);
  const title = card?.title ?? lotId;
  const entries = (ledger?.entries ?? []).toReversed();
  return (
    <DeskPage title={`保证金:${title}`} caller={caller} here="deposits" assets={assets}>
      <p>
        <a href="/desk/deposits">← 保证金</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {platformName} <a href={`/lots/${encodeURIComponent(lotId)}`}>在汇总中看</a>{' '}
        <a href={`/desk/settlement/${encodeURIComponent(lotId)}`}>成交后办理</a>
      </p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <Lot view={view} />
      <section>
        <h2>台账</h2>
        <Statement view={view} platformName={platformName} />
        <DepositRows lines={lines} now={now} platformName={() => platformName} ofOneLot />
        <p>
          合计 {totals.count} 笔 {totals.bidders} 户:已交 {formatYuan(totals.columns.paid)} 元,在途{' '}
          {formatYuan(totals.columns.held)} 元,清退率 {refundRateText(totals.refundRate)},超期未退 {totals.late.count}{' '}
          笔 {formatYuan(totals.late.fen)} 元
        </p>
      </section>
      <DepositForms {...props} lotId={lotId} version={ledger?.version ?? 0} />
      <section class="panel" aria-labelledby="entries">
        <h2 id="entries">登记记录</h2>
        {entries.length === 0 ? <p class="soft">没有人工登记。</p> : null}
        <ol class="timeline">
          {entries.map((entry) => (
            <Entry {...props} entry={entry} />
          ))}
        </ol>
        <p class="soft">时间均为北京时间。</p>
      </section>
    </DeskPage>
  );
}
