import { AppError } from '#shared/errors/app-error.ts';
import type { FetchStep, FetchTarget, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { readLink } from '../kit/link.ts';
import { decodeTolerantly, openPage } from '../kit/page.ts';
import type { PageRequest } from '../kit/page-exchange.ts';
import { type PageReader, toFetchedDocument } from '../kit/page-reader.ts';
import { pageRoot } from '../kit/page-root.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { countPages, isGone } from './deal-page.ts';
import { fetching } from './fetching.ts';
import { manifest } from './manifest.ts';
import { isLotNumber } from './subject.ts';
import { withoutBuyers } from './without-buyers.ts';

type ListId = (typeof fetching.lists)[number]['id'];
type Lot = Extract<FetchTarget, { what: 'lot' }>;
type Form = NonNullable<PageRequest['form']>;
type Ask = (address: string, form?: Form) => ReturnType<PageReader['read']>;

const PATHS: ReadonlyMap<string, string> = new Map<ListId, string>([
  ['equity-deals', '/xm/cqzr/cjjggs/'],
  ['asset-deals', '/xm/zczr/cjjggs/'],
]);
/** Results do not change once they are there, and the newest are in front. */
const MOST_PAGES = 5;
/** Bidding has a host of its own. */
const BIDDING = 'https://otc.cbex.com';

/** Reads pages of results; of a lot its state, then its price, then how many registered. */
export function cbexFetcher(read: PageReader): PlatformFetcher {
  return {
    fetching,
    connect({ base }) {
      const root = pageRoot(base, { base: fetching.base, hosts: manifest.hosts });
      const ask: Ask = (address, form) => read.read({ ...root.at(address), ...(form !== undefined && { form }) });
      return {
        fetch: (target, step) =>
          target.what === 'list' ? getDeals(ask, target.list, step) : getLot(ask, target, step),
      };
    },
  };
}

/** The first page is the folder itself, the second its `index_1.html`. The count of pages lags behind by one. */
async function getDeals(ask: Ask, list: string, step: string | null): Promise<FetchStep> {
  const { name, page } = readPageStep(step ?? pageStep('page', 1));
  const path = PATHS.get(list);
  if (path === undefined || name !== 'page' || page > MOST_PAGES) throw noSuchTarget();
  const document = await getDealPage(ask, fetching.base + path + (page === 1 ? '' : `index_${page - 1}.html`));
  if (document === undefined && page > 1) return { documents: [], next: null };
  if (document === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the platform has no such page');
  const pages = countPages(toText(document.bytes)) ?? 1;
  const goesOn = page < MOST_PAGES && pages > 1 && page <= pages;
  return { documents: [document], next: goesOn ? pageStep('page', page + 1) : null };
}

/** Undefined for the page the site sends, as if all were well, where it has none. */
async function getDealPage(ask: Ask, address: string): Promise<FetchedDocument | undefined> {
  const found = await ask(address);
  if (isGone(toText(found.bytes))) return undefined;
  return toFetchedDocument('deals', { ...found, bytes: withoutBuyers(found.bytes) });
}

async function getLot(ask: Ask, lot: Lot, step: string | null): Promise<FetchStep> {
  const link = readLink(lot.url ?? '', manifest.hosts);
  if (link.kind === 'own' && link.path.startsWith('/xm/'))
    return getDeal(ask, `https://${link.host}${link.path}`, step);
  if (!isLotNumber(lot.externalId)) throw noSuchTarget();
  const item = link.kind === 'own' ? /^\/sfpm\/detail\/(\w{1,60})\.html$/.exec(link.path)?.[1] : undefined;
  return getBidding(ask, lot.externalId, item, step);
}

async function getDeal(ask: Ask, address: string, step: string | null): Promise<FetchStep> {
  if (step !== null) throw noSuchTarget();
  const document = await getDealPage(ask, address);
  if (document === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the platform has no such page');
  return { documents: [document], next: null };
}

/** Registrations are asked by the number of the lot's own page as well; without its address they are not. */
async function getBidding(ask: Ask, id: string, item: string | undefined, step: string | null): Promise<FetchStep> {
  const form = { cpdm: id, jjcc: '1' };
  const toStep = async (kind: string, address: string, next: string | null, sent: Form): Promise<FetchStep> => {
    return { documents: [toFetchedDocument(kind, await ask(BIDDING + address, sent), id)], next };
  };
  if (step === null) return toStep('state', `/page/sfpm/detail/prjBidInfo?cpdm=${id}&jjcc=1`, 'bid-info', {});
  if (step === 'bid-info') {
    const address = `/service/sfpm/detail/bidInfo?tag=${id}_&isSubmitBzj=false&ws=true`;
    return toStep('bid-info', address, item === undefined ? null : 'detail-info', form);
  }
  if (step !== 'detail-info' || item === undefined) throw noSuchTarget();
  return toStep('detail-info', `/service/sfpm/detail/detailInfo?xmid=${id}&itemno=${item}`, null, {});
}

/** What cannot be decoded is refused when it is mapped. */
function toText(bytes: Uint8Array): string {
  try {
    return decodeTolerantly(openPage(bytes));
  } catch {
    return '';
  }
}
