import { readLink } from '../kit/link.ts';
import { manifest } from './manifest.ts';

/** The lot's number in an address of its page: `paimai.jd.com/<number>`. */
export function lotNumberIn(url: string): string | undefined {
  const link = readLink(url, manifest.hosts);
  return link.kind === 'own' && link.host === 'paimai.jd.com' ? /^\/(\d{6,12})\/?$/.exec(link.path)?.[1] : undefined;
}
