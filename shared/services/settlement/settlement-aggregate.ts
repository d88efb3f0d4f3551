import { foldSettlement } from '../../domain/settlement/fold.ts';
import type { Settlement, SettlementEvent } from '../../domain/settlement/settlement.ts';
import type { Aggregate } from '../events/aggregate.ts';

/** The log of what follows a lot's sale: `SETTLEMENT#<lot>`. */
export const settlementAggregate: Aggregate<Settlement, SettlementEvent> = { kind: 'settlement', fold: foldSettlement };
