import { type Fen, fen } from '../money.ts';
import { type Charge, chargeBy } from './charge.ts';
import { matches } from './conditions.ts';
import type { Sale, SaleFact } from './sale.ts';
import type { FeePayer, FeeSchedule } from './schedule.ts';

/** A commission held against a legal maximum (法定上限): a check of compliance, never a price. */
export interface LegalFinding {
  readonly schedule: string;
  readonly title: string;
  readonly payer: FeePayer;
  readonly verdict: 'ok' | 'breach' | 'undetermined';
  readonly chargedFen: Fen;
  /** `null` where the limit itself cannot be reckoned. */
  readonly maximumFen: Fen | null;
  /** What would have to be known to say; empty unless `undetermined`. */
  readonly missing: readonly SaleFact[];
}

/** The commission one side pays; `null` where the schedule takes none from it. */
function commissionOf({ components }: Charge, payer: FeePayer): Fen | null {
  const own = components.filter((fee) => fee.applied && fee.category === 'commission' && fee.payer === payer);
  return own.length === 0 ? null : fen(own.reduce((sum, { feeFen }) => sum + feeFen, 0));
}

function findingsBy(maximum: FeeSchedule, sale: Sale, charge: Charge): readonly LegalFinding[] {
  const match = matches(maximum.when, sale);
  if (match === 'no') return [];
  const limit = chargeBy(maximum, sale);
  const unknown = [...(match === 'yes' ? [] : match), ...('components' in limit ? [] : limit)];
  return [...new Set(maximum.components.map(({ payer }) => payer))].flatMap((payer) => {
    const chargedFen = commissionOf(charge, payer);
    if (chargedFen === null) return [];
    const maximumFen = 'components' in limit ? (commissionOf(limit, payer) ?? fen(0)) : null;
    const isWithin = maximumFen !== null && chargedFen <= maximumFen;
    const verdict = isWithin ? 'ok' : unknown.length === 0 ? 'breach' : 'undetermined';
    const missing = isWithin ? [] : unknown;
    return [{ schedule: maximum.id, title: maximum.title, payer, verdict, chargedFen, maximumFen, missing }];
  });
}

/**
 * Holds what a schedule charges against the legal maxima. A side that pays no commission is not checked;
 * what stays within a maximum is in order whether the maximum applies or not.
 */
export function checkLegalMaxima(sale: Sale, charge: Charge, maxima: readonly FeeSchedule[]): readonly LegalFinding[] {
  if (!charge.components.some(({ applied, category }) => applied && category === 'commission')) return [];
  return maxima.flatMap((maximum) => findingsBy(maximum, sale, charge));
}
