import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import type { Page } from '../kit/page.ts';
import { refusalOf } from '../kit/refusal.ts';
import { isBidReply, readBidReply } from './bid-reply.ts';
import { readSale } from './bid-row.ts';
import { BLOCK_MARKS } from './marks.ts';
import { readPastedBids } from './pasted-bids.ts';
import { needSubject } from './subject.ts';

/** Maps a lot's bid history (竞买记录), be it a reply or a pasted table. Neither names the lot. */
export function mapBidRecords(page: Page, document: RawDocument): MappedDocument {
  const read = readBids(page);
  const externalId = needSubject(document);
  const sale = readSale(externalId, read.bids);
  return {
    ...read,
    lots: sale.lots,
    bids: read.bids.length === 0 ? [] : [{ externalId, bids: read.bids }],
    quarantined: [...read.quarantined, ...sale.quarantined],
  };
}

/** A blocked page breaks any reader; then that is what is said of it. */
function readBids(page: Page) {
  try {
    return isBidReply(page) ? readBidReply(page) : readPastedBids(page);
  } catch (error) {
    const refusal = refusalOf(page, BLOCK_MARKS, 'bid records');
    throw refusal.code === 'DOCUMENT.BLOCKED' ? refusal : error;
  }
}
