import { isIP } from 'node:net';
import { AppError } from '#shared/errors/app-error.ts';

/** Scheme and authority as written. A name of the ASCII alphabet and nothing that parsers disagree about. */
const WRITTEN_ADDRESS = /^(https?):\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9]\d{0,4})?)(?=[/?#]|$)/i;

/** White space, controls and backslashes: some parsers skip them, some take them for slashes. */
const AMBIGUOUS = /[\s\\\p{Cc}]/u;
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const LONGEST_ADDRESS = 4_000;

/**
 * Checks an address before anything is sent to it: http or https, a host of the list exactly as written, its default
 * port unless the list names another (`localhost:3000`), no user. A number for a name is never one of the list.
 *
 * @throws AppError `PLATFORM.FORBIDDEN_ADDRESS`
 */
export function checkAddress(text: string, hosts: readonly string[]): URL {
  if (text.length > LONGEST_ADDRESS || AMBIGUOUS.test(text)) throw forbidden('not a plain web address');
  const [, scheme = '', written = ''] = WRITTEN_ADDRESS.exec(text) ?? [];
  const url = URL.parse(text);
  if (url === null || scheme === '' || url.username !== '' || url.password !== '') {
    throw forbidden('not a plain web address');
  }
  const defaultPort = scheme.toLowerCase() === 'https' ? ':443' : ':80';
  const host = written.toLowerCase();
  const isPlain = url.host === (host.endsWith(defaultPort) ? host.slice(0, -defaultPort.length) : host);
  if (!isPlain || isIP(url.hostname) !== 0) throw forbidden('the host is not written as a name');
  if (!hosts.includes(url.host)) throw forbidden('not a host of the platform', url.host);
  url.hash = '';
  return url;
}

/** An address that may be asked, and whether the machine's owner named its host. */
export interface Target {
  readonly url: URL;
  readonly isPrivate: boolean;
}

/** A host the machine's owner named himself: it may be private, a number, and without TLS. */
export function isNamedPrivate(url: URL, privateHosts: readonly string[]): boolean {
  const withPort = `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && (privateHosts.includes(url.host) || privateHosts.includes(withPort));
}

/**
 * Checks the address of a page: of a host of the list, and by the rules of `checkAddress` unless it is one of the private hosts.
 * @throws AppError `PLATFORM.FORBIDDEN_ADDRESS`
 */
export function checkPage(text: string, hosts: readonly string[], privateHosts: readonly string[]): Target {
  const url = URL.parse(text);
  const isPlain = url !== null && url.username === '' && url.password === '' && !AMBIGUOUS.test(text);
  if (!isPlain || !hosts.includes(url.host) || !isNamedPrivate(url, privateHosts)) {
    return { url: checkAddress(text, hosts), isPrivate: false };
  }
  url.hash = '';
  return { url, isPrivate: true };
}

/**
 * Checks where a redirect leads, by the same rules; never from https to http.
 * @throws AppError `PLATFORM.FORBIDDEN_ADDRESS`
 */
export function checkRedirect(
  location: string,
  from: URL,
  hosts: readonly string[],
  privateHosts: readonly string[] = [],
): Target {
  const text = location.startsWith('//') ? from.protocol + location : location;
  const isRelative = !ABSOLUTE.test(text);
  if (isRelative && AMBIGUOUS.test(text)) throw forbidden('not a plain web address');
  const href = isRelative ? (URL.parse(text, from.href)?.href ?? '') : text;
  const target = checkPage(href, hosts, privateHosts);
  const { url } = target;
  if (from.protocol === 'https:' && url.protocol !== 'https:') throw forbidden('a redirect to plain http', url.host);
  return target;
}

/** The error for an address that is not asked. */
export function forbidden(reason: string, host?: string): AppError {
  return new AppError('PLATFORM.FORBIDDEN_ADDRESS', 'the address may not be fetched', {
    details: { reason, ...(host !== undefined && { host }) },
  });
}
