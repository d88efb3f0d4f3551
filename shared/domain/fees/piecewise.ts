import type { FormulaPiece } from './formula.ts';
import { type Fraction, floorOf, fraction, lowestTerms, minus, over, plus, signOf, times, ZERO } from './fraction.ts';

/** A straight stretch over the whole numbers from `from` to `to`: `slope` × x + `constant`. */
export interface LinearPiece {
  readonly from: bigint;
  readonly to: bigint;
  readonly slope: Fraction;
  readonly constant: Fraction;
}

/** A function of whole fen, exact, made of stretches that follow one another; it may jump between them. */
export type Piecewise = readonly LinearPiece[];

/** The ends of the whole numbers a function is looked at on. */
export interface Span {
  readonly from: bigint;
  readonly to: bigint;
}

interface Line {
  readonly slope: Fraction;
  readonly constant: Fraction;
}

export function straight({ from, to }: Span, slope: Fraction, constant: Fraction): Piecewise {
  return [{ from, to, slope, constant }];
}

export function level(span: Span, constant: Fraction): Piecewise {
  return straight(span, ZERO, constant);
}

/** The value of a line at a whole number. */
export function lineAt({ slope, constant }: Line, x: bigint): Fraction {
  return plus(times(slope, fraction(x)), constant);
}

/** Where both functions are straight at once. */
function together(f: Piecewise, g: Piecewise): readonly (Span & { readonly a: Line; readonly b: Line })[] {
  return f.flatMap((a) =>
    g.flatMap((b) => {
      const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to];
      return from <= to ? [{ from, to, a, b }] : [];
    }),
  );
}

export function add(f: Piecewise, g: Piecewise): Piecewise {
  return together(f, g).map(({ from, to, a, b }) => ({
    from,
    to,
    slope: lowestTerms(plus(a.slope, b.slope)),
    constant: lowestTerms(plus(a.constant, b.constant)),
  }));
}

export function scale(f: Piecewise, factor: Fraction): Piecewise {
  return f.map((piece) => ({
    ...piece,
    slope: lowestTerms(times(piece.slope, factor)),
    constant: lowestTerms(times(piece.constant, factor)),
  }));
}

/** Where a line is zero; undefined when it is level. */
export function rootOf({ slope, constant }: Line): Fraction | undefined {
  return signOf(slope) === 0 ? undefined : over({ n: -constant.n, d: constant.d }, slope);
}

/** At every whole number the larger of the two. */
export function larger(f: Piecewise, g: Piecewise): Piecewise {
  return together(f, g).flatMap(({ from, to, a, b }) => {
    const gap = { slope: minus(a.slope, b.slope), constant: minus(a.constant, b.constant) };
    const root = rootOf(gap);
    const turn = root === undefined ? to : floorOf(root);
    const spans =
      turn >= from && turn < to
        ? [
            { from, to: turn },
            { from: turn + 1n, to },
          ]
        : [{ from, to }];
    return spans.map((span) => {
      const sign = signOf(lineAt(gap, span.from)) || signOf(lineAt(gap, span.to));
      const { slope, constant } = sign < 0 ? b : a;
      return { ...span, slope, constant };
    });
  });
}

/** At every whole number the smaller of the two. */
export function smaller(f: Piecewise, g: Piecewise): Piecewise {
  const negative = fraction(-1);
  return scale(larger(scale(f, negative), scale(g, negative)), negative);
}

/** Puts a formula over a base that never falls: band ends become the last whole number still within them. */
export function through(formula: readonly FormulaPiece[], base: Piecewise): Piecewise {
  return base.flatMap((stretch) => {
    let from = stretch.from;
    return formula.flatMap(({ upTo, slope, constant }) => {
      const end = upTo === null ? stretch.to : lastWithin(upTo, stretch);
      if (end < from) return [];
      const piece = {
        from,
        to: end,
        slope: times(slope, stretch.slope),
        constant: plus(times(slope, stretch.constant), constant),
      };
      from = end + 1n;
      return [piece];
    });
  });
}

function lastWithin(upTo: bigint, stretch: LinearPiece): bigint {
  const gap = { slope: stretch.slope, constant: minus(stretch.constant, fraction(upTo)) };
  const root = rootOf(gap);
  if (root === undefined) return signOf(gap.constant) <= 0 ? stretch.to : stretch.from - 1n;
  const last = floorOf(root);
  return last < stretch.to ? last : stretch.to;
}
