import type { HandoffSource } from '#shared/domain/handoff/source.ts';
import { runningRound } from '#shared/domain/handoff/source.ts';
import { type Fen, parseMoney } from '#shared/domain/money.ts';

/** Amounts as people write them: with their unit, or behind a word for a lowest price. */
const WITH_UNIT = /\d[\d,,]*(?:\.\d+)?\s*(?:万元|元|万)/g;
const LOWEST_PRICE = /(?:保留价|底价|最低价)[^\d\n]{0,6}(\d[\d,,]*(?:\.\d+)?)/g;

function amountsIn(text: string): readonly Fen[] {
  const written = [...text.matchAll(WITH_UNIT)].map(([amount]) => amount.replace(/\s/g, ''));
  const named = [...text.matchAll(LOWEST_PRICE)].map(([, amount = '']) => amount);
  return [...written, ...named].flatMap((amount) => {
    const read = parseMoney(amount);
    return read.kind === 'amount' ? [read.fen] : [];
  });
}

/**
 * Says whether a text that leaves the office gives away the reserve, or the lowest price voted on: somebody typed it into
 * a free text such as the remarks. Amounts that are public anyway, because they equal the start price and its like, do not.
 */
export function givesAwayReserve(text: string, source: HandoffSource): boolean {
  const { terms } = runningRound(source);
  const { startPriceFen, appraisal, deposit, incrementFen, compulsoryWorks } = terms;
  const open = [startPriceFen, appraisal.fen, deposit.fen, incrementFen, ...compulsoryWorks.map(({ fen }) => fen)];
  const hidden = [terms.reserveFen, terms.resolution.floorFen].filter((fen) => fen !== null && !open.includes(fen));
  return amountsIn(text).some((amount) => hidden.includes(amount));
}
