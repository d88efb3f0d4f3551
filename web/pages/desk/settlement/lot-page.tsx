import type { Caller } from '#shared/domain/caller.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { MILESTONE_NAMES } from '#shared/domain/settlement/milestone.ts';
import type { MilestoneStanding } from '#shared/domain/settlement/standing.ts';
import type { SettlementDeed, SettlementView } from '#shared/services/settlement/view.ts';
import { moneyText } from '../../../format.ts';
import { Time } from '../../time.tsx';
import { lotDepositsAddress } from '../deposits/words.ts';
import { FileLink } from '../files/file-entry.tsx';
import { ErrorSummary } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { UNTITLED } from '../listings/words.ts';
import { DueWords, StateWords, said } from './due.tsx';
import { WinnerPanel } from './winner.tsx';
import { ACTS_IN_ORDER, SETTLEMENT_ACTS, settlementAddress, settlementWords } from './words.ts';

export interface SettlementPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly view: SettlementView;
  readonly platformName: string;
  readonly formKey: string;
  /** It is a lease, and the caller may enter its contract. */
  readonly mayEnterContract: boolean;
  readonly refused?: { readonly title: string; readonly errors: Readonly<Record<string, string>> } | undefined;
}

function Standing({ standing, view }: { readonly standing: MilestoneStanding; readonly view: SettlementView }) {
  const { milestone, platform, recorded, differs, due } = standing;
  const entry = view.settlement.milestones[milestone]?.at(-1);
  const file = entry === undefined ? undefined : view.documents.get(entry.value.document);
  return (
    <tr>
      <th scope="row">
        {MILESTONE_NAMES[milestone]}
        {milestone === 'depositsRefundedAt' ? (
          <a class="source" href={lotDepositsAddress(view.card.lotId)}>
            保证金台账
          </a>
        ) : null}
      </th>
      <td data-label="平台报告">{said(platform)}</td>
      <td data-label="登记">
        {said(recorded)}
        {entry === undefined ? null : <span class="soft source">{entry.by.name}</span>}
        {file === undefined ? null : <FileLink file={file} />}
        {differs ? <span class="error source">与平台不一致,以平台为准</span> : null}
      </td>
      <td data-label="期限">
        <DueWords due={due} />
      </td>
      <td data-label="状态">
        <StateWords {...standing} />
      </td>
    </tr>
  );
}

function Standings({ view }: { readonly view: SettlementView }) {
  if (view.standings.length === 0) return null;
  return (
    <section>
      <h2>节点和期限</h2>
      <div class="scroll">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">节点</th>
              <th scope="col">平台报告</th>
              <th scope="col">登记</th>
              <th scope="col">期限和依据</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {view.standings.map((standing) => (
              <Standing standing={standing} view={view} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Where the result comes from, where it is not the platform; `null` otherwise. */
function sourceOf({ settlement, isOutcomeOurs, card, status }: SettlementView): string | null {
  if (settlement.defaulted !== null) return '登记的悔拍材料';
  return isOutcomeOurs || (settlement.sales.length > 0 && card.status !== status) ? '登记的拍卖笔录' : null;
}

/** What was recorded and the lot's record do not say the same, or not yet. */
function Gap({ view: { card, status } }: { readonly view: SettlementView }) {
  if (card.status === status) return null;
  if (!card.contradictions.includes('outcome-reversed')) return <p class="soft">登记的结果正在写入标的记录。</p>;
  return (
    <p class="notice wrong">
      平台之后仍显示{STATUS_TEXT[card.status]},与登记的{STATUS_TEXT[status]}不一致,请与平台核对。
    </p>
  );
}

function State({ view, platformName }: Pick<SettlementPageProps, 'view' | 'platformName'>) {
  const { card, status, soldAt, settlement, isOutcomeOurs } = view;
  const sale = settlement.sales.at(-1)?.value;
  const { hammerPriceFen } = card;
  const isOther = sale !== undefined && !isOutcomeOurs && hammerPriceFen !== null && sale.hammerFen !== hammerPriceFen;
  return (
    <section class="panel state">
      <p>
        <strong>{STATUS_TEXT[status]}</strong>
        {hammerPriceFen === null ? '' : `,成交价 ${moneyText(hammerPriceFen, card.priceBasis)}`},竞价结束{' '}
        <Time at={soldAt} />
      </p>
      <p class="soft">结果来源:{sourceOf(view) ?? platformName}</p>
      {isOther ? (
        <p class="notice wrong">
          登记的成交价是 {moneyText(sale.hammerFen, card.priceBasis)},与平台不一致,以平台为准。
        </p>
      ) : null}
      {view.awaitsResult ? <p class="notice">竞价已结束,平台没有报告结果。请凭拍卖笔录或成交确认书登记。</p> : null}
      <Gap view={view} />
    </section>
  );
}

function Acts({ view, mayEnterContract }: Pick<SettlementPageProps, 'view' | 'mayEnterContract'>) {
  const acts = ACTS_IN_ORDER.filter((act) => view.may.includes(SETTLEMENT_ACTS[act].type));
  if (acts.length === 0 && !mayEnterContract) return null;
  const page = settlementAddress(view.card.lotId);
  return (
    <p class="buttons">
      {acts.map((act) => (
        <a class="button quiet" href={`${page}/do/${act}`}>
          {SETTLEMENT_ACTS[act].label}
        </a>
      ))}
      {mayEnterContract ? (
        <a class="button quiet" href={`/desk/contracts/new?lot=${encodeURIComponent(view.card.lotId)}`}>
          登记合同
        </a>
      ) : null}
    </p>
  );
}

function Deed({ deed, view }: { readonly deed: SettlementDeed; readonly view: SettlementView }) {
  const { data } = deed.event;
  const file = 'document' in data ? view.documents.get(data.document) : undefined;
  return (
    <li class="step past">
      <strong>{settlementWords(deed.event)}</strong> <Time at={deed.at} /> <span class="soft">{deed.byName}</span>
      {file === undefined ? null : (
        <span class="source">
          <FileLink file={file} />
        </span>
      )}
    </li>
  );
}

/** What follows the sale of one lot: where each milestone stands, what may be done, and all that people recorded. */
export function SettlementPage(props: SettlementPageProps) {
  const { caller, assets, view, platformName, refused, formKey } = props;
  const { card, owner, listing, timeline } = view;
  const title = card.title ?? UNTITLED;
  return (
    <DeskPage title={`成交后:${title}`} caller={caller} here="settlement" assets={assets}>
      <p>
        <a href="/desk/settlement">← 成交后办理</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {owner?.name ?? '产权单位未知'},{platformName} <a href={`/lots/${card.lotId}`}>看标的</a>{' '}
        {listing === null ? null : <a href={`/desk/listings/${listing.id}`}>看挂牌</a>}
      </p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <State view={view} platformName={platformName} />
      <Standings view={view} />
      <Acts {...props} />
      <WinnerPanel view={view} formKey={formKey} />
      <section class="panel" aria-labelledby="timeline">
        <h2 id="timeline">登记经过</h2>
        {timeline.length === 0 ? <p class="soft">还没有人登记过什么。</p> : null}
        <ol class="timeline">
          {timeline.map((deed) => (
            <Deed deed={deed} view={view} />
          ))}
        </ol>
        <p class="soft">更正不删除原来的登记。时间均为北京时间。</p>
      </section>
    </DeskPage>
  );
}
