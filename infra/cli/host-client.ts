import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
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

async function call(host: HostAddress, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' };
  return fetch(`${host.url}${path}`, { ...init, headers }).catch((cause: unknown) => {
    throw new AppError('HOST.UNREACHABLE', 'the host does not answer', { details: { url: host.url }, cause });
  });
}

async function toError(response: Response): Promise<AppError> {
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string;
    detail?: string;
    details?: AppError['details'];
  };
  if (response.status === 403 && problem.code === undefined) {
    return new AppError('ACCESS.UNAUTHENTICATED', 'the host does not accept the token');
  }
  const code = problem.code !== undefined && problem.code in ERROR_CODES ? problem.code : 'INTERNAL.UNEXPECTED';
  const details = { status: response.status, ...problem.details };
  return new AppError(code as ErrorCode, problem.detail ?? 'the host refused', { details });
}

/** Reads JSON from the host's API. */
export async function readJson(host: HostAddress, path: string): Promise<unknown> {
  const response = await call(host, path);
  if (!response.ok) throw await toError(response);
  return response.json();
}

async function awaitOutcome(host: HostAddress, documentId: string): Promise<DocumentOutcome> {
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
 * Brings one document through the door and waits until it is mapped.
 * @throws AppError with the door's own code, or `HOST.UNREACHABLE`
 */
export async function deliver(host: HostAddress, delivery: Delivery): Promise<DeliveryReport> {
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
  return { known: stored.status === 412, outcome: await awaitOutcome(host, documentId) };
}
