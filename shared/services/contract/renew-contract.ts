import { addDays } from '../../domain/calendar/beijing-day.ts';
import type { Caller } from '../../domain/caller.ts';
import type { Contract, ContractTerms } from '../../domain/contract/contract.ts';
import { monthsOf, rentsOf } from '../../domain/contract/rents.ts';
import { type ListingTerms, NO_TERMS } from '../../domain/listing/terms.ts';
import { assetAggregate } from '../desk/asset/asset-aggregate.ts';
import { draftListing } from '../desk/listing/draft-listing.ts';
import type { ListingPorts } from '../desk/listing/listing-ports.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { load } from '../events/load.ts';
import { refuseField } from '../settlement/requirements.ts';
import { changeContract, wrongContractState } from './change-contract.ts';

/** The rent that is paid at the end: what the next term is not let below without a thought. */
function lastRent(terms: ContractTerms) {
  const whole = rentsOf(terms).findLast(({ isPart }) => !isPart);
  return whole?.rentFen ?? terms.yearlyRentFen;
}

/**
 * What is proposed for the next term: the same asset, term and rise, from the day after, at the last year's rent. That there
 * is an incumbent is said, not who he is.
 */
function proposed(terms: ContractTerms, assetId: string, assetName: string): ListingTerms {
  return {
    ...NO_TERMS,
    title: `${assetName}租赁`,
    items: [{ assetId, parts: null }],
    tradeKind: 'lease',
    priceBasis: 'per_year',
    startPriceFen: lastRent(terms),
    lease: {
      startsOn: addDays(terms.endsOn, 1),
      months: monthsOf(terms),
      escalationPpm: terms.escalationPpm,
      payEvery: 'yearly',
    },
    remarks: `原合同${terms.number}的现承租人在同等条件下优先承租。`,
  };
}

/**
 * Drafts a listing for the next term from a contract (续租挂牌草稿), once; asked again, the draft there is stands. Its id
 * follows from the contract, so that a draft whose contract was not told is found again.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED` for who is no clerk of the owner, `FORM.INVALID` without an asset,
 * `SETTLEMENT.STATE` where the lease was broken off, and as `draftListing`
 */
export async function renewContract(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
): Promise<Committed<Contract>> {
  return changeContract(caller, ports, id, command, {
    type: 'renewal-drafted',
    event: async ({ ownerId, terms, renewal, ended }) => {
      if (renewal !== null) throw wrongContractState('已建过续租的挂牌草稿');
      if (ended?.how === 'terminated') throw wrongContractState('合同已提前解除');
      const asset =
        terms.assetId === null ? undefined : (await load(ports, assetAggregate, terms.assetId))?.state.asset;
      if (terms.assetId === null || asset === undefined) refuseField('assetId', '合同没有写明资产,请先更正合同');
      const body = { ownerId, terms: proposed(terms, terms.assetId, asset.name), copyOf: null };
      const drafting = { id: `renewal-${id}`, body: { contract: id } };
      const { state } = await draftListing(caller, ports, drafting, body);
      return { type: 'renewal-drafted', data: { listingId: state.id } };
    },
  });
}
