import type { LeaseState } from '#shared/domain/asset/asset.ts';
import type { AssetStanding, Standing } from '#shared/domain/asset/standing.ts';

/** How an asset stands, in the words people use. */
export const STANDING_TEXT: Readonly<Record<Standing, string>> = {
  listed: '挂牌中',
  sold: '已转让',
  let: '已出租',
  'let-later': '已成交,待起租',
  'lease-over': '合同已到期',
  vacant: '空闲',
  occupied: '被占用',
  unknown: '未登记',
};

/** Lease states (承租与占用状态) in the words people use. */
export const LEASE_TEXT: Readonly<Record<LeaseState['state'], string>> = {
  vacant: '空闲',
  leased: '已出租',
  occupied: '被占用(没有合同或已腾退不清)',
  unknown: '还不清楚',
};

/** How an asset stands, with the day where one is known: 已出租至 2027-12-31. */
export function standingText({ standing, until }: AssetStanding): string {
  const text = STANDING_TEXT[standing];
  if (until === null) return text;
  return standing === 'lease-over' ? `${text}(${until})` : `${text}至 ${until}`;
}
