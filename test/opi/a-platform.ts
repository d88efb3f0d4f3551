import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { JsonObject } from '#infra/opi/wire.ts';
import { PLATFORM_OWNED } from '#infra/opi/wire.ts';

/** The one rule a server breaks, by the case that must notice. */
export type Broken = string | undefined;

export const KEY = 'test-key';
const START = Date.parse('2026-06-20T02:00:00Z');
const MOST_CONFORMANCE = 60;
const OLD = 'WX-2026-0397-2';
const PAGE = 2;

const fixture = (name: string): Record<string, JsonObject> =>
  JSON.parse(readFileSync(new URL(`../../adapters/wuxing/fixtures/${name}.json`, import.meta.url), 'utf8'));

interface Held {
  readonly lotId: string;
  readonly revision: number;
  readonly status: string;
  readonly listing: JsonObject;
  readonly first: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/** What was known when a request came in. */
export type Seen = ReadonlyMap<string, Held>;

/** Told of a new lot. */
export type Tell = (lot: JsonObject) => void;

export type Answer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];

function problem(status: number, code: string, pointers: readonly string[] = []): Answer {
  const errors = pointers.map((pointer) => ({ pointer, code: 'field.invalid', detail: '不合约定' }));
  return [status, { type: `urn:opi:problem:${code}`, title: '被拒绝', status, code, errors, retryable: false }];
}

function wrongFields(listing: JsonObject): readonly string[] {
  const wrong = PLATFORM_OWNED.filter((name) => listing[name] !== undefined).map((name) => `/${name}`);
  if (!Number.isInteger(listing['startPriceFen'])) wrong.push('/startPriceFen');
  if (!/(Z|[+-]\d\d:\d\d)$/.test(String(listing['startsAt']))) wrong.push('/startsAt');
  if (listing['saleMode'] !== 'ascending') wrong.push('/saleMode');
  return wrong;
}

/** A small platform in memory that keeps every rule, or every rule but one. */
export function aPlatform(broken: Broken, tell: Tell) {
  const is = (rule: string) => broken === rule;
  const held = new Map<string, Held>();
  const old = { ...fixture('lot-sold')['lot'], lotId: OLD };
  const extra = ['X-1', 'X-2', 'X-3'].map((lotId) => ({ ...fixture('lot-announced')['lot'], lotId, reference: null }));
  let numbered = 0;
  let bidReads = 0;
  let conformances = 0;
  // Every request is a millisecond later than the one before.
  let now = START;
  const clock = () => new Date(now).toISOString();
  const head = (schema: string) => ({ schema, platformTime: clock() });

  function lotOf({ lotId, status, listing }: Held): JsonObject {
    const { schema: _, reserveFen, reason: ___, ...terms } = listing;
    const shown = is('publish.shown') ? { ...terms, depositFen: 1 } : terms;
    return { ...shown, lotId, status, ...(is('publish.reserve') && { serviceAgency: `底价${String(reserveFen)}` }) };
  }
  function lots(query: URLSearchParams): Answer {
    const ours = [...held.values()].map((one) => ({ lot: lotOf(one), changedAt: one.changedAt }));
    const theirs = [old, ...extra].map((lot) => ({ lot: lot as JsonObject, changedAt: START - 1 }));
    const all = is('publish.paging') ? [...ours.toReversed(), ...theirs] : [...theirs, ...ours];
    const reference = query.get('reference');
    const since = is('publish.updated') ? 0 : Date.parse(query.get('updatedSince') ?? '1970-01-01T00:00:00Z');
    const chosen = all
      .filter(({ lot, changedAt }) => changedAt >= since && (reference === null || lot['reference'] === reference))
      .map(({ lot }) => lot);
    const from = Number(query.get('cursor') ?? 0);
    const end = from + PAGE;
    const rows = chosen.slice(is('read.paging') && from > 0 ? from - 1 : from, end);
    if (is('read.lots') && from === 0 && rows[0]) rows[0] = { ...rows[0], startPriceFen: 1.5 };
    const next = end < chosen.length ? { nextCursor: String(end) } : {};
    return [200, { ...head('opi.lots.v1'), total: chosen.length, ...next, lots: rows }];
  }
  function lot(id: string): Answer {
    const ours = [...held.values()].find(({ lotId }) => lotId === id);
    const found = ours ? lotOf(ours) : [old, ...extra].find(({ lotId }) => lotId === id);
    if (found === undefined) return problem(404, 'lot.none');
    return [200, { ...head('opi.lot.v1'), lot: is('read.lot') ? { ...found, status: 'odd' } : found }];
  }
  function bids(id: string): Answer {
    bidReads += 1;
    const page = fixture('bids-page');
    const list = (page['bids'] as unknown as JsonObject[]).map((bid) =>
      is('bids.identity') ? { ...bid, bidId: `${String(bid['bidId'])}-${bidReads}` } : bid,
    );
    return [200, { ...page, lotId: id, bids: id === OLD ? list : [], total: id === OLD ? list.length : 0 }];
  }
  function part(id: string, name: string): Answer {
    if (name === 'bids') return bids(id);
    if (name === 'result' && id !== OLD) return problem(404, 'result.none');
    if (name === 'result') {
      const { result, ...rest } = fixture('result-sold');
      return [200, { ...rest, result: is('bids.result') ? { ...result, hammerPriceFen: 17_200_000 } : result }];
    }
    if (name === 'settlement') {
      return [200, { ...head('opi.settlement.v1'), settlement: { lotId: id, milestones: {} } }];
    }
    const heldFen = is('settlement.documents') ? 1 : 0;
    const row = { bidder: 'A0031', paidFen: 500, convertedFen: 500, refundedFen: 0, forfeitedFen: 0, heldFen };
    return [200, { ...head('opi.deposits.v1'), lotId: id, deposits: [row] }];
  }
  function receipt(status: number, { lotId, status: state }: Held): Answer {
    return [status, { lotId, status: state, url: `https://platform.invalid/${lotId}` }];
  }
  function publish(listing: JsonObject, seen: Seen): Answer {
    const reference = String(listing['reference']);
    const before = seen.get(reference);
    const first = JSON.stringify(listing);
    if (before && !is('publish.once')) {
      return before.first === first || is('publish.conflict') ? receipt(200, before) : problem(409, 'listing.conflict');
    }
    const wrong = wrongFields(listing);
    if (wrong.length > 0) return problem(422, 'listing.invalid', is('publish.fields') ? [] : wrong);
    numbered += 1;
    const made = { lotId: `N-${numbered}`, revision: 1, status: 'announced', listing, first, changedAt: now };
    // What was made twice lies under two keys: a real table has no reference in its primary key.
    held.set(held.has(reference) ? `${reference}#${numbered}` : reference, made);
    tell(lotOf(made));
    return receipt(201, made);
  }
  function onListing(
    reference: string,
    method: string,
    body: JsonObject,
    match: string,
    isWithdrawal: boolean,
  ): Answer {
    const one = held.get(reference);
    if (one === undefined) return problem(404, 'listing.none');
    const lacksReason = String(body['reason'] ?? '').trim() === '' && !is('publish.reasons');
    if (method !== 'GET' && lacksReason && one.status !== 'withdrawn')
      return problem(422, 'listing.invalid', ['/reason']);
    if (isWithdrawal) {
      const gone = { ...one, status: is('publish.withdraw') ? one.status : 'withdrawn' };
      held.set(reference, gone);
      return receipt(200, gone);
    }
    if (method === 'PUT') {
      if (one.status === 'withdrawn' && !is('publish.closed')) return problem(409, 'listing.frozen');
      if (match !== `"${one.revision}"` && !is('publish.amend')) return problem(412, 'revision.stale');
      held.set(reference, { ...one, listing: body, revision: one.revision + 1, changedAt: now });
      return receipt(200, one);
    }
    const { reserveFen: _, ...listing } = one.listing;
    const revision = is('publish.look') ? undefined : one.revision;
    return [200, { ...one, reference, listing, revision, first: undefined }];
  }
  function conformance(): Answer {
    conformances += 1;
    if (conformances > MOST_CONFORMANCE) {
      const wait = is('read.limit') ? {} : { 'retry-after': '1' };
      return [...problem(429, 'rate.limited').slice(0, 2), wait] as unknown as Answer;
    }
    const levels = ['read', 'bids', 'publish', 'settlement', 'events'];
    const limits = is('read.conformance') ? 'none' : { titleLength: 60 };
    return [200, { name: '检验用平台', levels, limits, demo: true, clock: clock() }];
  }
  const answer = (request: IncomingMessage, body: JsonObject, seen: Seen): Answer => {
    now += 1;
    const { headers, method = 'GET', url = '' } = request;
    if (headers.authorization !== `Bearer ${KEY}` && !is('read.auth')) return problem(401, 'auth.required');
    if (headers['opi-version'] !== '1' && !is('read.version')) return problem(400, 'version.unsupported');
    const { pathname, searchParams } = new URL(url, 'http://x');
    const [kind, id, name] = pathname.replace('/opi/v1/', '').split('/');
    if (kind === 'conformance') return conformance();
    if (kind === 'lots') return id === undefined ? lots(searchParams) : name ? part(id, name) : lot(id);
    if (id === undefined) return publish(body, seen);
    return onListing(id, method, body, String(headers['if-match']), name === 'withdrawal');
  };
  return { answer, seen: (): Seen => new Map(held), lots: () => [...held.values()] };
}
