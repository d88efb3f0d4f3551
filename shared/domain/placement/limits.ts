import type { ExtensionRule, ListingTerms } from '../listing/terms.ts';
import type { Offer, OfferFile } from './offer.ts';
import type { PlacementFault } from './placement.ts';
import type { OfferLimits } from './publishing.ts';

/** What a check needs besides what is checked. */
interface Bounds {
  readonly limits: OfferLimits;
  readonly platformName: string;
}

const MEGABYTE = 1_048_576;

/**
 * Everything of an offer a platform is known not to take, by its fields; empty says nothing of limits nobody knows. What is
 * only assumed keeps nothing from being sent: the platform itself says.
 */
export function limitFaults(offer: Offer, limits: OfferLimits, platformName: string): readonly PlacementFault[] {
  if (limits.confidence === 'assumed') return [];
  const bounds = { limits, platformName };
  const pictures = offer.files.filter(({ role }) => role === 'picture');
  const documents = offer.files.filter(({ role }) => role === 'document');
  const papers = offer.files.filter(({ role }) => role !== 'picture');
  return [
    ...termsFaults(offer, bounds),
    ...countFaults(bounds, '/items', 'limit.pictures', '图片', pictures.length, limits.pictures),
    ...pictures.flatMap((file) => sizeFaults(bounds, '/items', 'limit.picture-bytes', file, limits.pictureBytes)),
    ...countFaults(bounds, '/papers', 'limit.documents', '附件', documents.length, limits.documents),
    ...papers.flatMap((file) => sizeFaults(bounds, '/papers', 'limit.document-bytes', file, limits.documentBytes)),
    ...papers.flatMap((file) => typeFaults(bounds, file)),
  ];
}

/** The same of what the owner wants, as far as his terms say it: for the page he fills in, before anybody reviews it. */
export function termsLimitFaults(
  terms: ListingTerms,
  limits: OfferLimits,
  platformName: string,
): readonly PlacementFault[] {
  return termsFaults(terms, { limits, platformName });
}

function termsFaults(
  { title, extension }: Pick<ListingTerms, 'title' | 'extension'>,
  bounds: Bounds,
): readonly PlacementFault[] {
  const { titleLength, takesUnequalExtension = true } = bounds.limits;
  const isUnsayable = extension !== null && !takesUnequalExtension && !isWholeAndEqual(extension);
  const detail = `${bounds.platformName}的接口只有一个延时周期,前后两个时长须为相同的整分钟;否则不能经接口发布`;
  return [
    ...lengthFaults(bounds, '/title', 'limit.title-length', '标题', title, titleLength),
    ...(isUnsayable ? [{ pointer: '/extension', code: 'limit.extension', detail }] : []),
  ];
}

function isWholeAndEqual({ withinSeconds, bySeconds }: ExtensionRule): boolean {
  return withinSeconds === bySeconds && bySeconds % 60 === 0;
}

function lengthFaults(
  bounds: Bounds,
  pointer: string,
  code: string,
  name: string,
  text: string | null,
  most: number | undefined,
): readonly PlacementFault[] {
  const length = [...(text ?? '')].length;
  if (most === undefined || length <= most) return [];
  return [{ pointer, code, detail: `${bounds.platformName}的${name}最多${most}字,现有${length}字` }];
}

function countFaults(
  bounds: Bounds,
  pointer: string,
  code: string,
  name: string,
  count: number,
  most: number | undefined,
): readonly PlacementFault[] {
  if (most === undefined || count <= most) return [];
  return [{ pointer, code, detail: `${bounds.platformName}最多收${most}个${name},现有${count}个` }];
}

function sizeFaults(
  bounds: Bounds,
  pointer: string,
  code: string,
  { name, bytes }: OfferFile,
  most: number | undefined,
): readonly PlacementFault[] {
  if (most === undefined || bytes <= most) return [];
  const detail = `${bounds.platformName}的每个文件最大${sizeText(most)},“${name}”有${sizeText(bytes)}`;
  return [{ pointer, code, detail }];
}

function typeFaults(bounds: Bounds, { name }: OfferFile): readonly PlacementFault[] {
  const { documentTypes } = bounds.limits;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (documentTypes === undefined || documentTypes.includes(ending)) return [];
  const detail = `${bounds.platformName}只收${documentTypes.join('、')}格式的附件,“${name}”不是`;
  return [{ pointer: '/papers', code: 'limit.document-type', detail }];
}

/** A size for people; a little over a limit is never written as the limit itself. */
function sizeText(bytes: number): string {
  return bytes % MEGABYTE === 0 ? `${bytes / MEGABYTE} MB` : `${Math.ceil(bytes / 1_024).toLocaleString('en')} KB`;
}
