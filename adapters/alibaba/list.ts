import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import type { Page } from '../kit/page.ts';
import { agreedClock } from '../kit/page-time.ts';
import { drift, refusalOf } from '../kit/refusal.ts';
import { readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { findScriptBlocks, type ScriptBlock } from '../kit/script-blocks.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { readListRow } from './list-row.ts';
import { BLOCK_MARKS } from './marks.ts';
import { ListBlock } from './schema.ts';

/** Class on the home page, id on list pages. */
export const LIST_ANCHOR = 'sf-item-list-data';

const LONG_ID = /(?<!\\)("id"\s*:\s*)(\d{16,20})(?=\s*[,}])/g;

/** Maps a page that carries lots in data blocks (首页, 列表页). */
export function mapList(page: Page): MappedDocument {
  const blocks = findScriptBlocks(page, LIST_ANCHOR);
  if (blocks.length === 0) throw refusalOf(page, BLOCK_MARKS, `script ${LIST_ANCHOR}`);

  const readings = blocks.map((block) =>
    readRows(parseBlock(block), (index) => toPointer(block.name, 'data', index), readListRow),
  );
  const good = readings.flatMap((reading) => reading.good);
  const bad = readings.flatMap((reading) => reading.bad);
  refuseIfDrifted(good.length + bad.length, bad);

  const clock = agreedClock(good.flatMap(({ row }) => row.clockMs ?? []));
  const { lots, conflicts } = uniqueLots(good.map(({ path, row: { lot: row } }) => ({ path, row })));
  return { ...(clock && { clock }), lots, bids: [], quarantined: [...bad, ...conflicts] };
}

function parseBlock({ name, text }: ScriptBlock): readonly unknown[] {
  const rows = readBlock(name, text);
  // An id too long for a JSON number keeps its digits as text.
  return rows.some(hasRoundedId) ? readBlock(name, text.replace(LONG_ID, '$1"$2"')) : rows;
}

function readBlock(name: string, text: string): readonly unknown[] {
  const block = ListBlock.safeParse(parseJson(name, text));
  if (!block.success) throw drift('a data block carries no rows', { missing: toPointer(name, 'data') });
  return block.data.data;
}

function hasRoundedId(row: unknown): boolean {
  const id: unknown = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  return typeof id === 'number' && !Number.isSafeInteger(id);
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not passed on as the cause: its message quotes the page.
    throw drift('a data block is no JSON', { at: toPointer(name) });
  }
}
