import type { FetchStep, FetchTarget, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { type PageReader, toFetchedDocument } from '../kit/page-reader.ts';
import { pageRoot } from '../kit/page-root.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { fetching } from './fetching.ts';
import { type LotNumber, parseLotNumber } from './lot-number.ts';
import { manifest } from './manifest.ts';
import { goesOn } from './paging.ts';
import { withoutWinner } from './without-winner.ts';

/** Rows of a list and of a page of bids, as the platform's own pages ask for them. */
const LIST_ROWS = 20;
const LOG_ROWS = 10;
/** Lists and logs of more pages than this are none we read to the end. */
const MOST_PAGES = 200;

const LIST_STATUS: ReadonlyMap<string, string> = new Map([
  ['announced', '0'],
  ['bidding', '1'],
]);

/** Zhejiang and Huzhou (GB/T 2260). */
const AREA = { provinceCode: '330000', cityCode: '330500' } as const;

const FIRST_BIDS = pageStep('bids', 1);

type Kind = keyof typeof manifest.documentKinds;
/** Gets one reply by its path; the platform counts pages from 0, steps from 1. */
type Get = (kind: Kind, path: string, subject?: string) => Promise<FetchedDocument>;
type Lot = Extract<FetchTarget, { what: 'lot' }>;

/** Reads the calls behind the platform's pages, one at a time. */
export function caaFetcher(read: PageReader): PlatformFetcher {
  return {
    fetching,
    connect({ base }) {
      const root = pageRoot(base, { base: fetching.base, hosts: manifest.hosts });
      const get: Get = async (kind, path, subject) => {
        const page = await read.read({ ...root.at(fetching.base + path), headers: { Accept: 'application/json' } });
        const bytes = kind === 'confirmation' ? withoutWinner(page.bytes) : page.bytes;
        return toFetchedDocument(kind, { ...page, bytes }, subject);
      };
      return {
        fetch: async (target, step) =>
          target.what === 'list' ? getList(get, target.list, step) : getLot(get, target, step),
      };
    },
  };
}

async function getList(get: Get, list: string, step: string | null): Promise<FetchStep> {
  const { name, page } = readPageStep(step ?? pageStep('page', 1));
  const status = LIST_STATUS.get(list);
  if (name !== 'page' || status === undefined) throw noSuchTarget();
  const query = new URLSearchParams({ start: String(page - 1), count: String(LIST_ROWS), status, ...AREA });
  const document = await get('list', `/paimai-web/lots/combination?${query}`);
  return { documents: [document], next: nextPage(document, 'page', page) };
}

async function getLot(get: Get, { externalId, wanted }: Lot, step: string | null): Promise<FetchStep> {
  const lot = parseLotNumber(externalId);
  if (lot === undefined) throw noSuchTarget();
  if (step !== null) return getBids(get, lot, step, wanted === 'result');
  const { lotId } = lot;
  if (lot.isOwn) return only(await get('lot', `/paimai-web/zz/lot?lotId=${lotId}`, externalId));
  if (wanted === 'terms') return only(await get('lot', `/paimai-web/lot/${lotId}`, externalId));
  if (wanted === 'settlement') {
    return only(await get('confirmation', `/personal-ws/ws/0.1/lot/confirmation/${lotId}`, externalId));
  }
  const document = await get('current', `/personal-ws/ws/0.1/lot/currentinfo/${lotId}`, externalId);
  return { documents: [document], next: FIRST_BIDS };
}

/** The newest page is enough while bidding goes on; how a lot ended is told by all of them. */
async function getBids(get: Get, lot: LotNumber, step: string, isWhole: boolean): Promise<FetchStep> {
  const { name, page } = readPageStep(step);
  if (name !== 'bids' || lot.isOwn) throw noSuchTarget();
  const query = `sortname=&sortorder=&start=${page - 1}&count=${LOG_ROWS}`;
  const path = `/personal-ws/ws/0.1/bid/pricelog/${lot.lotId}?${query}`;
  const document = await get('price-log', path, lot.externalId);
  return { documents: [document], next: isWhole ? nextPage(document, 'bids', page) : null };
}

function only(document: FetchedDocument): FetchStep {
  return { documents: [document], next: null };
}

function nextPage({ bytes }: FetchedDocument, name: string, page: number): string | null {
  return page < MOST_PAGES && goesOn(bytes, page) ? pageStep(name, page + 1) : null;
}
