const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,253}[a-z0-9])?(?::\d{1,5})?$/i;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * The site's own address as the asker sees it, without a path: https behind a gateway that says so, http on loopback.
 * Empty for anything else: addresses then start at the root of the site.
 */
export function originOf(headers: Pick<Headers, 'get'>): string {
  const host = headers.get('host') ?? '';
  if (headers.get('x-forwarded-proto') === 'https' && HOST.test(host)) return `https://${host}`;
  return LOOPBACK.test(host) ? `http://${host}` : '';
}
