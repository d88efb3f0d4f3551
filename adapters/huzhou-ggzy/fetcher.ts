import type { FetchStep, FetchTarget, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import { type PageReader, toFetchedDocument } from '../kit/page-reader.ts';
import { type PageRoot, pageRoot } from '../kit/page-root.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { fetching } from './fetching.ts';
import { readInfoAddress } from './info-address.ts';
import { manifest } from './manifest.ts';
import { withoutPersons } from './without-persons.ts';

type ListId = (typeof fetching.lists)[number]['id'];

const CATEGORIES: ReadonlyMap<string, string> = new Map<ListId, string>([
  ['announcements', '037001'],
  ['results', '037002'],
]);
/** The newest are in front; older ones are brought by hand. */
const MOST_PAGES = 5;

/** Reads the lists of rural property, and one notice at a time. */
export function huzhouGgzyFetcher(read: PageReader): PlatformFetcher {
  return {
    fetching,
    connect({ base }) {
      const root = pageRoot(base, { base: fetching.base, hosts: manifest.hosts });
      return {
        fetch: (target, step) =>
          target.what === 'list' ? getList(read, root, target.list, step) : getNotice(read, root, target, step),
      };
    },
  };
}

async function getList(read: PageReader, root: PageRoot, list: string, step: string | null): Promise<FetchStep> {
  const { name, page } = readPageStep(step ?? pageStep('page', 1));
  const category = CATEGORIES.get(list);
  if (category === undefined || name !== 'page' || page > MOST_PAGES) throw noSuchTarget();
  const found = await read.read(root.at(`${fetching.base}/HZfront/nczhcq/${category}/?Paging=${page}`));
  const goesOn = page < Math.min(MOST_PAGES, countPages(found.bytes));
  return { documents: [toFetchedDocument('list', found)], next: goesOn ? pageStep('page', page + 1) : null };
}

/** A notice is found by the address its list gave, for the number alone does not say its category. */
async function getNotice(
  read: PageReader,
  root: PageRoot,
  { externalId, url }: Extract<FetchTarget, { what: 'lot' }>,
  step: string | null,
): Promise<FetchStep> {
  const address = readInfoAddress(url ?? '');
  if (address === undefined || address.id !== externalId || step !== null) throw noSuchTarget();
  const found = await read.read(root.at(address.url));
  const kept = { ...found, bytes: withoutPersons(found.bytes) };
  return { documents: [toFetchedDocument('notice', kept, externalId)], next: null };
}

/** As the counter says (1/35); 0 where there is none. */
function countPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return Number(/<td[^<>]{0,100}\bhuifont\b[^<>]{0,100}>\s{0,40}\d{1,5}\s?\/\s?(\d{1,5})/.exec(text)?.[1] ?? 0);
}
