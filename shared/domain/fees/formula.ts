import { type Fraction, fraction, minus, plus, times, ZERO } from './fraction.ts';
import type { FeeFormula, RateBand, SlabBand } from './schedule.ts';

const MILLION = 1_000_000n;

/** A stretch of a formula: `slope` × base + `constant` for bases up to and including `upTo`. */
export interface FormulaPiece {
  readonly upTo: bigint | null;
  readonly slope: Fraction;
  readonly constant: Fraction;
}

function ratio(ratePpm: number): Fraction {
  return fraction(ratePpm, MILLION);
}

function everywhere(slope: Fraction, constant: Fraction): readonly FormulaPiece[] {
  return [{ upTo: null, slope, constant }];
}

function marginalPieces(bands: readonly RateBand[]): readonly FormulaPiece[] {
  let [begin, before] = [ZERO, ZERO];
  return bands.map(({ upToFen, ratePpm }) => {
    const slope = ratio(ratePpm);
    const constant = minus(before, times(slope, begin));
    if (upToFen === null) return { upTo: null, slope, constant };
    begin = fraction(upToFen);
    before = plus(times(slope, begin), constant);
    return { upTo: BigInt(upToFen), slope, constant };
  });
}

function slabPiece(band: SlabBand): FormulaPiece {
  const upTo = band.upToFen === null ? null : BigInt(band.upToFen);
  return 'flatFen' in band
    ? { upTo, slope: ZERO, constant: fraction(band.flatFen) }
    : { upTo, slope: ratio(band.ratePpm), constant: ZERO };
}

/** A formula is data that never changes, and is asked for once per sale. */
const known = new WeakMap<FeeFormula, readonly FormulaPiece[]>();

/** A formula as straight stretches over what it is reckoned on (fen; thousandths of a mu; a month's rent). */
export function piecesOf(formula: FeeFormula): readonly FormulaPiece[] {
  const pieces = known.get(formula) ?? layOut(formula);
  known.set(formula, pieces);
  return pieces;
}

function layOut(formula: FeeFormula): readonly FormulaPiece[] {
  switch (formula.type) {
    case 'free':
      return everywhere(ZERO, ZERO);
    case 'flat':
      return everywhere(ZERO, fraction(formula.amountFen));
    case 'percent':
      return everywhere(ratio(formula.ratePpm), ZERO);
    case 'per_unit':
      return everywhere(fraction(formula.amountFen, formula.perUnits), ZERO);
    case 'months_of_rent':
      return everywhere(fraction(formula.milliMonths, 1000n), ZERO);
    case 'marginal':
      return marginalPieces(formula.bands);
    case 'slab':
      return formula.bands.map(slabPiece);
  }
}

/** What a formula gives on a base, exactly. */
export function amountAt(formula: FeeFormula, base: Fraction): Fraction {
  const piece = piecesOf(formula).find(({ upTo }) => upTo === null || base.n <= upTo * base.d);
  return piece === undefined ? ZERO : plus(times(piece.slope, base), piece.constant);
}
