import { formatBeijing, fromEpochMs } from '#shared/domain/time.ts';
import type { Bid, Lot } from '../engine/lot.ts';
import { isBidding } from '../engine/lot.ts';
import type { Entry } from '../store.ts';

/** Stands on everything a marketplace's face shows. */
export const DEMO_TEXT = '演示平台(沙箱),非真实交易';

/** Beijing time to the second, as `2026-05-18 10:02:12`. */
export function beijingText(ms: number): string {
  return formatBeijing(fromEpochMs(Math.floor(ms / 1_000) * 1_000))
    .slice(0, 19)
    .replace('T', ' ');
}

/** Text that an entry says under a name; '' when it says none. */
export function textOf({ content }: Entry, name: string): string {
  const value = content[name];
  return typeof value === 'string' ? value : '';
}

/** An amount that an entry says under a name, fen. */
export function amountOf({ content }: Entry, name: string): number | undefined {
  const value = content[name];
  return typeof value === 'number' ? value : undefined;
}

/** Who sells; the name says 演示 unless the title does. */
export function sellerOf(entry: Entry): string {
  const seller = textOf(entry, 'seller') || '演示平台委托方';
  return `${seller}${textOf(entry, 'title')}`.includes('演示') ? seller : `${seller}(演示)`;
}

/** The price that is shown: the highest bid, and before the first the start price. */
export function shownPrice({ bids, terms }: Lot): number {
  return bids.at(-1)?.priceFen ?? terms.startPriceFen;
}

/** Bids, newest first, each with how it stands. */
export function newestBids(lot: Lot): readonly (Bid & { readonly standing: 'leading' | 'winning' | 'outbid' })[] {
  return lot.bids
    .map((bid, index) => ({ ...bid, standing: index === lot.bids.length - 1 ? topStanding(lot) : ('outbid' as const) }))
    .toReversed();
}

function topStanding(lot: Lot): 'leading' | 'winning' | 'outbid' {
  if (isBidding(lot)) return 'leading';
  return lot.status === 'sold' ? 'winning' : 'outbid';
}

/** Text within markup. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
