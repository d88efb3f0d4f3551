import { createHash } from 'node:crypto';
import { type Instant, parseInstant, toEpochMs } from '#shared/domain/time.ts';
import { parseObject } from './signin-http.ts';

/** A sign-in under way, as its cookie keeps it in the browser that began it. */
export interface Transaction {
  readonly state: string;
  readonly nonce: string;
  /** PKCE's secret (RFC 7636). */
  readonly verifier: string;
  /** Where to go on. */
  readonly to: string;
  readonly startedAt: Instant;
}

/** How long a person may take to sign in. */
export const TRANSACTION_SECONDS = 600;

/** Where the desk begins. */
export const DESK = '/desk';

/** The challenge of a verifier, method S256. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** As the cookie carries it. */
export function writeTransaction(transaction: Transaction): string {
  return Buffer.from(JSON.stringify(transaction)).toString('base64url');
}

/** The sign-in a cookie keeps; undefined for none, and for one begun too long ago. */
export function readTransaction(cookie: string | undefined, now: Instant): Transaction | undefined {
  const said = cookie === undefined ? undefined : parseObject(Buffer.from(cookie, 'base64url').toString());
  const text = (name: keyof Transaction) => (typeof said?.[name] === 'string' ? said[name] : '');
  const startedAt = parseInstant(text('startedAt'));
  if (startedAt === undefined) return undefined;
  const age = toEpochMs(now) - toEpochMs(startedAt);
  if (age < 0 || age > TRANSACTION_SECONDS * 1000) return undefined;
  const transaction = { state: text('state'), nonce: text('nonce'), verifier: text('verifier'), startedAt };
  const isWhole = transaction.state !== '' && transaction.nonce !== '' && transaction.verifier !== '';
  return isWhole ? { ...transaction, to: ownPath(text('to')) } : undefined;
}

/**
 * A path of this site to go on to: whatever else is asked for leads to the desk, so that no link of ours can send
 * anybody elsewhere.
 */
export function ownPath(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])[\x21-\x7e]{0,1500}$/.test(asked)) return DESK;
  const url = URL.parse(asked, 'https://here.invalid');
  if (url === null || url.host !== 'here.invalid' || url.pathname.startsWith('//')) return DESK;
  const { pathname, search } = url;
  return pathname === '/sign-in' || pathname.startsWith('/sign-in/') ? DESK : `${pathname}${search}`;
}
