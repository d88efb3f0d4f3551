import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonValue } from '#shared/domain/json.ts';
import type { Instant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES, type ErrorCode } from '#shared/errors/codes.ts';
import type { DocumentInvitation } from '#shared/services/receive-document.ts';
import type { DocumentOutcome } from '#shared/services/records/document-outcome.ts';

/** A running host: its address and the operator's token. */
export interface HostAddress {
  readonly url: string;
  readonly token: string;
}

/** A document about to go through the door. */
export interface Delivery {
  readonly platform: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly observedAt: Instant;
  readonly source: string;
  /** The lot it is about, where the document does not say so. */
  readonly subject?: string;
}

/** What came of it; `known` when the door already had this very document. */
export interface DeliveryReport {
  readonly known: boolean;
  readonly outcome: DocumentOutcome;
}

const POLL_MS = 100;
const PATIENCE_MS = 60_000;

/**
 * Finds the host that runs on a data directory.
 * @throws AppError `HOST.UNREACHABLE`
 */
export function findHost(dataDirectory: string): HostAddress {
  try {
    const { url } = JSON.parse(readFileSync(`${dataDirectory}/host.json`, 'utf8')) as { url: string };
    return { url, token: readFileSync(`${dataDirectory}/token`, 'utf8').trim() };
  } catch (cause) {
    throw new AppError('HOST.UNREACHABLE', 'no host runs on this data directory', {
      details: { dataDirectory },
      cause,
    });
  }
}

type Init = Pick<RequestInit, 'method' | 'body'> & { readonly headers?: Readonly<Record<string, string>> };

async function call(host: HostAddress, path: string, init: Init = {}): Promise<Response> {
  const headers = { ...init.headers, authorization: `Bearer ${host.token}`, 'content-type': 'application/json' };
  for (;;) {
    const response = await fetch(`${host.url}${path}`, { ...init, headers }).catch((cause: unknown) => {
      throw new AppError('HOST.UNREACHABLE', 'the host does not answer', { details: { url: host.url }, cause });
    });
    // Faster than the host lets requests in: the next second has room again.
    if (response.status !== 429) return response;
    await sleep(POLL_MS);
  }
}

async function toError(response: Response): Promise<AppError> {
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string;
    detail?: string;
    details?: AppError['details'];
    errors?: JsonValue;
  };
  if (response.status === 403 && problem.code === undefined) {
    return new AppError('ACCESS.UNAUTHENTICATED', 'the host does not accept the token');
  }
  const code = problem.code !== undefined && problem.code in ERROR_CODES ? problem.code : 'INTERNAL.UNEXPECTED';
  const details = { status: response.status, ...problem.details, errors: problem.errors };
  return new AppError(code as ErrorCode, problem.detail ?? 'the host refused', { details });
}

/** Reads JSON from the host's API. */
export async function readJson(host: HostAddress, path: string): Promise<unknown> {
  const response = await call(host, path);
  if (!response.ok) throw await toError(response);
  return response.json();
}

/**
 * Sends JSON to the host's API and reads its answer.
 * @param key for commands: sent twice under one key, a command is carried out once
 */
export async function sendJson(host: HostAddress, path: string, body: JsonValue, key?: string): Promise<unknown> {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  const response = await call(host, path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw await toError(response);
  return response.json();
}

/** Reads all lines of JSON of an address, page after page (`Link: rel=next`). */
export async function readJsonLines(host: HostAddress, path: string): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const response = await call(host, next);
    if (!response.ok) throw await toError(response);
    const text = await response.text();
    for (const line of text.split('\n')) if (line !== '') lines.push(JSON.parse(line));
    next = nextPath(response.headers.get('link'));
  }
  return lines;
}

function nextPath(link: string | null): string | undefined {
  const address = /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
  const url = address === undefined ? null : URL.parse(address);
  return url === null ? undefined : `${url.pathname}${url.search}`;
}

/** Reads what the host sends as it comes. */
export async function readStream(host: HostAddress, path: string): Promise<AsyncIterable<Uint8Array>> {
  const response = await call(host, path);
  if (!response.ok || response.body === null) throw await toError(response);
  return response.body;
}

/**
 * Waits until a document that was brought is mapped.
 * @throws AppError `HOST.UNREACHABLE` after a minute
 */
export async function awaitOutcome(host: HostAddress, documentId: string): Promise<DocumentOutcome> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const response = await call(host, `/v1/documents/${documentId}`);
    if (response.ok) return (await response.json()) as DocumentOutcome;
    if (response.status !== 404) throw await toError(response);
    await sleep(POLL_MS);
  }
  throw new AppError('HOST.UNREACHABLE', 'the document was stored but not mapped within a minute', {
    details: { documentId },
  });
}

/**
 * Brings one document through the door; mapping it comes after.
 * @throws AppError with the door's own code, or `HOST.UNREACHABLE`
 */
export async function bring(
  host: HostAddress,
  delivery: Delivery,
): Promise<{ readonly documentId: string; readonly known: boolean }> {
  const { bytes, ...offer } = delivery;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const body = JSON.stringify({ ...offer, sha256, size: bytes.length });
  const invited = await call(host, '/v1/documents', { method: 'POST', body });
  if (!invited.ok) throw await toError(invited);
  const { documentId, upload } = (await invited.json()) as DocumentInvitation;
  const stored = await fetch(upload.url, {
    method: 'PUT',
    headers: upload.headers,
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  if (!stored.ok && stored.status !== 412) {
    throw new AppError('STORE.UNAVAILABLE', 'the object store refused the bytes', {
      details: { status: stored.status },
    });
  }
  return { documentId, known: stored.status === 412 };
}

/**
 * Brings one document through the door and waits until it is mapped.
 * @throws AppError with the door's own code, or `HOST.UNREACHABLE`
 */
export async function deliver(host: HostAddress, delivery: Delivery): Promise<DeliveryReport> {
  const { documentId, known } = await bring(host, delivery);
  return { known, outcome: await awaitOutcome(host, documentId) };
}
