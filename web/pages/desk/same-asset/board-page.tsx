import type { Caller } from '#shared/domain/caller.ts';
import { type Decision, newestOf } from '#shared/domain/same-asset/decision.ts';
import { EVIDENCE_TEXT } from '#shared/domain/same-asset/evidence.ts';
import { isOfPlacement, type Proposal } from '#shared/services/same-asset/proposals.ts';
import type { SameAssetBoard } from '#shared/services/same-asset/view.ts';
import { type Platforms, platformName } from '../../../platforms.ts';
import { Time } from '../../time.tsx';
import { DeskPage } from '../frame.tsx';
import { pairAddress, SAID_TEXT } from './words.ts';

interface BoardProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly board: SameAssetBoard;
  readonly platforms: Platforms;
}

/** Longer lists are cut, and say so. */
const MOST_SHOWN = 100;

function ProposalLine({ proposal, platforms }: { readonly proposal: Proposal; readonly platforms: Platforms }) {
  const { pair, names, evidence, left, right } = proposal;
  const places = [left, right].map(({ platform }) => platformName(platforms, platform));
  return (
    <li>
      <a href={pairAddress(pair)}>
        {names[0]} — {names[1]}
      </a>
      <span class="source">
        {isOfPlacement(proposal) ? '已移交的挂牌与平台标的' : '两个标的'},{places.join(' — ')}
      </span>
      <span class="soft source">依据:{evidence.map(({ code }) => EVIDENCE_TEXT[code]).join('、')}</span>
    </li>
  );
}

function Proposed({ board, platforms }: Pick<BoardProps, 'board' | 'platforms'>) {
  const { proposals, left, crowded } = board;
  return (
    <section class="panel" aria-labelledby="proposed">
      <h2 id="proposed">待确认({proposals.length + left})</h2>
      {proposals.length === 0 ? <p>没有待确认的。</p> : null}
      <ul class="todo">
        {proposals.map((proposal) => (
          <ProposalLine proposal={proposal} platforms={platforms} />
        ))}
      </ul>
      {left === 0 ? null : <p class="notice">依据较少的另有 {left} 对没有列出,处理完上面的会继续出现。</p>}
      {crowded === 0 ? null : (
        <p class="notice">有 {crowded} 个标的的名称与同一处置单位的许多标的雷同,没有按名称逐对比较。</p>
      )}
    </section>
  );
}

function DecisionLine({ decision }: { readonly decision: Decision }) {
  const { pair, names } = decision;
  const { type, at, by, reason } = newestOf(decision);
  return (
    <li>
      <a href={pairAddress(pair)}>
        {names[0]} — {names[1]}
      </a>
      <span class="soft source">
        {SAID_TEXT[type]},<Time at={at} />,{by.name}
        {reason === '' ? '' : `:${reason}`}
      </span>
    </li>
  );
}

function Decisions(props: { readonly id: string; readonly title: string; readonly decisions: readonly Decision[] }) {
  const { id, title, decisions } = props;
  if (decisions.length === 0) return null;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>
        {title}({decisions.length})
      </h2>
      <ul class="todo">
        {decisions.slice(0, MOST_SHOWN).map((decision) => (
          <DecisionLine decision={decision} />
        ))}
      </ul>
      {decisions.length > MOST_SHOWN ? <p class="soft">只列最近 {MOST_SHOWN} 对。</p> : null}
    </section>
  );
}

/** What may be one asset, what people confirmed and refused, and where that contradicts itself. */
export function BoardPage({ caller, assets, board, platforms }: BoardProps) {
  return (
    <DeskPage title="同一资产" caller={caller} here="same-asset" assets={assets}>
      <h1>同一资产</h1>
      <p>
        同一资产的多次发布归在一起显示。委托编号相同、平台资产标识相同、资产台账中同一资产的,按规则自动归并,不在此列;
        其余有依据的由交易中心确认,确认后可以撤销。归并不改变统计和比较。
      </p>
      <Decisions id="conflicts" title="相互矛盾:已判断不是同一资产,却经其他标的连在一起" decisions={board.conflicts} />
      <Proposed board={board} platforms={platforms} />
      <Decisions id="merged" title="已确认" decisions={board.merged} />
      <Decisions id="refused" title="已否定或撤销" decisions={board.refused} />
    </DeskPage>
  );
}
