import type { Asset, Certificate, LeaseState } from '../../../domain/asset/asset.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import type { AssetClass } from '../../../domain/trade.ts';
import type { RowFacts } from './read-rows.ts';

const UNKNOWN_LEASE: LeaseState = { state: 'unknown', incumbent: null, until: null, yearlyRentFen: null };

/** A new asset as a row tells it. */
export function assetOfRow(facts: RowFacts, owner: Owner, assetClass: AssetClass): Asset {
  return mergeRow(
    {
      ownerId: owner.id,
      name: '',
      assetClass,
      nature: null,
      division: owner.division,
      address: '',
      area: null,
      parts: [],
      certificates: [],
      pictures: [],
      lease: UNKNOWN_LEASE,
      priorityHolders: [],
      ledgerNumber: null,
      permittedUse: null,
      note: null,
    },
    facts,
  );
}

/** An asset after a row was merged into it: what the row does not say stays as it is. */
export function mergeRow(before: Asset, facts: RowFacts): Asset {
  return {
    ...before,
    name: facts.name ?? before.name,
    assetClass: facts.assetClass ?? before.assetClass,
    nature: facts.nature ?? before.nature,
    address: facts.address ?? before.address,
    area: facts.area ?? before.area,
    lease: mergeLease(before.lease, facts),
    certificates: mergeCertificates(before.certificates, facts.certificate),
    ledgerNumber: facts.ledgerNumber ?? before.ledgerNumber,
    permittedUse: facts.permittedUse ?? before.permittedUse,
    note: facts.note ?? before.note,
  };
}

/** Who is named as lessee has leased it, unless the ledger says otherwise; a place said to be vacant has none. */
function mergeLease(before: LeaseState, facts: RowFacts): LeaseState {
  if (facts.leaseState === 'vacant' && facts.incumbent === null) {
    return { state: 'vacant', incumbent: null, until: facts.leaseUntil, yearlyRentFen: facts.yearlyRent };
  }
  return {
    state: facts.leaseState ?? (facts.incumbent === null ? before.state : 'leased'),
    incumbent: facts.incumbent ?? before.incumbent,
    until: facts.leaseUntil ?? before.until,
    yearlyRentFen: facts.yearlyRent ?? before.yearlyRentFen,
  };
}

function mergeCertificates(before: readonly Certificate[], number: string | null): readonly Certificate[] {
  if (number === null || before.some((certificate) => certificate.number === number)) return before;
  return [...before, { kind: '权证', number, file: null }];
}
