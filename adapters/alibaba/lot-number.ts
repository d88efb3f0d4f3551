import { readLink } from '../kit/link.ts';
import { isLotNumber } from './address.ts';
import { manifest } from './manifest.ts';

/** The lot's number in an address of its page: `/sf_item/<number>.htm`, `/auction/<number>.htm`. */
export function lotNumberIn(url: string): string | undefined {
  const link = readLink(url, manifest.hosts);
  const number = link.kind === 'own' ? /\/(\d+)\.htm$/.exec(link.path)?.[1] : undefined;
  return number !== undefined && isLotNumber(number) ? number : undefined;
}
