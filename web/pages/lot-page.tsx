import type { BidEntry } from '#shared/domain/bid-log.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { type LotState, outcomeStampOf } from '#shared/domain/lot-state.ts';
import { OUTCOMES, STATUS_TEXT } from '#shared/domain/lot-status.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { GroupedLot } from '#shared/services/same-asset/asset-groups.ts';
import { ageText, overdueText, statusNow } from '../format.ts';
import { type Platforms, platformLink, platformName } from '../platforms.ts';
import { CONTRADICTION_TEXT } from '../words.ts';
import { Layout } from './layout.tsx';
import { LotBids } from './lot-bids.tsx';
import { LotFactGroups, Source } from './lot-facts.tsx';
import { RoundLinks } from './lot-rounds.tsx';
import { LotSameAsset } from './lot-same-asset.tsx';
import { StaleNotice, Time } from './time.tsx';

interface LotProps {
  readonly card: LotCard;
  readonly state: LotState;
  readonly bids: readonly BidEntry[];
  /** All rounds of the property in their order, this lot included. */
  readonly rounds: readonly LotCard[];
  /** All lots of the same asset in order of time, this lot included. */
  readonly sameAsset: readonly GroupedLot[];
  readonly platforms: Platforms;
  /** Since when the catalogue, where the rounds come from, could not be brought up to date; `null`: it is. */
  readonly staleSince: Instant | null;
  readonly now: Instant;
  readonly stylesheet: string;
}

type Shown = Pick<LotProps, 'card' | 'state' | 'platforms' | 'now'>;

/** The status, where it comes from, and for an open lot how long it still has. */
function Status({ card, state, platforms, now }: Shown) {
  const status = statusNow(card, now);
  const stamp = outcomeStampOf(state) ?? state.phase?.stamp;
  const isOpen = status === 'announced' || status === 'bidding';
  const turns = status === 'announced' && card.startsAt !== null && card.startsAt > now ? card.startsAt : card.endsAt;
  return (
    <p>
      <span class={`status ${status}`}>{STATUS_TEXT[status]}</span>{' '}
      <span class="soft">{platformName(platforms, card.platform)}</span>{' '}
      {isOpen && turns !== null ? (
        <strong>
          {turns === card.endsAt ? '距结束' : '距开拍'}
          {ageText(turns, now)}
        </strong>
      ) : null}
      {stamp === undefined ? null : <Source stamp={stamp} platforms={platforms} now={now} />}
    </p>
  );
}

/** What in the record cannot all be true, with every outcome the platform ever showed where it changed its mind. */
function Contradictions({ card, state }: Pick<LotProps, 'card' | 'state'>) {
  if (card.contradictions.length === 0) return null;
  const outcomes = card.contradictions.includes('outcome-reversed') ? OUTCOMES : [];
  return (
    <div class="notice" role="note">
      <strong>待核:</strong>
      {card.contradictions.map((found) => CONTRADICTION_TEXT[found]).join(';')}
      {outcomes.map((outcome) => {
        const stamp = state.outcomes[outcome];
        return stamp === undefined ? null : (
          <span class="soft source">
            {STATUS_TEXT[outcome]}:来源时间 <Time at={stamp.at} />
          </span>
        );
      })}
    </div>
  );
}

function Links({ card, platforms }: Pick<LotProps, 'card' | 'platforms'>) {
  const link = platformLink(platforms, card.platform, card.url);
  return (
    <nav class="links" aria-label="本标的的链接">
      {link === null ? null : (
        <a class="button" href={link} rel="noopener noreferrer">
          在{platformName(platforms, card.platform)}上查看
        </a>
      )}
      {card.startsAt === null && card.endsAt === null ? null : (
        <a href={`/v1/lots/${card.lotId}/calendar.ics`}>加入日历(ICS)</a>
      )}
      <a href={`/v1/lots/${card.lotId}`}>数据(JSON)</a>
    </nav>
  );
}

/** Everything known of one lot, each fact with the time its source showed it. */
export function LotPage(props: LotProps) {
  const { card, state, bids, rounds, sameAsset, platforms, staleSince, now, stylesheet } = props;
  const title = card.title ?? card.externalId;
  const overdue = overdueText(card, now);
  return (
    <Layout title={title} stylesheet={stylesheet}>
      <StaleNotice since={staleSince} now={now} />
      <RoundLinks card={card} rounds={rounds} now={now} />
      <h1>{title}</h1>
      <Status card={card} state={state} platforms={platforms} now={now} />
      {overdue === null ? null : <p class="notice">{overdue}</p>}
      <Contradictions card={card} state={state} />
      <Links card={card} platforms={platforms} />
      <LotFactGroups card={card} state={state} platforms={platforms} now={now} />
      <LotSameAsset card={card} sameAsset={sameAsset} platforms={platforms} now={now} />
      <LotBids card={card} bids={bids} />
    </Layout>
  );
}
