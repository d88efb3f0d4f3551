import type { PublisherHttp } from '#adapters/kit/http-send.ts';

/**
 * How platforms are called from here: public addresses, and the `host:port` named in `PRIVATE_HOSTS` between commas, which
 * are a government network's or the sandbox's.
 */
export function publisherHttp(): PublisherHttp {
  const named = (process.env['PRIVATE_HOSTS'] ?? '').split(',').map((host) => host.trim());
  return { privateHosts: named.filter((host) => host !== '') };
}
