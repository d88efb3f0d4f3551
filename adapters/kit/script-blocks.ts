import { toFactText } from './fact-text.ts';
import { openMarkup } from './markup.ts';
import { decodeExactly, decodeTolerantly, isDamaged, type Page, unreadableText } from './page.ts';
import { findScriptElements } from './script-elements.ts';

/** The text of a script element (数据块) that carries data, and the name it goes by in paths. */
export interface ScriptBlock {
  readonly name: string;
  readonly text: string;
}

const LONGEST_NAME = 60;

/**
 * Finds the data blocks a page declares: script elements whose id or one of whose classes is `anchor`.
 * First rung: the raw bytes, where only the blocks are decoded. Second rung, on any doubt: the tolerant parser over the
 * whole page. Both give the same; the first costs a twentieth. Empty when the page has no such block.
 *
 * @throws AppError `DOCUMENT.ENCODING` when a block's text cannot be read; damage elsewhere does not matter
 */
export function findScriptBlocks(page: Page, anchor: string): readonly ScriptBlock[] {
  return blocksFromBytes(page, anchor) ?? blocksFromMarkup(page, anchor);
}

/** First rung: undefined when there is no block or any doubt about one. */
export function blocksFromBytes(page: Page, anchor: string): readonly ScriptBlock[] | undefined {
  if (!page.bytes.includes(anchor, 0, 'latin1')) return undefined;
  const blocks: ScriptBlock[] = [];
  for (const { attributes, from, to } of findScriptElements(page.bytes) ?? []) {
    const id = attributes.get('id');
    const classes = attributes.get('class');
    if (!isPlain(id) || !isPlain(classes)) return undefined;
    if (!isAnchored(anchor, id, classes)) continue;
    const text = decodeExactly(page, from, to);
    if (text === undefined) return undefined;
    blocks.push(toBlock(blocks.length, id, text));
  }
  return blocks.length === 0 ? undefined : blocks;
}

/**
 * Second rung: the whole page through the tolerant parser.
 * @throws AppError `DOCUMENT.ENCODING` when a block's text cannot be read
 */
export function blocksFromMarkup(page: Page, anchor: string): readonly ScriptBlock[] {
  const $ = openMarkup(decodeTolerantly(page));
  return $('script')
    .toArray()
    .map(({ attribs: { id, class: classes }, children }) => ({ id, classes, children }))
    .filter(({ id, classes }) => isAnchored(anchor, id, classes))
    .map(({ id, children }, index) => {
      const text = children.map((child) => (child.type === 'text' ? child.data : '')).join('');
      if (isDamaged(page, text)) throw unreadableText('damaged data block');
      return toBlock(index, id, text);
    });
}

function toBlock(index: number, id: string | undefined, text: string): ScriptBlock {
  const name = toFactText(id ?? '').slice(0, LONGEST_NAME);
  return { name: name === '' ? `block-${index + 1}` : name, text };
}

function isAnchored(anchor: string, id: string | undefined, classes: string | undefined): boolean {
  return id === anchor || (classes ?? '').split(/[ \t\n\f\r]+/).includes(anchor);
}

/** Text that reads the same in bytes and decoded: printable ASCII without character references. */
function isPlain(text: string | undefined): boolean {
  return text === undefined || /^[\t\n\f\r\x20-\x25\x27-\x7e]*$/.test(text);
}
