import type { Caller } from '../../../domain/caller.ts';
import type { RoundEnding } from '../../../domain/listing/events.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { refuseFaults } from '../asset/refuse-faults.ts';
import { changeListing } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';
import { requireText } from './require-text.ts';

/**
 * Records how the round ended (登记本轮结果): 成交, 流拍 or 悔拍, with its cause. By the office, the platform's operator, or
 * our own functions from what the platform shows. A sale may later turn into a default, nothing else.
 *
 * @throws AppError as `changeListing`; `FORM.INVALID` without a cause, for an end in the future, or a hammer price below
 * the start price
 */
export async function endRound(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  ending: RoundEnding,
): Promise<Committed<Listing>> {
  requireText('/cause', ending.cause, '请写明结果的依据,如平台成交公告、无人报名。');
  return changeListing(caller, ports, id, command, {
    type: 'round-ended',
    event: ({ listing, at }) => {
      if (ending.at > at) refuseFaults([{ pointer: '/at', sentence: '结束时间还没有到。' }]);
      const start = listing.terms.startPriceFen;
      if (ending.outcome === 'sold' && start !== null && ending.hammerFen < start) {
        refuseFaults([{ pointer: '/hammerFen', sentence: '成交价低于起拍价,请核对。' }]);
      }
      return { type: 'round-ended', data: ending };
    },
  });
}
