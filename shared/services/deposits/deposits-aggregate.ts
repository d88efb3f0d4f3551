import type { DepositsEvent } from '../../domain/deposits/events.ts';
import { type DepositsLedger, foldDeposits } from '../../domain/deposits/ledger.ts';
import type { Aggregate } from '../events/aggregate.ts';

/** What people record of the deposits of one lot: `DEPOSITS#<lot>`. */
export const depositsAggregate: Aggregate<DepositsLedger, DepositsEvent> = { kind: 'deposits', fold: foldDeposits };
