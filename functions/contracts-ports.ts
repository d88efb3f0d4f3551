import type { PartyPorts } from '#shared/services/settlement/sealed-party.ts';
import type { DeskPorts } from './desk/desk-ports.ts';

/** What the pages of contracts stand on. */
export type ContractDeskPorts = DeskPorts & PartyPorts;
