import axios, { type AxiosInstance } from 'axios';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { checkPage } from './http-guard.ts';
import { MAX_WIRE_BYTES, type SendAround } from './http-send.ts';
import { exchange, type PageRequest, type ReadPage } from './page-exchange.ts';

/** Reads pages: each call is one request with the redirects that belong to it, asked once and never again. */
export interface PageReader {
  /**
   * @throws AppError `PLATFORM.RATE_LIMITED` (429, 420; `retryAfterMs` in details where said), `PLATFORM.BLOCKED` (401, 403, 451, a
   * redirect to a login or captcha), `PLATFORM.UNAVAILABLE` (network, time, 5xx), `PLATFORM.REFUSED` (any other 4xx),
   * `RESOURCE.NOT_FOUND` (404, 410), `PLATFORM.FORBIDDEN_ADDRESS`, `DOCUMENT.TOO_LARGE`
   */
  read(request: PageRequest): Promise<ReadPage>;
}

/** For connection, request, redirects and whole page. */
const TIMEOUT_MS = 10_000;

/** Makes a reader that sends nothing outside a request's hosts, nor outside the public internet except to private hosts. */
export function createPageReader(around: SendAround): PageReader {
  const { privateHosts } = around;
  const clients = { open: createClient(around.publicAgents), private: createClient(around.privateAgents) };
  return {
    async read({ url, hosts, form, headers = {}, cookies = {} }) {
      const target = checkPage(url, hosts, privateHosts);
      const abort = new AbortController();
      const cancel = around.after(TIMEOUT_MS, () => abort.abort());
      const limits = { hosts, privateHosts, nowMs: around.now(), signal: abort.signal };
      try {
        return await exchange(clients, { target, form, headers, cookies }, limits);
      } finally {
        cancel();
      }
    },
  };
}

function createClient(agents: SendAround['publicAgents']): AxiosInstance {
  return axios.create({
    ...agents,
    adapter: 'http',
    // A proxy of the environment would connect to addresses nobody checked.
    proxy: false,
    maxRedirects: 0,
    decompress: false,
    responseType: 'arraybuffer',
    maxContentLength: MAX_WIRE_BYTES,
    validateStatus: () => true,
  });
}

/** A page as a document for the door. */
export function toFetchedDocument(
  kind: string,
  { bytes, contentType, url }: ReadPage,
  subject?: string,
): FetchedDocument {
  return {
    kind,
    bytes,
    contentType: contentType ?? 'application/octet-stream',
    source: url.split('?')[0] ?? url,
    ...(subject !== undefined && { subject }),
  };
}
