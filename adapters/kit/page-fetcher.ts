import type { Fetching } from '#shared/domain/collection/fetching.ts';
import type { FetchStep, FetchTarget, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { type PageReader, toFetchedDocument } from './page-reader.ts';
import { pageRoot } from './page-root.ts';
import { noSuchTarget } from './step.ts';

/** Gets one document by the address it has with the platform; `undefined`: what was asked for has none. */
export type GetDocument = (address: string | undefined, kind: string, subject?: string) => Promise<FetchedDocument>;

export type LotTarget = Extract<FetchTarget, { what: 'lot' }>;

/** What an adapter knows of its pages; each function gets one document. */
export interface PagesOf {
  readonly fetching: Fetching & { readonly base: string };
  readonly hosts: readonly string[];
  readonly list: (get: GetDocument, list: string, step: string | null) => Promise<FetchStep>;
  readonly lot: (get: GetDocument, lot: LotTarget, step: string | null) => Promise<FetchStep>;
}

/** Reads a platform whose lists and lots have addresses of their own, each as it is. */
export function pageFetcher(read: PageReader, { fetching, hosts, list, lot }: PagesOf): PlatformFetcher {
  return {
    fetching,
    connect({ base }) {
      const root = pageRoot(base, { base: fetching.base, hosts });
      const get: GetDocument = async (address, kind, subject) => {
        if (address === undefined) throw noSuchTarget();
        return toFetchedDocument(kind, await read.read(root.at(address)), subject);
      };
      return {
        fetch: (target, step) => (target.what === 'list' ? list(get, target.list, step) : lot(get, target, step)),
      };
    },
  };
}
