import type { Sheet, SheetCell } from '#shared/services/desk/import/sheet.ts';

/** A sheet of written rows, the first of them row 1; empty texts are empty cells. */
export function aSheet(rows: readonly (readonly string[])[], name: string | null = null): Sheet {
  return {
    name,
    rows: rows.map((texts, row) => ({
      number: row + 1,
      cells: new Map(
        texts.flatMap((text, column): [number, SheetCell][] =>
          text === '' ? [] : [[column, aCell(text, `${String.fromCharCode(65 + column)}${row + 1}`)]],
        ),
      ),
    })),
  };
}

export function aCell(text: string, at = 'B7', isMerged = false): SheetCell {
  return { kind: 'text', text, at, isMerged };
}

/** The heading row of an ordinary ledger. */
export const HEADINGS = ['资产编号', '资产名称', '资产类别', '面积(亩)', '坐落', '承租人', '合同到期', '年租金(万元)'];

/** A row of such a ledger. */
export function aRow(of: Partial<Record<(typeof HEADINGS)[number], string>> = {}): readonly string[] {
  const usual: Readonly<Record<string, string>> = {
    资产编号: 'YC-01',
    资产名称: '东塘',
    资产类别: '鱼塘',
    '面积(亩)': '12.5',
    坐落: '云村南片',
    承租人: '王五',
    合同到期: '2027年12月31日',
    '年租金(万元)': '1.2',
  };
  return HEADINGS.map((heading) => of[heading] ?? usual[heading] ?? '');
}
