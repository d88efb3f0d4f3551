import { drift } from './refusal.ts';
import type { Table } from './table-cell.ts';
import { unescaped, type WorkbookContext } from './table-xlsx-cell.ts';
import { readNumberFormats } from './table-xlsx-format.ts';
import { readSheet } from './table-xlsx-sheet.ts';
import { walkXml } from './table-xml.ts';
import { openZip } from './table-zip.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const TEXTS = 'xl/sharedstrings.xml';

/** A sheet as the workbook lists it. */
interface ListedSheet {
  readonly name: string;
  readonly relation: string;
}

/**
 * Reads the sheets of an Excel workbook (.xlsx) that people see, in their order. Hidden sheets, charts, macros and links
 * to other files are never opened.
 *
 * @throws AppError `DOCUMENT.DRIFT` for anything but a whole workbook of bounded size
 */
export function readXlsx(bytes: Uint8Array): readonly Table[] {
  const take = openZip(bytes);
  const parts = take((name) => [WORKBOOK, RELATIONS, STYLES, TEXTS].includes(name));
  const { sheets, epoch } = readWorkbook(needPart(parts, WORKBOOK));
  const targets = readRelations(needPart(parts, RELATIONS));
  const styles = parts.get(STYLES);
  const texts = parts.get(TEXTS);
  const context: WorkbookContext = {
    epoch,
    formats: styles === undefined ? [] : readNumberFormats(STYLES, styles),
    sharedTexts: texts === undefined ? [] : readSharedTexts(texts),
  };
  const shown = sheets.flatMap(({ name, relation }) => {
    const target = targets.get(relation);
    return target === undefined ? [] : [{ name, target }];
  });
  const contents = take((name) => shown.some(({ target }) => target === name));
  return shown.map(({ name, target }) => ({ name, ...readSheet(target, needPart(contents, target), context) }));
}

function readWorkbook(bytes: Uint8Array): { readonly sheets: readonly ListedSheet[]; readonly epoch: 1900 | 1904 } {
  const sheets: ListedSheet[] = [];
  let epoch: 1900 | 1904 = 1900;
  walkXml(WORKBOOK, bytes, 'workbook', {
    open(element, attributes) {
      if (element === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) epoch = 1904;
      if (element !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const relation = Object.keys(attributes).find((name) => /:id$/.test(name));
      sheets.push({ name: attributes['name'] ?? '', relation: attributes[relation ?? ''] ?? '' });
    },
  });
  return { sheets, epoch };
}

/** Part names of the worksheets by relation, in lower case. */
function readRelations(bytes: Uint8Array): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  walkXml(RELATIONS, bytes, 'Relationships', {
    open(_, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (id === undefined || target === undefined || mode === 'External') return;
      if (!/\/worksheet$/.test(type ?? '')) return;
      targets.set(id, (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase());
    },
  });
  return targets;
}

function readSharedTexts(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isAid = false;
  walkXml(TEXTS, bytes, 'sst', {
    open(element) {
      if (element === 'si') text = '';
      if (element === 't') isText = true;
      if (element === 'rPh') isAid = true;
    },
    text(piece) {
      if (isText && !isAid) text += piece;
    },
    close(element) {
      if (element === 'si') texts.push(unescaped(text));
      if (element === 't') isText = false;
      if (element === 'rPh') isAid = false;
    },
  });
  return texts;
}

function needPart(parts: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const part = parts.get(name);
  if (part === undefined) throw drift('a part of the workbook is missing', { missing: name });
  return part;
}
