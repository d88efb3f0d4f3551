import { type Contract, type ContractEvent, foldContract } from '../../domain/contract/contract.ts';
import type { Aggregate } from '../events/aggregate.ts';

/** A contract's log: `CONTRACT#id`. */
export const contractAggregate: Aggregate<Contract, ContractEvent> = { kind: 'contract', fold: foldContract };
