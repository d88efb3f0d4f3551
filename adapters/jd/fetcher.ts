import type { FetchStep, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import { type GetDocument, type LotTarget, pageFetcher } from '../kit/page-fetcher.ts';
import type { PageReader } from '../kit/page-reader.ts';
import { noSuchTarget, pageStep, readPageStep } from '../kit/step.ts';
import { LOTS_A_PAGE, type LotCall, listAddress, lotAddress } from './call-address.ts';
import { fetching } from './fetching.ts';
import { readTotal } from './list.ts';
import { manifest } from './manifest.ts';

/** What follows which call about a lot whose terms are looked at; the state alone is in the real-time data. */
const AFTER: Readonly<Record<LotCall, LotCall | null>> = { 'basic-info': 'realtime', realtime: null };

/** Reads the calls behind the site's pages: lists, and a lot's terms and state. */
export function jdFetcher(read: PageReader): PlatformFetcher {
  return pageFetcher(read, { fetching, hosts: manifest.hosts, list: getList, lot: getLot });
}

async function getList(get: GetDocument, list: string, step: string | null): Promise<FetchStep> {
  const { name, page } = readPageStep(step ?? pageStep('page', 1));
  if (name !== 'page') throw noSuchTarget();
  const document = await get(listAddress(list, page), 'list');
  const goesOn = page * LOTS_A_PAGE < readTotal(document.bytes);
  return { documents: [document], next: goesOn ? pageStep('page', page + 1) : null };
}

async function getLot(get: GetDocument, { externalId, wanted }: LotTarget, step: string | null): Promise<FetchStep> {
  const call = step ?? (wanted === 'terms' ? 'basic-info' : 'realtime');
  if (!isLotCall(call)) throw noSuchTarget();
  const document = await get(lotAddress(call, externalId), call, externalId);
  return { documents: [document], next: wanted === 'terms' ? AFTER[call] : null };
}

function isLotCall(text: string): text is LotCall {
  return Object.hasOwn(AFTER, text);
}
