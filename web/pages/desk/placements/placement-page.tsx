import type { Caller } from '#shared/domain/caller.ts';
import type { NextStep } from '#shared/domain/placement/next.ts';
import { PLACEMENT_STATE_NAMES, STEP_NAMES, WAY_NAMES } from '#shared/domain/placement/words.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { PlacementDeed, PlacementView } from '#shared/services/placement/view.ts';
import { Time } from '../../time.tsx';
import { ErrorSummary } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { UNTITLED } from '../listings/words.ts';
import { PlacementActs, type RefusedAct } from './acts.tsx';
import { ShownDifferences } from './differences.tsx';
import { Faults } from './faults.tsx';
import { lotAddress, pageAddress, WHO_TEXT } from './words.ts';

interface PlacementPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly view: PlacementView;
  /** What the system does next by itself; `null`: nothing. */
  readonly next: NextStep | null;
  readonly now: Instant;
  /** The platform failed too often and is left alone until then. */
  readonly pausedUntil: Instant | null;
  readonly formKey: string;
  readonly refused?: RefusedAct | undefined;
}

function Next({ next, now, pausedUntil }: Pick<PlacementPageProps, 'next' | 'now' | 'pausedUntil'>) {
  if (next === null) return null;
  if (pausedUntil !== null && next.step !== 'prepare') {
    return (
      <p>
        系统下一步:{STEP_NAMES[next.step]},平台接连没有正常答复,暂停访问至 <Time at={pausedUntil} />
      </p>
    );
  }
  return (
    <p>
      系统下一步:{STEP_NAMES[next.step]},{' '}
      {next.at === null || next.at <= now ? (
        '马上办理'
      ) : (
        <>
          <Time at={next.at} /> 起
        </>
      )}
    </p>
  );
}

function State({ view, next, now, pausedUntil }: PlacementPageProps) {
  const { row, placement } = view;
  const { problem, todo } = row;
  const { attempts, attempt, mayBeThere, lot } = placement;
  return (
    <section class="panel state">
      <p>
        <strong>{PLACEMENT_STATE_NAMES[placement.state]}</strong>,自 <Time at={placement.since} />
      </p>
      {problem === null ? null : <p class="notice wrong">{problem}</p>}
      <p>
        {todo.who === 'nobody' ? '' : `请${WHO_TEXT[todo.who]}:`}
        {todo.text}
      </p>
      <Next next={next} now={now} pausedUntil={pausedUntil} />
      {attempts === 0 ? null : <p class="soft">已向平台发送 {attempts} 次。</p>}
      {attempt === null ? null : (
        <p class="soft">
          第 {attempt.number} 次({STEP_NAMES[attempt.step]})正在等待答复,最迟 <Time at={attempt.until} />
        </p>
      )}
      {mayBeThere && lot === null ? (
        <p class="soft">有一次发送没有收到答复,平台上可能已有这个标的,系统会先查找再发送。</p>
      ) : null}
    </section>
  );
}

function Refused({ view: { placement }, caller }: PlacementPageProps) {
  const { refusal, listingId } = placement;
  if (refusal === null || refusal.faults.length === 0) return null;
  return (
    <section class="panel">
      <h2>
        {STEP_NAMES[refusal.step]}被退回{refusal.count > 1 ? `(内容相同,已 ${refusal.count} 次)` : ''}
      </h2>
      <Faults caller={caller} listingId={listingId} faults={refusal.faults} />
    </section>
  );
}

function Changes({ view: { placement } }: PlacementPageProps) {
  const { amendment, withdrawal } = placement;
  if (amendment === null && withdrawal === null) return null;
  return (
    <section class="panel">
      <h2>变更和撤下</h2>
      {amendment === null ? null : (
        <p>
          第 {amendment.number} 次变更({amendment.reason}),
          {amendment.doneAt === null ? '平台还没有变更' : '平台已变更'}
        </p>
      )}
      {withdrawal === null ? null : (
        <p>
          {withdrawal.by.name} 于 <Time at={withdrawal.askedAt} /> 申请撤下({withdrawal.reason})
        </p>
      )}
    </section>
  );
}

function Lot({ view: { placement, row } }: PlacementPageProps) {
  const { lot } = placement;
  if (lot === null) return null;
  const [page, ours] = [pageAddress(lot.url), lotAddress(placement, lot)];
  return (
    <p class="links">
      {lot.number === '' ? null : <span>平台编号 {lot.number}</span>}
      {page === undefined ? (
        <span class="soft">平台没有给出可以打开的网址</span>
      ) : (
        <a href={page} rel="noopener noreferrer">
          在{row.platformName}上看
        </a>
      )}
      {ours === undefined ? null : <a href={ours}>在汇总中看</a>}
    </p>
  );
}

function Deed({ deed, ...of }: { deed: PlacementDeed; caller: Caller; listingId: string }) {
  return (
    <li class="step past">
      <strong>{deed.what}</strong> <Time at={deed.at} /> <span class="soft">{deed.byName}</span>
      {deed.words === null ? null : <span class="source">{deed.words}</span>}
      <Faults {...of} faults={deed.faults} />
    </li>
  );
}

/** One listing on one platform in one round: where it stands, what is wrong and what to do, and all that happened. */
export function PlacementPage(props: PlacementPageProps) {
  const { caller, assets, view, formKey, refused } = props;
  const { row, placement, timeline, may } = view;
  const title = row.title ?? UNTITLED;
  return (
    <DeskPage title={`上架:${title}`} caller={caller} here="placements" assets={assets}>
      <p>
        <a href="/desk/placements">← 上架看板</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {row.owner},{row.platformName},第 {row.round} 轮,{WAY_NAMES[row.way]},委托编号 {row.id}{' '}
        <a href={`/desk/listings/${row.listingId}`}>看挂牌</a>{' '}
        {row.way === 'handoff' ? <a href={`/desk/handoff/${row.listingId}`}>移交和登记网址</a> : null}
      </p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <State {...props} />
      <Lot {...props} />
      <Refused {...props} />
      <ShownDifferences shown={placement.shown} />
      <Changes {...props} />
      <PlacementActs placement={placement} may={may} formKey={formKey} refused={refused} />
      <section class="panel" aria-labelledby="timeline">
        <h2 id="timeline">经过</h2>
        <ol class="timeline">
          {timeline.map((deed) => (
            <Deed deed={deed} caller={caller} listingId={row.listingId} />
          ))}
        </ol>
        <p class="soft">时间均为北京时间。</p>
      </section>
    </DeskPage>
  );
}
