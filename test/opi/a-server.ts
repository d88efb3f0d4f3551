import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { type Listening, listen, readBody } from '#infra/local/loopback.ts';
import type { JsonObject } from '#infra/opi/wire.ts';
import { PLATFORM_OWNED } from '#infra/opi/wire.ts';

/** The one rule a server breaks, by the case that must notice. */
export type Broken = string | undefined;

export const KEY = 'test-key';
const NOW = '2026-06-20T02:00:00Z';
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
}

type Answer = readonly [status: number, body: unknown];

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

function aPlatform(broken: Broken) {
  const is = (rule: string) => broken === rule;
  const held = new Map<string, Held>();
  const old = { ...fixture('lot-sold')['lot'], lotId: OLD };
  const extra = ['X-1', 'X-2', 'X-3'].map((lotId) => ({ ...fixture('lot-announced')['lot'], lotId, reference: null }));
  let numbered = 0;
  let bidReads = 0;
  const head = (schema: string) => ({ schema, platformTime: NOW });

  function lotOf({ lotId, status, listing }: Held): JsonObject {
    const { schema: _, reserveFen: __, reason: ___, ...terms } = listing;
    return { ...terms, lotId, status };
  }
  function lots(query: URLSearchParams): Answer {
    const all = [old, ...extra, ...[...held.values()].map(lotOf)] as JsonObject[];
    const reference = query.get('reference');
    const chosen = all.filter((lot) => reference === null || lot['reference'] === reference);
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
  function publish(listing: JsonObject): Answer {
    const reference = String(listing['reference']);
    const before = held.get(reference);
    const first = JSON.stringify(listing);
    if (before && !is('publish.once')) {
      return before.first === first || is('publish.conflict') ? receipt(200, before) : problem(409, 'listing.conflict');
    }
    const wrong = wrongFields(listing);
    if (wrong.length > 0) return problem(422, 'listing.invalid', is('publish.fields') ? [] : wrong);
    numbered += 1;
    const made = { lotId: `N-${numbered}`, revision: 1, status: 'announced', listing, first };
    held.set(reference, made);
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
    if (isWithdrawal) {
      const gone = { ...one, status: is('publish.withdraw') ? one.status : 'withdrawn' };
      held.set(reference, gone);
      return receipt(200, gone);
    }
    if (method === 'PUT') {
      if (match !== `"${one.revision}"` && !is('publish.amend')) return problem(412, 'revision.stale');
      held.set(reference, { ...one, listing: body, revision: one.revision + 1 });
      return receipt(200, one);
    }
    const { reserveFen, ...shown } = one.listing;
    const listing = is('publish.look') ? { ...shown, reserveFen } : shown;
    return [200, { ...one, reference, listing, first: undefined }];
  }
  return (request: IncomingMessage, body: JsonObject): Answer => {
    const { headers, method = 'GET', url = '' } = request;
    if (headers.authorization !== `Bearer ${KEY}` && !is('read.auth')) return problem(401, 'auth.required');
    if (headers['opi-version'] !== '1' && !is('read.version')) return problem(400, 'version.unsupported');
    const { pathname, searchParams } = new URL(url, 'http://x');
    const [kind, id, name] = pathname.replace('/opi/v1/', '').split('/');
    if (kind === 'conformance') {
      const levels = ['read', 'bids', 'publish', 'settlement'];
      const limits = is('read.conformance') ? 'none' : { titleLength: 60 };
      return [200, { name: '检验用平台', levels, limits, demo: true, clock: NOW }];
    }
    if (kind === 'lots') return id === undefined ? lots(searchParams) : name ? part(id, name) : lot(id);
    if (id === undefined) return publish(body);
    return onListing(id, method, body, String(headers['if-match']), name === 'withdrawal');
  };
}

/** A small platform in memory that keeps every rule, or every rule but one. */
export async function aServer(broken?: Broken): Promise<Listening & { readonly openListings: () => Promise<number> }> {
  const platform = aPlatform(broken);
  const server = createServer(async (request, response) => {
    const bytes = await readBody(request, 1_000_000);
    const [status, body] = platform(request, bytes.length === 0 ? {} : JSON.parse(String(bytes)));
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
  });
  const listening = await listen(server, 0);
  const openListings = async () => {
    const headers = { authorization: `Bearer ${KEY}`, 'opi-version': '1' };
    const ids = Array.from({ length: 40 }, (_, index) => `N-${index + 1}`);
    const states = await Promise.all(
      ids.map(async (id) => {
        const reply = await fetch(`${listening.url}/opi/v1/lots/${id}`, { headers });
        return reply.ok ? ((await reply.json()) as { lot: { status: string } }).lot.status : 'none';
      }),
    );
    return states.filter((status) => status === 'announced').length;
  };
  return { ...listening, openListings };
}
