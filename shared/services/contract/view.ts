import type { Owner } from '../../domain/asset/owner.ts';
import type { Caller } from '../../domain/caller.ts';
import { contractWarnings } from '../../domain/contract/check-terms.ts';
import type { Contract, ContractEvent, ContractEventType } from '../../domain/contract/contract.ts';
import { type Reminder, remindersOf } from '../../domain/contract/reminders.ts';
import { rentsOf, type YearOfRent } from '../../domain/contract/rents.ts';
import type { DeskFile } from '../../domain/files/file.ts';
import type { MaskedParty } from '../../domain/settlement/party.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { assetAggregate } from '../desk/asset/asset-aggregate.ts';
import { findFile } from '../desk/files/file-record.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load, readLog } from '../events/load.ts';
import { maskedParty } from '../settlement/sealed-party.ts';
import { settlementAggregate } from '../settlement/settlement-aggregate.ts';
import { contractActor, visibleContract } from './change-contract.ts';
import { maskedLessee } from './lessee.ts';
import { type ContractRow, contractRow } from './list-contracts.ts';

/** A contract as one caller may see it. */
export interface ContractView {
  readonly row: ContractRow;
  readonly owner: Owner;
  readonly years: readonly YearOfRent[];
  readonly reminders: readonly Reminder[];
  readonly warnings: readonly string[];
  readonly scan: DeskFile | null;
  /** Masked; `null` where nobody was kept. */
  readonly lessee: MaskedParty | null;
  /** In order of time. */
  readonly timeline: readonly { readonly at: Instant; readonly byName: string; readonly event: ContractEvent }[];
  /** What the caller may do now. */
  readonly may: readonly ContractEventType[];
}

type Ports = Pick<EventPorts, 'records' | 'clock'>;

/** The lessee: of a contract that came of a lot its winning party. */
async function lesseeOf(ports: Ports, contract: Contract): Promise<MaskedParty | null> {
  const { lotId } = contract.terms;
  if (lotId === null) return maskedLessee(ports, contract);
  const winner = (await load(ports, settlementAggregate, lotId))?.state.winner ?? null;
  return winner === null ? null : maskedParty(ports, lotId, winner.entry);
}

/** What may still happen, whoever may do it. */
function possible({ terms, ended, renewal, lessee }: Contract): readonly ContractEventType[] {
  return [
    ...(ended === null ? (['corrected', 'ended'] as const) : []),
    ...(renewal === null && ended?.how !== 'terminated' ? (['renewal-drafted'] as const) : []),
    ...(terms.lotId === null ? (['lessee-kept'] as const) : []),
    ...(lessee === null ? [] : (['lessee-read'] as const)),
  ];
}

/**
 * One contract.
 * @throws AppError `RESOURCE.NOT_FOUND` also for one the caller may not see
 */
export async function readContract(caller: Caller, ports: Ports, id: string): Promise<ContractView> {
  const { contract, owner } = await visibleContract(caller, ports, id);
  const { terms } = contract;
  const today = beijingDate(ports.clock.now());
  const asset = terms.assetId === null ? undefined : await load(ports, assetAggregate, terms.assetId);
  const log = await readLog<ContractEvent>(ports, { kind: 'contract', id });
  return {
    row: contractRow({ contract, owner, assetName: asset?.state.asset.name ?? null }, today),
    owner,
    years: rentsOf(terms),
    reminders: remindersOf(contract, today),
    warnings: contractWarnings(terms),
    scan: terms.scan === null ? null : ((await findFile(ports.records, terms.scan))?.file ?? null),
    lessee: await lesseeOf(ports, contract),
    timeline: log.map(({ at, by, event }) => ({ at, byName: by.name, event })),
    may: possible(contract).filter((type) => contractActor(caller, type, owner, today) !== undefined),
  };
}
