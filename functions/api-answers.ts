import type { Context } from 'hono';
import type { Hono } from 'hono/tiny';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import type { Clock, Hash } from '#shared/ports/ambient.ts';
import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import type { CatalogueReader } from '#shared/services/read-catalogue.ts';
import { hasTag } from '#web/api/etag.ts';
import { originOf } from '#web/api/origin.ts';
import { API_VERSION } from '#web/api/version.ts';
import type { Platforms } from '#web/platforms.ts';

/** What the API reads from. */
export interface ApiPorts {
  readonly records: ItemStore;
  readonly readCatalogue: CatalogueReader;
  readonly clock: Clock;
  readonly hash: Hash;
  readonly manifests: readonly PlatformManifest[];
}

/** Adds routes to the app. */
export type AddRoutes = (app: Hono, ports: ApiPorts) => void;

/** An answer before it goes out. */
export interface Answer {
  readonly body: string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Everybody: the API is public. */
export const API_CALLER = PUBLIC_CALLER;

export const JSON_TYPE = 'application/json; charset=utf-8';

/** A JSON answer. */
export function jsonAnswer(value: unknown, headers: Answer['headers'] = {}): Answer {
  return { body: JSON.stringify(value), contentType: JSON_TYPE, headers };
}

/** Makes stable UUIDs of names (RFC 9562, version 8). */
export function uuids({ hash }: Pick<ApiPorts, 'hash'>): (name: string) => string {
  return (name) => uuidText(hash.sha256(name));
}

function uuidText(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The platforms by id. */
export function platformsOf({ manifests }: ApiPorts): Platforms {
  return new Map(manifests.map((manifest) => [manifest.id, manifest]));
}

/** The query parameters of a request. */
export function paramsOf(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams;
}

/** Where a program goes on reading. */
export function nextLink(context: Context, path: string, params: URLSearchParams): Readonly<Record<string, string>> {
  return { link: `<${originOf(context.req.raw.headers)}${path}?${params}>; rel="next"` };
}

/**
 * Answers with 304 to whoever has the answer already, without making it again.
 *
 * @param basis everything the answer depends on besides the address and the version of the API
 */
export function conditionally(context: Context, { hash }: ApiPorts, basis: readonly unknown[], make: () => Answer) {
  const { pathname, search } = new URL(context.req.url);
  const origin = originOf(context.req.raw.headers);
  const etag = `"${hash.sha256(JSON.stringify([API_VERSION, origin, pathname, search, ...basis])).slice(0, 32)}"`;
  const caching = { etag, 'cache-control': 'no-cache' };
  if (hasTag(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers: caching });
  const { body, contentType, headers } = make();
  return new Response(body, { headers: { ...caching, 'content-type': contentType, ...headers } });
}
