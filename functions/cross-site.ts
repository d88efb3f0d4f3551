import { AppError } from '#shared/errors/app-error.ts';

/**
 * Lets a request pass that changes something only if it comes from our own pages or from a program. Browsers say where
 * a request comes from; without a word of it only a body that no form can send is taken.
 *
 * @throws AppError `ACCESS.CROSS_SITE`
 */
export function refuseCrossSite(header: (name: string) => string | undefined): void {
  const site = header('sec-fetch-site');
  const origin = header('origin');
  if (site === 'same-origin') return;
  if (site === undefined && origin !== undefined && URL.parse(origin)?.host === header('host')) return;
  const isJson = /^application\/json\b/i.test(header('content-type') ?? '');
  if (site === undefined && origin === undefined && isJson) return;
  throw new AppError('ACCESS.CROSS_SITE', 'the request comes from another site');
}
