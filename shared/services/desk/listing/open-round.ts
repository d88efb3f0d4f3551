import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { isSameOffer } from '../../../domain/listing/rounds.ts';
import type { ListingTerms } from '../../../domain/listing/terms.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { refuseFaults } from '../asset/refuse-faults.ts';
import { changeListing } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';
import { requireText } from './require-text.ts';

/** The next round and who decided on it. */
export interface RoundBody {
  /** The whole terms, with the new price and days. */
  readonly terms: ListingTerms;
  /** Who decided: 成员代表会议, 社管会, … */
  readonly decidedBy: string;
  readonly decidedOn: LocalDate;
}

/**
 * Opens the next round after 流拍 or 悔拍 (再次挂牌): a draft with its new price and days, to be submitted again. At or
 * above the approved floor the office alone confirms it; below, it needs a new vote and the whole chain (`scopeOf`).
 *
 * @throws AppError as `changeListing`; `FORM.INVALID` without who decided and when, or for terms that offer something else
 */
export async function openRound(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { terms, decidedBy, decidedOn }: RoundBody,
): Promise<Committed<Listing>> {
  requireText('/decidedBy', decidedBy, '请写明这次降价或再次挂牌由谁决定。');
  return changeListing(caller, ports, id, command, {
    type: 'round-opened',
    event: ({ listing, today }) => {
      if (decidedOn > today) refuseFaults([{ pointer: '/decidedOn', sentence: '决定日期还没有到。' }]);
      requireSameOffer(listing, terms);
      return { type: 'round-opened', data: { terms, decidedBy, decidedOn } };
    },
  });
}

/** @throws AppError `FORM.INVALID` when a later round offers other assets, another kind of trade or another price basis */
export function requireSameOffer({ rounds }: Listing, terms: ListingTerms): void {
  const first = rounds[0];
  if (first === undefined || isSameOffer(first.terms, terms)) return;
  refuseFaults([{ pointer: '/terms/items', sentence: '再次挂牌不能改变资产、交易方式和计价方式;要改请另建挂牌。' }]);
}
