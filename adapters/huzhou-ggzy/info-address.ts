import { manifest } from './manifest.ts';

/** Number of a notice (InfoID) and of the category it stands in (CategoryNum). */
export interface InfoAddress {
  readonly id: string;
  readonly category: string;
  readonly url: string;
}

/** Categories of rural property (农村综合产权) begin so. */
const RURAL = /^037/;

/** Reads the address of a notice, whole or from the root of the site. Undefined for any other, and for other hosts. */
export function readInfoAddress(text: string): InfoAddress | undefined {
  const own = `https://${manifest.hosts[0]}`;
  const url = URL.parse(text.trim(), own);
  const isOwn = url !== null && /^https?:$/.test(url.protocol) && manifest.hosts.some((host) => host === url.host);
  if (!isOwn || !/^\/+HZfront\/InfoDetail\/?$/i.test(url.pathname)) return undefined;
  const id = readInfoId(url.searchParams.get('InfoID') ?? '');
  const category = url.searchParams.get('CategoryNum') ?? '';
  if (id === undefined || !/^\d{3,15}$/.test(category)) return undefined;
  return { id, category, url: `${own}/HZfront/InfoDetail/?InfoID=${id}&CategoryNum=${category}` };
}

/** The number of a notice in an address of its page. */
export function lotNumberIn(url: string): string | undefined {
  return readInfoAddress(url)?.id;
}

/** The number of a notice as it stands in a text; both that were ever seen are of this form. */
export function readInfoId(text: string): string | undefined {
  return /(?<![0-9a-f-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f-])/i.exec(text)?.[0].toLowerCase();
}

/** Says whether a category is one of rural property. */
export function isRural(category: string): boolean {
  return RURAL.test(category);
}
