import { strToU8, zipSync } from 'fflate';
import writeXlsx, { type SheetData } from 'write-excel-file/node';

/** The parts of a workbook that a test cares about; the rest is the least Excel would open. */
interface WorkbookParts {
  /** Rows of the first sheet: `<row>` elements. */
  readonly rows?: string;
  /** What follows the rows, as `<mergeCells>`. */
  readonly after?: string;
  /** `<sheet>` elements after the first. */
  readonly sheets?: string;
  readonly workbookPr?: string;
  readonly relations?: string;
  readonly sharedTexts?: string;
  /** Number format codes of styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[];
  /** Parts to add or replace, by name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A relation of the workbook to one of its sheets. */
export function relationTo(id: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/worksheet" Target="${target}"/>`;
}

/** A whole sheet part. */
export function aSheet(rows: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** The bytes of a workbook written by hand. */
export function aWorkbook(of: WorkbookParts): Uint8Array {
  const formats = of.formats ?? [];
  const numFmts = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`);
  const xfs = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`);
  const parts: Record<string, string | Uint8Array> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${of.workbookPr ?? ''}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/>${of.sheets ?? ''}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relationTo('rId1', 'worksheets/sheet1.xml')}${of.relations ?? ''}</Relationships>`,
    'xl/worksheets/sheet1.xml': aSheet(of.rows ?? '', of.after),
    'xl/styles.xml': `<styleSheet><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
    ...(of.sharedTexts !== undefined && { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${of.sharedTexts}</sst>` }),
    ...of.parts,
  };
  const entries = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(entries));
}

/** A row of text cells, at their names only by order. */
export function aRow(number: number, ...texts: readonly string[]): string {
  const cells = texts.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`));
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The bytes of a workbook as an office program writes it. */
export async function writtenWorkbook(data: SheetData): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsx(data, { sheet: 'Sheet1' }).toBuffer());
}

let gbk: ReadonlyMap<string, readonly [number, number]> | undefined;

/** Text in GBK. The platform can only decode it, so the table is read off its decoder. */
export function toGbk(text: string): Uint8Array {
  gbk ??= gbkTable();
  const known = gbk;
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (known.get(char) ?? unencodable(char)))),
  );
}

function gbkTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const char = decoder.decode(Uint8Array.of(first, second));
      if ([...char].length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, [first, second]);
    }
  }
  return table;
}

function unencodable(char: string): never {
  throw new Error(`not in GBK: ${char}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
