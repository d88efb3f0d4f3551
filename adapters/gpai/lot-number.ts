import { readLink } from '../kit/link.ts';
import { manifest } from './manifest.ts';

/** Whether this is a number of a lot: counted on from 1, 52,886 in August 2026. */
export function isLotNumber(text: string): boolean {
  return /^[1-9][0-9]{0,8}$/.test(text);
}

/** Address of a lot's page. */
export function addressOf(number: string): string {
  return `https://www.gpai.net/sf/item2.do?Web_Item_ID=${number}`;
}

/** The lot's number in an address of its page: `/sf/item2.do?Web_Item_ID=<number>`. */
export function lotNumberIn(url: string): string | undefined {
  const link = readLink(url, manifest.hosts);
  if (link.kind !== 'own' || !/^\/sf\/item2?\.do$/i.test(link.path)) return undefined;
  const number = URL.parse(url.trim(), manifest.homepage)?.searchParams.get('Web_Item_ID') ?? '';
  return isLotNumber(number) ? number : undefined;
}
