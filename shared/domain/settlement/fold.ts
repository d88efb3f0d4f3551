import type { LoggedEvent } from '../events/event.ts';
import type { Entry, RecordedMilestone, RecordedSale, Settlement, SettlementEvent } from './settlement.ts';

/** A settlement of which nothing was recorded yet. */
export function noSettlement(lotId: string): Settlement {
  return {
    lotId,
    version: 0,
    ownerId: null,
    anchor: null,
    milestones: {},
    sales: [],
    defaulted: null,
    terms: [],
    winner: null,
  };
}

function withMilestone(settlement: Settlement, entry: Entry<RecordedMilestone>): Settlement {
  const { milestone } = entry.value;
  const { milestones } = settlement;
  return { ...settlement, milestones: { ...milestones, [milestone]: [...(milestones[milestone] ?? []), entry] } };
}

function withSale(settlement: Settlement, entry: Entry<RecordedSale>): Settlement {
  return { ...settlement, sales: [...settlement.sales, entry] };
}

/** The settlement after one more event. */
export function foldSettlement(
  state: Settlement | undefined,
  { event, at, by, sequence }: LoggedEvent<SettlementEvent>,
  id: string,
): Settlement {
  const settlement: Settlement = { ...(state ?? noSettlement(id)), version: sequence };
  const entry = <T>(value: T, reason: string | null = null): Entry<T> => ({ value, at, by, version: sequence, reason });
  switch (event.type) {
    case 'recorded': {
      const { anchor, ...value } = event.data;
      return withMilestone({ ...settlement, anchor: settlement.anchor ?? anchor }, entry(value));
    }
    case 'corrected': {
      const { reason, ...value } = event.data;
      return withMilestone(settlement, entry(value, reason));
    }
    case 'sale-recorded':
      return withSale(settlement, entry(event.data));
    case 'sale-corrected': {
      const { reason, ...value } = event.data;
      return withSale(settlement, entry(value, reason));
    }
    case 'defaulted':
      return { ...settlement, defaulted: entry(event.data) };
    case 'term-stated':
      return { ...settlement, terms: [...settlement.terms, entry(event.data)] };
    case 'owner-named':
      return { ...settlement, ownerId: event.data.ownerId };
    case 'winner-kept':
      return { ...settlement, winner: { entry: event.data.entry, at } };
    case 'winner-read':
      return settlement;
  }
}
