import type { FeeComponent, FeeFormula, FeePayer, FeeSchedule } from '#shared/domain/fees/schedule.ts';

/** Fees told a second way, straight from the words of the model: slice by slice, in parts of a fen over one divisor. */
const MILLION = 1_000_000n;
/** Rate × discount × VAT. */
const PARTS = MILLION ** 3n;

/** Millionths of a fen. */
function formulaAt(formula: FeeFormula, base: bigint): bigint {
  switch (formula.type) {
    case 'percent':
      return base * BigInt(formula.ratePpm);
    case 'marginal': {
      let [sum, from] = [0n, 0n];
      for (const { upToFen, ratePpm } of formula.bands) {
        const to = upToFen === null || BigInt(upToFen) > base ? base : BigInt(upToFen);
        if (to > from) sum += (to - from) * BigInt(ratePpm);
        from = to;
      }
      return sum;
    }
    case 'slab': {
      const band = formula.bands.find(({ upToFen }) => upToFen === null || base <= BigInt(upToFen));
      if (band === undefined) throw new RangeError('a slab without end');
      return 'flatFen' in band ? BigInt(band.flatFen) * MILLION : base * BigInt(band.ratePpm);
    }
    default:
      return 0n;
  }
}

/** A component before rounding and VAT, in billionths of billionths of a fen. */
function exactNet({ formula, minFen, maxFen, discountPpm }: FeeComponent, base: bigint): bigint {
  if (formula.type === 'free') return 0n;
  let fee = formulaAt(formula, base);
  if (minFen !== null && fee < BigInt(minFen) * MILLION) fee = BigInt(minFen) * MILLION;
  if (maxFen !== null && fee > BigInt(maxFen) * MILLION) fee = BigInt(maxFen) * MILLION;
  return fee * (MILLION - BigInt(discountPpm)) * MILLION;
}

/** A component to be paid, without VAT, in fen. */
export function roundedFee(component: FeeComponent, base: number): number {
  const unit = BigInt(component.unitFen) * PARTS;
  const doubled = 2n * exactNet(component, BigInt(base)) + unit;
  return Number((doubled / (2n * unit)) * BigInt(component.unitFen));
}

/** What a side pays before any rounding, with VAT that comes on top. */
export function exactPart(schedule: FeeSchedule, payer: FeePayer, base: number): bigint {
  const nets = schedule.components.map((component) => ({ component, net: exactNet(component, BigInt(base)) }));
  const gross = nets
    .filter(({ component }) => component.payer === payer)
    .map(({ component: { vat }, net }) =>
      vat.inclusive === false ? (net * (MILLION + BigInt(vat.ratePpm))) / MILLION : net,
    )
    .reduce((sum, fee) => sum + fee, 0n);
  const minimum = schedule.lotMinimum;
  const pays = schedule.components.some((own) => own.payer === payer && own.formula.type !== 'free');
  if (minimum?.shortfallPayer !== payer || !pays) return gross;
  const short = BigInt(minimum.fen) * PARTS - nets.reduce((sum, { net }) => sum + net, 0n);
  return short > 0n ? gross + short : gross;
}
