import type { LotCard } from '#shared/domain/lot-card.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { EVIDENCE_TEXT } from '#shared/domain/same-asset/evidence.ts';
import type { Why } from '#shared/domain/same-asset/groups.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { GroupedLot } from '#shared/services/same-asset/asset-groups.ts';
import { leadPrice, moneyText, roundText, statusNow } from '../format.ts';
import { type Platforms, platformLink, platformName } from '../platforms.ts';
import { Time } from './time.tsx';

/** Where on a lot's page all lots of its asset stand. */
export const SAME_ASSET_ID = 'same-asset';

interface SameAssetProps {
  readonly card: LotCard;
  /** All lots of the asset in order of time, this lot included. */
  readonly sameAsset: readonly GroupedLot[];
  readonly platforms: Platforms;
  readonly now: Instant;
}

/** Why two lots are one asset, for people. */
function whyText(why: Why): string {
  switch (why.rule) {
    case 'property-key':
      return `规则:平台上相同的资产标识“${why.key}”`;
    case 'listing':
      return '规则:本系统同一次挂牌的轮次(委托编号相同)';
    case 'register':
      return '规则:本系统资产台账中的同一资产';
    case 'confirmed':
      return `人工确认:${why.codes.map((code) => EVIDENCE_TEXT[code]).join('、')}`;
  }
}

/** One lot of the asset: where, which round, how it stands, at what price, and why it is here. */
function Source({ grouped, ...props }: Omit<SameAssetProps, 'sameAsset'> & { readonly grouped: GroupedLot }) {
  const { card: here, platforms, now } = props;
  const { card, by } = grouped;
  const isHere = card.lotId === here.lotId;
  const name = `${platformName(platforms, card.platform)} ${roundText(card.round) ?? '轮次未注明'}`;
  const link = isHere ? null : platformLink(platforms, card.platform, card.url);
  const [label, price] = leadPrice(card);
  return (
    <li>
      {isHere ? <strong>{name}(本标的)</strong> : <a href={`/lots/${card.lotId}`}>{name}</a>}{' '}
      {STATUS_TEXT[statusNow(card, now)]}
      {link === null ? null : (
        <>
          {' '}
          <a class="soft" href={link} rel="noopener noreferrer">
            平台原页
          </a>
        </>
      )}
      <span class="soft source">
        开拍 <Time at={card.startsAt} /> · {label} {price}
        {label === '起拍价' ? '' : ` · 起拍价 ${moneyText(card.startPriceFen, card.priceBasis)}`}
      </span>
      {by === null ? null : (
        <span class="soft source">
          {whyText(by.why)}
          {by.card.lotId === here.lotId
            ? ''
            : `(与${platformName(platforms, by.card.platform)}上的“${by.card.title ?? by.card.externalId}”)`}
        </span>
      )}
    </li>
  );
}

/** Every lot of one asset in order of time, each with why it is known to be that. */
export function LotSameAsset({ sameAsset, ...props }: SameAssetProps) {
  if (sameAsset.length < 2) return null;
  return (
    <section aria-labelledby={SAME_ASSET_ID}>
      <h2 id={SAME_ASSET_ID}>同一资产({sameAsset.length} 次发布)</h2>
      <ol class="panel rounds">
        {sameAsset.map((grouped) => (
          <Source grouped={grouped} {...props} />
        ))}
      </ol>
      <p class="soft">统计和比较仍按各标的、各轮次分别计算,不因归为同一资产而变化。</p>
    </section>
  );
}
