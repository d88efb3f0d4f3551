import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import type { SeededRandom } from '#test/support/fixed-ambient.ts';
import { showBids, showLot, TICKS, timeOf, type VirtualLot } from './virtual-lot.ts';
import type { Reading, VirtualContent } from './virtual-platform.ts';

const NOTHING: MappedDocument = { lots: [], bids: [], quarantined: [] };

/** One way of many to read a page wrong. */
function misreadPage(random: SeededRandom, lots: readonly VirtualLot[], says: MappedDocument): Reading {
  const lot = random.pick(lots);
  const tick = random.below(TICKS);
  switch (random.below(6)) {
    case 0:
      return { refused: 'DOCUMENT.DRIFT' };
    case 1:
      return { says: { ...NOTHING, quarantined: [{ path: '/rows/0', reason: 'unknown unit' }] } };
    case 2:
      return { says: { ...says, clock: timeOf(tick) } };
    case 3:
      return { says: { ...says, lots: [...says.lots.slice(1), showLot(random, lot, tick, 0.5)] } };
    case 4:
      return { says: { ...says, lots: says.lots.map((said) => ({ ...said, externalId: lot.externalId })) } };
    default: {
      const bids = showBids(random, lot, tick, 0).map((bid) => ({ ...bid, bidder: '误读' }));
      return { says: { ...says, bids: [{ externalId: lot.externalId, bids }] } };
    }
  }
}

/** The document as before, which the first version of the mapping reads otherwise. */
export function misread(random: SeededRandom, lots: readonly VirtualLot[], content: VirtualContent): VirtualContent {
  if ('says' in content) return { ...content, first: misreadPage(random, lots, content.says) };
  const lot = random.pick(lots);
  return { ...content, first: { says: { ...NOTHING, lots: [showLot(random, lot, random.below(TICKS), 0.7)] } } };
}
