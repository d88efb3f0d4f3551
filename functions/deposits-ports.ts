import type { SettlementPorts } from '#shared/services/settlement/settlement-ports.ts';
import type { DeskPorts } from './desk/desk-ports.ts';

/** What the ledger of deposits stands on. */
export type DepositsDeskPorts = DeskPorts & SettlementPorts;
