import { fromEpochMs, parseInstant, toEpochMs } from '#shared/domain/time.ts';
import {
  bidsDocument,
  type Document,
  depositsDocument,
  lotDocument,
  lotsDocument,
  lotUrl,
  type Moment,
  resultDocument,
  settlementDocument,
} from './documents.ts';
import type { Endpoint } from './faults.ts';
import { parseObject } from './json.ts';
import type { SandboxPlatform } from './platform.ts';
import { type Answer, problem } from './problem.ts';
import { LIMITS } from './rules.ts';
import type { Entry, SandboxStore } from './store.ts';

/** A request to the interface, its path without the base. */
export interface OpiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

interface Parts {
  readonly platform: SandboxPlatform;
  readonly store: SandboxStore;
  readonly origin: string;
}

const PAGE = 50;
const ID = '([^/]+)';
const ROUTES: readonly (readonly [string, RegExp, Endpoint])[] = [
  ['GET', /^\/conformance$/, 'conformance'],
  ['GET', /^\/lots$/, 'lots'],
  ['GET', new RegExp(`^/lots/${ID}$`), 'lot'],
  ['GET', new RegExp(`^/lots/${ID}/bids$`), 'bids'],
  ['GET', new RegExp(`^/lots/${ID}/result$`), 'result'],
  ['GET', new RegExp(`^/lots/${ID}/settlement$`), 'settlement'],
  ['GET', new RegExp(`^/lots/${ID}/deposits$`), 'deposits'],
  ['POST', /^\/listings$/, 'create'],
  ['GET', new RegExp(`^/listings/${ID}$`), 'listing'],
  ['PUT', new RegExp(`^/listings/${ID}$`), 'amend'],
  ['POST', new RegExp(`^/listings/${ID}/withdrawal$`), 'withdraw'],
];

const VIEWS: Readonly<Partial<Record<Endpoint, (entry: Entry, moment: Moment) => Document | undefined>>> = {
  lot: lotDocument,
  bids: bidsDocument,
  result: resultDocument,
  settlement: settlementDocument,
  deposits: depositsDocument,
};

/** Which operation a request asks for, and of what. */
export function routeOf({
  method,
  path,
}: OpiRequest): { readonly endpoint: Endpoint; readonly id: string } | undefined {
  for (const [verb, pattern, endpoint] of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    // No id needs an escape: whatever has one is found nowhere.
    if (match !== null) return { endpoint, id: match[1] ?? '' };
  }
  return undefined;
}

function lots({ store, origin }: Parts, query: URLSearchParams, now: number): Answer {
  const since = query.get('updatedSince');
  const from = since === null ? undefined : parseInstant(since);
  if (since !== null && from === undefined) {
    return problem('query.invalid', [{ pointer: '/updatedSince', code: 'field.invalid', detail: '须为带时差的时刻' }]);
  }
  const reference = query.get('reference');
  const found = store
    .changedSince('opi', from === undefined ? 0 : toEpochMs(from))
    .filter((entry) => reference === null || entry.reference === reference);
  const cursor = query.get('cursor');
  const rest = cursor === null ? found : found.filter(({ lot }) => lot.lotId > cursor);
  const rows = rest.slice(0, PAGE);
  const last = rows.at(-1);
  const more = rest.length > PAGE && last !== undefined ? { nextCursor: last.lot.lotId } : {};
  return { status: 200, body: lotsDocument(rows, { total: found.length, ...more }, { now, origin }) };
}

function listing({ store, origin }: Parts, reference: string): Answer {
  const entry = store.byReference('opi', reference);
  if (entry === undefined) return problem('listing.none');
  const { content, lot, revision } = entry;
  const hasReserve = lot.terms.reserveFen !== undefined;
  const body = {
    reference,
    lotId: lot.lotId,
    status: lot.status,
    url: lotUrl(lot, origin),
    revision,
    listing: { schema: 'opi.listing.v1', ...content, hasReserve },
  };
  return { status: 200, headers: { etag: `"${revision}"` }, body };
}

function conformance(now: number): Answer {
  const levels = ['read', 'bids', 'publish', 'settlement', 'events'];
  return {
    status: 200,
    body: { name: '演示平台（沙箱）', levels, limits: LIMITS, demo: true, clock: fromEpochMs(now) },
  };
}

function write({ platform }: Parts, endpoint: Endpoint, id: string, { headers, body }: OpiRequest): Answer {
  const given = parseObject(body);
  if (given === undefined) return problem('request.not_json');
  if (endpoint === 'amend') return platform.amend(id, given, headers['if-match']);
  if (endpoint === 'withdraw') return platform.withdraw(id, given['reason']);
  if (headers['idempotency-key'] !== given['reference']) return problem('key.mismatch');
  return platform.list(given, 'opi');
}

/** Answers one operation of the interface. */
export function answerOpi(parts: Parts, endpoint: Endpoint, id: string, request: OpiRequest): Answer {
  if (request.method !== 'GET') return write(parts, endpoint, id, request);
  const now = parts.platform.settle();
  if (endpoint === 'conformance') return conformance(now);
  if (endpoint === 'lots') return lots(parts, request.query, now);
  if (endpoint === 'listing') return listing(parts, id);
  const entry = parts.store.byId(id);
  if (entry?.face !== 'opi') return problem('lot.none');
  const body = VIEWS[endpoint]?.(entry, { now, origin: parts.origin });
  return body === undefined ? problem('result.none') : { status: 200, body };
}
