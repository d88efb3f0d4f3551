import { openPage } from '../kit/page.ts';
import { findScriptBlocks } from '../kit/script-blocks.ts';
import { readBidReply } from './bid-reply.ts';
import { mapItem } from './item.ts';
import { LIST_ANCHOR } from './list.ts';

const LOTS_A_PAGE = 40;
const BIDS_A_PAGE = 20;
/** The site shows no more, whatever it says (a crawler of 2020). */
const MOST_PAGES = 150;
/** More than any lot has. */
const MOST_BID_PAGES = 500;

/**
 * The page of the list that follows: as far as it says there are pages (`em.page-total`), and where it does not, as long as they
 * are full. A page that cannot be understood has none after it.
 */
export function nextListPage(bytes: Uint8Array, page: number): number | null {
  if (page >= MOST_PAGES) return null;
  const [, total] = /<em[^>]{0,80}class=["']page-total["'][^>]{0,80}>\s*(\d{1,6})\s*</.exec(latin1(bytes)) ?? [];
  const goesOn = total === undefined ? countRows(bytes) >= LOTS_A_PAGE : page < Number(total);
  return goesOn ? page + 1 : null;
}

/** Says whether a lot's page shows that bidding is over; one that cannot be understood does not. */
export function showsEnd(bytes: Uint8Array): boolean {
  const over = () =>
    mapItem(openPage(bytes)).lots.filter(({ status }) => status !== 'announced' && status !== 'bidding');
  return countOr(() => over().length) > 0;
}

/** The page of bids that follows a full one. */
export function nextBidPage(bytes: Uint8Array, page: number): number | null {
  return page < MOST_BID_PAGES && countBids(bytes) >= BIDS_A_PAGE ? page + 1 : null;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function countRows(bytes: Uint8Array): number {
  return countOr(() => {
    const blocks = findScriptBlocks(openPage(bytes), LIST_ANCHOR);
    return blocks.reduce((sum, { text }) => sum + (text.match(/"itemUrl"\s*:/g)?.length ?? 0), 0);
  });
}

function countBids(bytes: Uint8Array): number {
  return countOr(() => {
    const { bids, quarantined } = readBidReply(openPage(bytes));
    return bids.length + quarantined.length;
  });
}

/** What is wrong with a page is said by whoever maps it. */
function countOr(count: () => number): number {
  try {
    return count();
  } catch {
    return 0;
  }
}
