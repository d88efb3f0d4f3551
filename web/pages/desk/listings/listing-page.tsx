import type { Caller } from '#shared/domain/caller.ts';
import { STATE_NAMES } from '#shared/domain/listing/transitions.ts';
import { maySee } from '#shared/domain/people/reach.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';
import { PLACEMENT_STATE_NAMES } from '#shared/domain/placement/words.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import type { ListingView } from '#shared/services/desk/listing/read-listing.ts';
import { Time } from '../../time.tsx';
import { DeskPage } from '../frame.tsx';
import { placementAddress } from '../placements/words.ts';
import { ACT_NAMES, ACTS, actAddress } from './acts.ts';
import { amendAddress } from './amend-page.tsx';
import { Amendments } from './amendments.tsx';
import { DrawPanel, type DrawView } from './draw-panel.tsx';
import { Differences, type Names, TermFacts } from './facts.tsx';
import { nextStepOf } from './next-step.ts';
import { Rounds } from './rounds.tsx';
import { stepAddress } from './steps.ts';
import { ListingTimeline } from './timeline.tsx';
import { UNTITLED } from './words.ts';

interface ListingPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly shown: ListingView;
  readonly names: Names;
  readonly platformName: (id: string) => string;
  readonly today: LocalDate;
  /** How the platform was drawn; `null` where it was not. */
  readonly draw: DrawView | null;
  /** Where its running round stands at the platform; `null` before the first approval. */
  readonly placement: Placement | null;
}

function State({ shown, platformName, today, placement }: ListingPageProps) {
  const { listing, owner, waiting } = shown;
  const platform = listing.choice === null ? '平台' : platformName(listing.choice.platform);
  const next = nextStepOf(listing, owner, platform, placement);
  const returned = listing.state === 'draft' ? listing.steps.find(({ outcome }) => outcome === 'returned') : undefined;
  const dueOn = waiting?.dueOn ?? null;
  return (
    <section class="panel state">
      <p>
        <strong>{STATE_NAMES[listing.state]}</strong>,自 <Time at={listing.since} />
      </p>
      {returned === undefined ? null : <p class="notice">退回原因:{returned.words}</p>}
      {next === undefined ? null : (
        <p>
          下一步:{next.what},由 {next.who} 办理
          {dueOn === null ? null : `,最迟 ${dueOn}${dueOn < today ? '(已超期)' : ''}`}。
        </p>
      )}
      {placement === null ? null : (
        <p>
          上架:<a href={placementAddress(placement.id)}>{PLACEMENT_STATE_NAMES[placement.state]}</a>
          {placement.way === 'api' ? ',由系统通过平台接口办理' : ''}
        </p>
      )}
    </section>
  );
}

function Actions({ shown }: ListingPageProps) {
  const { listing, allowed } = shown;
  const acts = ACT_NAMES.filter((act) => allowed.includes(ACTS[act].event));
  return (
    <p class="links">
      {allowed.includes('edited') ? (
        <a class="button" href={stepAddress(listing.id, 'assets')}>
          填写、修改
        </a>
      ) : null}
      {allowed.includes('submitted') ? <a href={stepAddress(listing.id, 'submit')}>核对并提交</a> : null}
      {allowed.includes('step-passed') || allowed.includes('returned') ? (
        <a class="button" href={`/desk/review/${listing.id}`}>
          {allowed.includes('step-passed') ? '审核' : '退回'}
        </a>
      ) : null}
      {allowed.includes('amended') ? <a href={amendAddress(listing.id)}>变更</a> : null}
      {acts.map((act) => (
        <a href={actAddress(listing.id, act)}>{ACTS[act].label}</a>
      ))}
    </p>
  );
}

/** States in which there is something to hand over, or was. */
const HANDED: readonly string[] = ['approved', 'handed-over', 'placed', 'failed', 'sold', 'defaulted', 'agreed'];

function Documents({ shown, placement }: ListingPageProps) {
  const { documents, id, state } = shown.listing;
  if (!HANDED.includes(state) && documents.length === 0) return null;
  return (
    <section class="panel">
      <h2>材料包和文书</h2>
      {documents.length === 0 ? null : (
        <ul>
          {documents.map(({ number, scan }) => (
            <li>
              {number},{scan === null ? '盖章扫描件未交回' : <a href={`/desk/files/${scan}`}>盖章扫描件</a>}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/desk/handoff/${id}`}>打开材料包、文书和上架登记</a>
        {placement?.way === 'api' ? <span class="soft"> 系统自动准备材料并上架,不用人工移交。</span> : null}
      </p>
    </section>
  );
}

/** The papers of a listing, each with the way to its file. */
export function PaperLinks({ shown, names }: Pick<ListingPageProps, 'shown' | 'names'>) {
  // Whoever may not see the owner's files, as a platform's operator, gets them with the package.
  const papers = shown.listing.terms.papers.filter(({ file }) => names.has(file));
  if (papers.length === 0) return null;
  return (
    <ul>
      {papers.map(({ file, note }) => (
        <li>
          <a href={`/desk/files/${file}`}>{names.get(file)}</a>
          {note === null ? null : <span class="soft"> {note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A listing: where it stands and what comes next, what it says, what was done, and what one may do. */
export function ListingPage(props: ListingPageProps) {
  const { caller, assets, shown, names, platformName } = props;
  const { listing, owner, differences, cuts } = shown;
  const { choice, terms, createdBy } = listing;
  const platform = choice === null ? null : `${platformName(choice.platform)}(理由:${choice.reason})`;
  const title = terms.title ?? UNTITLED;
  return (
    <DeskPage title={title} caller={caller} here="listings" assets={assets}>
      <h1>{title}</h1>
      <p class="soft">
        {owner.name},编号 {listing.id}
        {createdBy.onBehalf ? <span class="badge">{createdBy.name} 代录</span> : null}
      </p>
      <State {...props} />
      <Actions {...props} />
      {differences === null ? null : (
        <section>
          <h2>与上次提交的不同</h2>
          <Differences differences={differences} names={names} />
        </section>
      )}
      <section class="panel">
        <h2>挂牌内容</h2>
        <TermFacts terms={terms} names={names} platform={platform} />
        {shown.isReserveHidden ? <p class="soft">保留价在竞价结束前保密。</p> : null}
        <PaperLinks shown={shown} names={names} />
      </section>
      {props.draw === null ? null : <DrawPanel draw={props.draw} platformName={platformName} />}
      <h2>轮次</h2>
      <Rounds listing={listing} cuts={cuts} />
      <Amendments listing={listing} />
      <Documents {...props} />
      <ListingTimeline entries={shown.timeline} />
      {maySee(caller, owner) ? (
        <p>
          <a href={`/desk/exports/listings/${listing.id}/log.json`}>下载全部记录(JSON)</a>
        </p>
      ) : null}
    </DeskPage>
  );
}
