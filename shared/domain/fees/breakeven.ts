import { type Fen, fen } from '../money.ts';
import type { FeeBook } from './book.ts';
import { chargeBy } from './charge.ts';
import type { FeeSide } from './compare.ts';
import { feesOver } from './fee-function.ts';
import { floorOf, fraction, signOf } from './fraction.ts';
import { type FeeOptions, feesOnSale, type PlatformFees, priceSchedule } from './on-sale.ts';
import { add, type LinearPiece, lineAt, type Piecewise, rootOf, scale } from './piecewise.ts';
import type { Sale } from './sale.ts';
import type { FeeSchedule } from './schedule.ts';

/** A stretch of hammer prices, both ends included, over which the same platform is the cheaper one. */
export interface BreakevenSegment {
  readonly fromFen: Fen;
  readonly toFen: Fen;
  readonly cheaper: 'first' | 'second' | 'equal';
}

/** A point to draw: what each would charge at a hammer price, to the fen. */
export interface CurvePoint {
  readonly hammerFen: Fen;
  readonly firstFen: Fen;
  readonly secondFen: Fen;
}

export type Breakeven =
  | {
      readonly kind: 'breakeven';
      readonly segments: readonly BreakevenSegment[];
      /** First fen of each segment but the first: where the cheaper one changes. */
      readonly turningPoints: readonly Fen[];
      readonly curve: readonly CurvePoint[];
    }
  | { readonly kind: 'not-comparable'; readonly first: PlatformFees; readonly second: PlatformFees };

/** What is asked: on which hammer prices, whose fees, and how many even points to draw beside the corners. */
export interface BreakevenQuestion extends FeeOptions {
  readonly fromFen: Fen;
  readonly toFen: Fen;
  readonly side: FeeSide;
  readonly points: number;
}

const CHEAPER = { [-1]: 'first', 0: 'equal', 1: 'second' } as const;

type Stretch = readonly [from: bigint, to: bigint];

/** Cuts a stretch of the difference where it changes sign, so that one sign holds on each part. */
function cutAtRoot(piece: LinearPiece): readonly Stretch[] {
  const { from, to } = piece;
  const root = rootOf(piece);
  if (root === undefined) return [[from, to]];
  const floor = floorOf(root);
  const isWhole = floor * root.d === root.n;
  const parts: readonly Stretch[] = [
    [from, isWhole ? floor - 1n : floor],
    [isWhole ? floor : floor + 1n, isWhole ? floor : to],
    [floor + 1n, isWhole ? to : floor],
  ];
  const within = parts.map(([low, high]): Stretch => [low < from ? from : low, high > to ? to : high]);
  return within.filter(([low, high]) => low <= high);
}

function segmentsOf(difference: Piecewise): readonly BreakevenSegment[] {
  const segments: BreakevenSegment[] = [];
  for (const piece of difference) {
    for (const [from, to] of cutAtRoot(piece)) {
      const cheaper = CHEAPER[signOf(lineAt(piece, from))];
      const last = segments.at(-1);
      const fromFen = last?.cheaper === cheaper ? (segments.pop()?.fromFen ?? last.fromFen) : fen(Number(from));
      segments.push({ fromFen, toFen: fen(Number(to)), cheaper });
    }
  }
  return segments;
}

/** Even points and both sides of every corner, so that straight lines between the points draw the fees as they are. */
function pointsToDraw({ fromFen, toFen, points }: BreakevenQuestion, ...corners: readonly bigint[]): readonly Fen[] {
  const [from, width, steps] = [BigInt(fromFen), BigInt(toFen - fromFen), Math.max(points - 1, 1)];
  const even = Array.from({ length: steps + 1 }, (_, index) => from + (width * BigInt(index)) / BigInt(steps));
  const sides = corners.flatMap((corner) => [corner - 1n, corner]).filter((x) => x >= from);
  return [...new Set([...even, ...sides].map(Number))].toSorted((a, b) => a - b).map(fen);
}

/** A platform's schedule with its fees over the span; undefined where either is not to be had. */
function drawnBy(platform: string, sale: Sale, book: FeeBook, question: BreakevenQuestion) {
  const selection = priceSchedule(sale, platform, book, question);
  if (selection.kind !== 'schedule') return undefined;
  const span = { from: BigInt(question.fromFen), to: BigInt(question.toFen) };
  const fees = feesOver(selection.schedule, sale, span);
  return 'total' in fees ? { schedule: selection.schedule, exact: fees[question.side] } : undefined;
}

function payable(schedule: FeeSchedule, sale: Sale, side: FeeSide): Fen {
  const charge = chargeBy(schedule, sale);
  if (!('components' in charge)) throw new RangeError('fees that are known at one price are known at every price');
  return charge[side].fen;
}

/**
 * Where, as the hammer price runs from end to end, one platform becomes the cheaper one: found on the structure of the two
 * schedules, not by trying prices. All else stays as in `sale`, whose rents follow from the price.
 *
 * The cheaper one is told by the exact fees, before each component's rounding: rounding moves a fee by half a unit at most
 * and would make near-equal platforms change places at every other fen. The curve shows what is payable.
 *
 * @throws RangeError unless 0 ≤ `fromFen` ≤ `toFen`
 * @throws AppError `FEES.TIED` when two schedules of a platform hold and neither goes first
 */
export function breakeven(
  first: string,
  second: string,
  sale: Sale,
  book: FeeBook,
  question: BreakevenQuestion,
): Breakeven {
  const { fromFen, toFen, side } = question;
  if (fromFen < 0 || fromFen > toFen) throw new RangeError('hammer prices run upwards from zero or above');
  const at = (hammerFen: Fen): Sale => ({ ...sale, hammerFen, termRentFen: null });
  const a = drawnBy(first, sale, book, question);
  const b = drawnBy(second, sale, book, question);
  if (a === undefined || b === undefined) {
    const fees = (platform: string) => feesOnSale(at(toFen), platform, book, question);
    return { kind: 'not-comparable', first: fees(first), second: fees(second) };
  }

  const segments = segmentsOf(add(a.exact, scale(b.exact, fraction(-1))));
  const turningPoints = segments.slice(1).map((segment) => segment.fromFen);
  const corners = [...a.exact, ...b.exact].map(({ from }) => from);
  const curve = pointsToDraw(question, ...corners, ...turningPoints.map(BigInt)).map((hammerFen) => ({
    hammerFen,
    firstFen: payable(a.schedule, at(hammerFen), side),
    secondFen: payable(b.schedule, at(hammerFen), side),
  }));
  return { kind: 'breakeven', segments, turningPoints, curve };
}
