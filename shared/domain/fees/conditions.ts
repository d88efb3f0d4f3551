import type { Sale, SaleFact } from './sale.ts';
import type { FeeConditions, OwnerKind, SaleKind, SaleMethod } from './schedule.ts';

/** Whether conditions hold for a sale: yes, no, or the facts it would take to say. */
export type Match = 'yes' | 'no' | readonly SaleFact[];

/** One condition: true, false, or the fact that is missing. */
type Answer = boolean | SaleFact;

const OWNERS: Readonly<Record<NonNullable<Sale['tradeCategory']>, OwnerKind | null>> = {
  collective: 'collective',
  state: 'state',
  commercial: 'enterprise',
  bankruptcy: 'enterprise',
  // The debtor may be anyone.
  judicial: null,
};

const METHODS: Readonly<Record<Exclude<NonNullable<Sale['saleMode']>, 'ascending'>, SaleMethod>> = {
  'sell-off': 'sell_off',
  listing: 'listing',
  tender: 'tender',
  agreement: 'agreement',
};

function isAmong<T>(wanted: readonly T[] | undefined, value: T | null, missing: SaleFact): Answer {
  if (wanted === undefined) return true;
  return value === null ? missing : wanted.includes(value);
}

function is(wanted: boolean | undefined, value: boolean | null, missing: SaleFact): Answer {
  if (wanted === undefined) return true;
  return value === null ? missing : value === wanted;
}

/** A judicial sale on site is one entrusted to an auction house; online there is none. */
function saleKindOf({ tradeCategory, venue }: Sale): SaleKind | null {
  if (tradeCategory === null) return null;
  if (tradeCategory !== 'judicial') return 'ordinary';
  if (venue === null) return null;
  return venue === 'online' ? 'judicial' : 'judicial_entrusted';
}

function isSaleKind({ saleKinds, excludeSaleKinds }: FeeConditions, sale: Sale): readonly Answer[] {
  const [kind, missing] = [saleKindOf(sale), sale.tradeCategory === null ? 'tradeCategory' : 'venue'] as const;
  const excluded = excludeSaleKinds === undefined ? false : isAmong(excludeSaleKinds, kind, missing);
  return [isAmong(saleKinds, kind, missing), typeof excluded === 'string' ? excluded : !excluded];
}

function isSaleMethod({ saleMethods }: FeeConditions, { saleMode, venue }: Sale): Answer {
  if (saleMode !== 'ascending') return isAmong(saleMethods, saleMode === null ? null : METHODS[saleMode], 'saleMode');
  if (venue === null) return isAmong(saleMethods, null, 'venue');
  return isAmong(saleMethods, venue === 'online' ? 'online_bidding' : 'auction', 'saleMode');
}

/** A code known less closely than the condition asks leaves it open. */
function liesIn({ regionPrefixes }: FeeConditions, { division }: Sale): Answer {
  if (regionPrefixes === undefined) return true;
  if (division === null) return 'division';
  if (regionPrefixes.some((prefix) => division.startsWith(prefix))) return true;
  return regionPrefixes.some((prefix) => prefix.startsWith(division)) ? 'division' : false;
}

/** Says whether every condition holds. What is known to fail decides, whatever else is unknown. */
export function matches(conditions: FeeConditions, sale: Sale): Match {
  if (Object.keys(conditions).length === 0) return 'yes';
  const owner = sale.tradeCategory === null ? null : OWNERS[sale.tradeCategory];
  const answers: readonly Answer[] = [
    isAmong(conditions.ownerKinds, owner, 'tradeCategory'),
    ...isSaleKind(conditions, sale),
    isSaleMethod(conditions, sale),
    liesIn(conditions, sale),
    isAmong(conditions.assetClasses, sale.assetClass, 'assetClass'),
    isAmong(conditions.tradeKinds, sale.tradeKind, 'tradeKind'),
    is(conditions.commissionAgreed, sale.commissionAgreed, 'commissionAgreed'),
    is(conditions.publicProperty, sale.publicProperty, 'publicProperty'),
  ];
  if (answers.includes(false)) return 'no';
  const missing = answers.filter((answer) => typeof answer === 'string');
  return missing.length === 0 ? 'yes' : [...new Set(missing)];
}
