import type { JsonObject } from '../wire.ts';
import { type Bench, field, rows, saw } from './case.ts';

/** Publishes a listing under its reference. */
export function publish({ client }: Pick<Bench, 'client'>, listing: JsonObject) {
  const headers = { 'idempotency-key': String(listing['reference']) };
  return client.ask('/listings', { method: 'POST', body: listing, headers });
}

/** Amends a listing; `reason: undefined` leaves the reason out. */
export function amend(
  { client }: Bench,
  listing: JsonObject,
  revision: unknown,
  { reason }: { readonly reason: string | undefined } = { reason: '检验变更' },
) {
  const body = { ...listing, reason };
  const path = `/listings/${String(listing['reference'])}`;
  return client.ask(path, { method: 'PUT', body, headers: { 'if-match': `"${String(revision)}"` } });
}

/** Withdraws a listing. */
export function withdraw({ client }: Pick<Bench, 'client'>, reference: string, body: JsonObject = ENDED) {
  return client.ask(`/listings/${reference}/withdrawal`, { method: 'POST', body });
}

const ENDED = { reason: '接口检验结束' };

/** The revision the platform counts of a listing. */
export async function revisionOf({ client }: Bench, reference: unknown): Promise<unknown> {
  return field((await client.ask(`/listings/${String(reference)}`)).json, 'revision');
}

/** Publishes a test listing, looks at something, and takes the listing back whatever came of it. */
export async function withListing(
  bench: Bench,
  check: (listing: JsonObject, lotId: unknown) => Promise<string | undefined>,
): Promise<string | undefined> {
  const reference = bench.newReference();
  const listing = bench.listing(reference);
  try {
    const first = await publish(bench, listing);
    return first.status === 201 ? await check(listing, field(first.json, 'lotId')) : saw(first);
  } finally {
    await withdraw(bench, reference);
  }
}

/** Lots the platform shows under a reference. */
export async function lotsOf({ client }: Bench, reference: unknown): Promise<readonly unknown[]> {
  const reply = await client.ask(`/lots?reference=${encodeURIComponent(String(reference))}`);
  return rows(reply.json, 'lots').filter((lot) => field(lot, 'reference') === reference);
}
