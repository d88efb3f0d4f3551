import type { FetchStep, FetchTarget, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import { parseJson } from '../kit/json-reply.ts';
import { type PageReader, toFetchedDocument } from '../kit/page-reader.ts';
import { type PageRoot, pageRoot } from '../kit/page-root.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { fetching } from './fetching.ts';
import { readListRows } from './list-rows.ts';
import { manifest } from './manifest.ts';

const ADDRESS = `${fetching.base}/ProjectHandle.shtml`;
const PROVINCE = '浙江省';
/** What the site sends where nothing was chosen. */
const NOT_CHOSEN = '==请选择==';
/** Past the end it goes on offering a next page, so that something else has to end it. */
const MOST_PAGES = 500;

/** Reads the list of lots, page by page until one says that there are none. */
export function rmfysszcFetcher(read: PageReader): PlatformFetcher {
  return {
    fetching,
    connect({ base }) {
      const root = pageRoot(base, { base: fetching.base, hosts: manifest.hosts });
      return { fetch: (target, step) => getList(read, root, target, step) };
    },
  };
}

async function getList(read: PageReader, root: PageRoot, target: FetchTarget, step: string | null): Promise<FetchStep> {
  const { name, page } = readPageStep(step ?? pageStep('page', 1));
  if (target.what !== 'list' || target.list !== fetching.lists[0].id || name !== 'page') throw noSuchTarget();
  const found = await read.read({ ...root.at(ADDRESS), form: toForm(page) });
  const goesOn = page < MOST_PAGES && hasRows(found.bytes);
  return { documents: [toFetchedDocument('list', found)], next: goesOn ? pageStep('page', page + 1) : null };
}

/** Every field the site's own form sends. */
function toForm(page: number): Readonly<Record<string, string>> {
  return {
    type: '0',
    name: '',
    area: PROVINCE,
    city: PROVINCE,
    city1: NOT_CHOSEN,
    city2: NOT_CHOSEN,
    xmxz: '0',
    state: '0',
    money: '',
    money1: '',
    number: '0',
    fid1: '',
    fid2: '',
    fid3: '',
    order: '0',
    page: String(page),
    include: '0',
  };
}

/** A reply that cannot be understood has no page after it; what is wrong with it is said by whoever maps it. */
function hasRows(bytes: Uint8Array): boolean {
  const reply = parseJson(Buffer.from(bytes).toString('utf8'));
  const html = typeof reply === 'object' && reply !== null && 'html' in reply ? reply.html : undefined;
  return typeof html === 'string' && (readListRows(html)?.length ?? 0) > 0;
}
