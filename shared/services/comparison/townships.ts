import { amountFigure } from '../../domain/comparison/amount.ts';
import { countFigure, rateFigure } from '../../domain/comparison/figure.ts';
import { outcomeGroups } from '../../domain/comparison/outcome-groups.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import { HOME_DISTRICT } from '../../domain/divisions.ts';
import { type TownshipCell, type TownshipRow, WHOLE_DISTRICT } from './model.ts';

/** Stands for the township of lots that do not say theirs. */
const UNKNOWN_TOWNSHIP = 'unknown';

/** The township of a lot by its code. */
export function townshipOf({ township }: RoundFacts): string {
  return township ?? UNKNOWN_TOWNSHIP;
}

function cellOf(column: string, lots: readonly RoundFacts[]): TownshipCell {
  const { sold, completed } = outcomeGroups(lots);
  return {
    column,
    sold: countFigure('sold', sold),
    completed: countFigure('completed', completed),
    success: rateFigure('success-official', sold, completed),
    amount: amountFigure(sold),
  };
}

/** Chinese name of a township; its code where it is not one of the district. */
export function townshipName(code: string): string {
  if (code === UNKNOWN_TOWNSHIP) return '未注明';
  return HOME_DISTRICT.townships.find((township) => township.code === code)?.name ?? code;
}

/** Folds lots township by township, and platform by platform within each. Digits sort before `unknown`. */
export function townshipRows(lots: readonly RoundFacts[], platforms: readonly string[]): readonly TownshipRow[] {
  return [...Map.groupBy(lots, townshipOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, own]) => ({
      code,
      name: townshipName(code),
      all: cellOf(WHOLE_DISTRICT, own),
      platforms: platforms.map((id) =>
        cellOf(
          id,
          own.filter(({ platform }) => platform === id),
        ),
      ),
    }));
}
