/** An address found in a document: one of the platform's own, some other, or no web address at all. */
type Link =
  | { readonly kind: 'own'; readonly host: string; readonly path: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unreadable' };

/** Reads an address, `//host/path` included. Only addresses on `hosts` without port or user are the platform's own. */
export function readLink(text: string, hosts: readonly string[]): Link {
  const url = URL.parse(text.trim(), 'https://invalid.invalid/');
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === 'invalid.invalid') {
    return { kind: 'unreadable' };
  }
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  if (!isPlain || !hosts.includes(url.hostname)) return { kind: 'elsewhere' };
  return { kind: 'own', host: url.hostname, path: url.pathname };
}
