import type { FetchStep, FetchTarget, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { type PageReader, toFetchedDocument } from '../kit/page-reader.ts';
import { pageRoot } from '../kit/page-root.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { LOTS_A_PAGE, type LotCall, listAddress, lotAddress } from './call-address.ts';
import { fetching } from './fetching.ts';
import { readTotal } from './list.ts';
import { manifest } from './manifest.ts';

/** Gets one reply by the address it has with the platform. */
type Get = (address: string | undefined, kind: string, subject?: string) => Promise<FetchedDocument>;
type Lot = Extract<FetchTarget, { what: 'lot' }>;

/** What follows which call about a lot whose terms are looked at; the state alone is in the real-time data. */
const AFTER: Readonly<Record<LotCall, LotCall | null>> = { 'basic-info': 'realtime', realtime: null };

/** Reads the calls behind the site's pages: lists, and a lot's terms and state. */
export function jdFetcher(read: PageReader): PlatformFetcher {
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
  const goesOn = page * LOTS_A_PAGE < readTotal(document.bytes);
  return { documents: [document], next: goesOn ? pageStep('page', page + 1) : null };
}

async function getLot(get: Get, { externalId, wanted }: Lot, step: string | null): Promise<FetchStep> {
  const call = step ?? (wanted === 'terms' ? 'basic-info' : 'realtime');
  if (!isLotCall(call)) throw noSuchTarget();
  const document = await get(lotAddress(call, externalId), call, externalId);
  return { documents: [document], next: wanted === 'terms' ? AFTER[call] : null };
}

function isLotCall(text: string): text is LotCall {
  return Object.hasOwn(AFTER, text);
}
