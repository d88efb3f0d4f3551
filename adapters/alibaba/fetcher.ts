import type { FetchStep, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import { type GetDocument, type LotTarget, pageFetcher } from '../kit/page-fetcher.ts';
import type { PageReader } from '../kit/page-reader.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { fetching } from './fetching.ts';
import { manifest } from './manifest.ts';
import { bidsAddress, itemAddress, listAddress } from './page-addresses.ts';
import { nextBidPage, nextListPage, showsEnd } from './page-ends.ts';

const FIRST_BIDS = pageStep('bids', 1);

/** Reads the desktop site: lists, lots, and after the end of a lot all pages of its bids. */
export function alibabaFetcher(read: PageReader): PlatformFetcher {
  return pageFetcher(read, { fetching, hosts: manifest.hosts, list: getList, lot: getLot });
}

async function getList(get: GetDocument, list: string, step: string | null): Promise<FetchStep> {
  const { name, page } = readPageStep(step ?? pageStep('page', 1));
  if (name !== 'page') throw noSuchTarget();
  const document = await get(listAddress(list, page), 'list');
  const next = nextListPage(document.bytes, page);
  return { documents: [document], next: next === null ? null : pageStep('page', next) };
}

/**
 * The page of a lot loads its bids from elsewhere. While it is on, extensions included, their number and the highest one are on
 * the page itself; all of them are asked for once it is over.
 */
async function getLot(
  get: GetDocument,
  { externalId, url, wanted }: LotTarget,
  step: string | null,
): Promise<FetchStep> {
  const address = itemAddress(externalId, url);
  if (step === null) {
    const document = await get(address, 'item');
    return { documents: [document], next: wanted === 'result' && showsEnd(document.bytes) ? FIRST_BIDS : null };
  }
  const { name, page } = readPageStep(step);
  if (name !== 'bids' || address === undefined) throw noSuchTarget();
  const document = await get(bidsAddress(externalId, page), 'bid-records', externalId);
  const next = nextBidPage(document.bytes, page);
  return { documents: [document], next: next === null ? null : pageStep('bids', next) };
}
