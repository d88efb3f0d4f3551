import type { FetchStep, FetchTarget, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { type PageReader, toFetchedDocument } from '../kit/page-reader.ts';
import { pageRoot } from '../kit/page-root.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { fetching } from './fetching.ts';
import { manifest } from './manifest.ts';
import { bidsAddress, itemAddress, listAddress } from './page-addresses.ts';
import { nextBidPage, nextListPage, showsEnd } from './page-ends.ts';

const FIRST_BIDS = pageStep('bids', 1);

/** Gets one page by the address it has with the platform. */
type Get = (address: string | undefined, kind: string, subject?: string) => Promise<FetchedDocument>;
type Lot = Extract<FetchTarget, { what: 'lot' }>;

/** Reads the desktop site: lists, lots, and after the end of a lot all pages of its bids. */
export function alibabaFetcher(read: PageReader): PlatformFetcher {
  return {
    fetching,
    connect({ base }) {
      const root = pageRoot(base, { base: fetching.base, hosts: manifest.hosts });
      const get: Get = async (address, kind, subject) => {
        if (address === undefined) throw noSuchTarget();
        return toFetchedDocument(kind, await read.read(root.at(address)), subject);
      };
      return {
        fetch: (target, step) => (target.what === 'list' ? getList(get, target.list, step) : getLot(get, target, step)),
      };
    },
  };
}

async function getList(get: Get, list: string, step: string | null): Promise<FetchStep> {
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
async function getLot(get: Get, { externalId, url, wanted }: Lot, step: string | null): Promise<FetchStep> {
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
