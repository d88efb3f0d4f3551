import { ASSET_CLASSES } from '#shared/domain/trade.ts';
import { COLUMN_UNITS, IMPORT_COLUMNS, IMPORT_FIELDS } from '#shared/services/desk/import/columns.ts';
import {
  columnsAt,
  guessMapping,
  type ImportMapping,
  type MappedColumn,
} from '#shared/services/desk/import/mapping.ts';
import type { Sheet } from '#shared/services/desk/import/sheet.ts';
import type { FormValues } from '../form-text.ts';

function one(asked: FormValues, name: string): string | undefined {
  const value = asked[name];
  return typeof value === 'string' ? value : value?.[0];
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

/** How the table is read: as the person said, and where he said nothing, as guessed. */
export function mappingIn(asked: FormValues, sheets: readonly Sheet[]): ImportMapping {
  const guess = guessMapping(sheets);
  const asksSheet = whole(one(asked, 'sheet'));
  const sheet = asksSheet !== undefined && asksSheet < sheets.length ? asksSheet : guess.sheet;
  const guessedRow = sheet === guess.sheet ? guess.headingRow : guessMapping(sheets.slice(sheet, sheet + 1)).headingRow;
  const headingRow = whole(one(asked, 'head')) ?? guessedRow;
  const assetClass = ASSET_CLASSES.find((known) => known === one(asked, 'class')) ?? null;
  const columns = columnsAt(sheets[sheet], headingRow).map((column) => columnIn(asked, column));
  return { sheet, headingRow, columns, assetClass };
}

function columnIn(asked: FormValues, guessed: MappedColumn): MappedColumn {
  const [field, unit] = [one(asked, `c${guessed.column}`), one(asked, `u${guessed.column}`)];
  const chosen = field === undefined ? guessed.field : (IMPORT_FIELDS.find((known) => known === field) ?? null);
  const units = chosen === null ? [] : IMPORT_COLUMNS[chosen].units;
  const said = unit === undefined ? guessed.unit : (COLUMN_UNITS.find((known) => known === unit) ?? null);
  return { ...guessed, field: chosen, unit: said !== null && units.includes(said) ? said : null };
}

/** A mapping as the fields that say it; reading them gives the same mapping. */
export function mappingFields({
  sheet,
  headingRow,
  columns,
  assetClass,
}: ImportMapping): readonly (readonly [string, string])[] {
  return [
    ['sheet', String(sheet)],
    ['head', headingRow === null ? '' : String(headingRow)],
    ['class', assetClass ?? ''],
    ...columns.flatMap(({ column, field, unit }): readonly (readonly [string, string])[] => [
      [`c${column}`, field ?? ''],
      [`u${column}`, unit ?? ''],
    ]),
  ];
}
