import type { PageRequest } from './page-exchange.ts';

/** Where the pages of a platform are asked for. */
export interface PageRoot {
  /** The request for a page by the address it has with the platform itself, its query percent-encoded. */
  at(ownAddress: string): Pick<PageRequest, 'url' | 'hosts'>;
}

/** What a platform says of its addresses. */
interface OwnAddresses {
  readonly base: string;
  readonly hosts: readonly string[];
}

/**
 * Makes the root for a base. The platform's own leaves every page at its own host, of the hosts of the manifest. Any other base, a
 * mirror or the sandbox, stands for all hosts at once: each page is asked for below it, by its path, and no other host is asked.
 */
export function pageRoot(base: string, own: OwnAddresses): PageRoot {
  const isOwn = base === own.base;
  return {
    at(ownAddress) {
      if (isOwn) return { url: ownAddress, hosts: own.hosts };
      return { url: ownAddress.replace(/^https?:\/\/[^/?#]+/, () => base), hosts: [URL.parse(base)?.host ?? ''] };
    },
  };
}
