import { type CheerioAPI, load } from 'cheerio/slim';
import { drift } from './refusal.ts';

/** As deep as browsers nest; the parser's own functions recurse and would overflow at a few thousand levels. */
export const MAX_DEPTH = 512;

/** The parser takes time with the square of the depth: what could nest deeper than this is not even parsed. */
const MAX_UNCLOSED = 5_000;

/** The captured pages have 1,400 tags; a hostile page of this many still parses within seconds. */
const MAX_TAGS = 100_000;

const TAG = /<(\/)?(?!(?:area|br|col|hr|img|input|link|meta)\b)[a-z]/gi;

/**
 * Parses a page tolerantly.
 * @throws AppError `DOCUMENT.DRIFT` when its elements nest deeper or are more than any real page's
 */
export function openMarkup(text: string): CheerioAPI {
  refuseMonster(text);
  const $ = load(text);
  if (depthOf($) > MAX_DEPTH) throw drift('the page nests too deeply', { maxDepth: MAX_DEPTH });
  return $;
}

function refuseMonster(text: string): void {
  let tags = 0;
  let unclosed = 0;
  for (const [, slash] of text.matchAll(TAG)) {
    tags += 1;
    unclosed = slash === undefined ? unclosed + 1 : Math.max(0, unclosed - 1);
    if (unclosed > MAX_UNCLOSED) throw drift('the page nests too deeply', { maxDepth: MAX_DEPTH });
    if (tags > MAX_TAGS) throw drift('the page has too many elements', { maxTags: MAX_TAGS });
  }
}

/** Level by level, so that depth costs no stack; ends as soon as the page is too deep. */
function depthOf($: CheerioAPI): number {
  let depth = 0;
  let level = $.root()
    .toArray()
    .flatMap(({ children }) => children);
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth += 1;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return depth;
}
