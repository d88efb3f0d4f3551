import { type LotCard, NOTHING_KNOWN } from '../../domain/lot-card.ts';
import type { Reached } from '../../domain/people/reach.ts';
import { noSettlement } from '../../domain/settlement/fold.ts';
import { ownersOfLots } from '../settlement/board.ts';
import { reachedBy } from '../settlement/known-lot.ts';
import { settlementCards } from '../settlement/settlement-cards.ts';
import type { NoticePorts } from './notice-ports.ts';

/** Whose things a lot is, by its id; a lot nobody knows is the district's. */
export type LotReach = (lotId: string) => Reached;

/** Looks up whose lots they are: their owners' where somebody said so, else their township's. */
export async function reachOfLots(
  ports: Pick<NoticePorts, 'records'>,
  lots: ReadonlyMap<string, LotCard>,
): Promise<LotReach> {
  const [ownerOf, settlements] = await Promise.all([ownersOfLots(ports), settlementCards(ports)]);
  return (lotId) => {
    const card = lots.get(lotId) ?? NOTHING_KNOWN;
    return reachedBy(card, ownerOf(card, settlements.get(lotId) ?? noSettlement(lotId)));
  };
}
