import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import type { Page } from '../kit/page.ts';
import { drift } from '../kit/refusal.ts';
import { mapBidPage, mapLatestBids } from './open-bids.ts';
import { mapItemDetail, mapItemList, mapProjectDetail } from './open-lots.ts';
import { type OpenReply, openReply } from './open-reply.ts';

/** The read calls of the open platform (开放平台) whose documents are known, as their replies are wrapped. */
const CALLS: ReadonlyMap<string, (reply: OpenReply, document: RawDocument) => MappedDocument> = new Map([
  ['auction_zc_project_detail', mapProjectDetail],
  ['auction_zc_project_detail_result', mapProjectDetail],
  ['auction_zc_itemdetail_query', mapItemDetail],
  ['auction_zc_itemlist_query', mapItemList],
  ['auction_zc_bidderinfo_pagequery', mapBidPage],
  ['auction_gov_get_latestbid', mapLatestBids],
]);

/** Maps a reply of the open platform about lots or bids. */
export function mapOpenPlatform(page: Page, document: RawDocument): MappedDocument {
  const reply = openReply(page);
  const map = CALLS.get(reply.call);
  if (map === undefined) throw drift('a reply to a call that is not read', { call: reply.call });
  return map(reply, document);
}
