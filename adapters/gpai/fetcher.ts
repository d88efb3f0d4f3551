import type { FetchStep, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { type PageReader, toFetchedDocument } from '../kit/page-reader.ts';
import { pageRoot } from '../kit/page-root.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { fetching } from './fetching.ts';
import { addressOf, isLotNumber } from './lot-number.ts';
import { manifest } from './manifest.ts';
import { withoutWinner } from './without-winner.ts';

const ROWS = 20;
const MOST_PAGES = 50;

/** `restate` of the search. */
const LIST_STATE: ReadonlyMap<string, string> = new Map([
  ['announced', '1'],
  ['bidding', '2'],
]);

/** Huzhou, by the first four digits of its division code. */
const CITY = '3305';

/** The number above the list: how many lots were found. Bounded because the text is hostile. */
const TOTAL =
  /filtbar-l[^>]{0,100}>[^<]{0,100}<span[^>]{0,100}>[^<]{0,100}<label[^>]{0,100}>\s{0,20}(\d{1,6})\s{0,20}</;

/** Gets one page by the address it has with the platform. */
type Get = (kind: keyof typeof manifest.documentKinds, address: string, subject?: string) => Promise<FetchedDocument>;

/**
 * Reads the search list and pages of lots. The session the site hands out on a first visit goes back with the redirect it came
 * with, and is kept no longer than that.
 */
export function gpaiFetcher(read: PageReader): PlatformFetcher {
  return {
    fetching,
    connect({ base }) {
      const root = pageRoot(base, { base: fetching.base, hosts: manifest.hosts });
      const get: Get = async (kind, address, subject) => {
        const page = await read.read(root.at(address));
        return toFetchedDocument(kind, { ...page, bytes: withoutWinner(page.bytes) }, subject);
      };
      return {
        fetch: async (target, step) =>
          target.what === 'list' ? getList(get, target.list, step) : getItem(get, target.externalId, step),
      };
    },
  };
}

async function getList(get: Get, list: string, step: string | null): Promise<FetchStep> {
  const { name, page } = readPageStep(step ?? pageStep('page', 1));
  const state = LIST_STATE.get(list);
  if (name !== 'page' || state === undefined) throw noSuchTarget();
  const query = `cityNum=${CITY}&restate=${state}&Page=${page}`;
  const document = await get('list', `https://s.gpai.net/sf/Search.do?${query}`);
  const goesOn = page < MOST_PAGES && page * ROWS < readTotal(document.bytes);
  return { documents: [document], next: goesOn ? pageStep('page', page + 1) : null };
}

async function getItem(get: Get, externalId: string, step: string | null): Promise<FetchStep> {
  if (!isLotNumber(externalId) || step !== null) throw noSuchTarget();
  return { documents: [await get('item', addressOf(externalId), externalId)], next: null };
}

/** Written in digits, whatever the charset; a page without it has no page after it. */
function readTotal(bytes: Uint8Array): number {
  return Number(TOTAL.exec(new TextDecoder('latin1').decode(bytes))?.[1] ?? 0);
}
