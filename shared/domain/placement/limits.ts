import type { ListingTerms } from '../listing/terms.ts';
import { TRADE_KIND_TEXT } from '../trade-words.ts';
import type { Offer, OfferFile } from './offer.ts';
import type { PlacementFault } from './placement.ts';
import type { OfferLimits } from './publishing.ts';

/** What a check needs besides what is checked. */
interface Bounds {
  readonly limits: OfferLimits;
  readonly platformName: string;
}

const MEGABYTE = 1_048_576;

/** Everything of an offer a platform is known not to take, by its fields; empty says nothing of limits nobody knows. */
export function limitFaults(offer: Offer, limits: OfferLimits, platformName: string): readonly PlacementFault[] {
  const bounds = { limits, platformName };
  const pictures = offer.files.filter(({ role }) => role === 'picture');
  const documents = offer.files.filter(({ role }) => role === 'document');
  const papers = offer.files.filter(({ role }) => role !== 'picture');
  const note = limits.confidence === 'assumed' ? '(平台没有公布,系按推测)' : '';
  const faults = [
    ...textFaults(offer, bounds),
    ...countFaults(bounds, '/items', 'limit.pictures', '图片', pictures.length, limits.pictures),
    ...pictures.flatMap((file) => sizeFaults(bounds, '/items', 'limit.picture-bytes', file, limits.pictureBytes)),
    ...countFaults(bounds, '/papers', 'limit.documents', '附件', documents.length, limits.documents),
    ...papers.flatMap((file) => sizeFaults(bounds, '/papers', 'limit.document-bytes', file, limits.documentBytes)),
    ...papers.flatMap((file) => typeFaults(bounds, file)),
  ];
  return faults.map((fault) => ({ ...fault, detail: `${fault.detail}${note}` }));
}

/** The same of what the owner wants, as far as his terms say it: for the page he fills in, before anybody reviews it. */
export function termsLimitFaults(
  terms: ListingTerms,
  limits: OfferLimits,
  platformName: string,
): readonly PlacementFault[] {
  return textFaults(terms, { limits, platformName });
}

function textFaults(
  { title, remarks, tradeKind }: Pick<ListingTerms, 'title' | 'remarks' | 'tradeKind'>,
  bounds: Bounds,
): readonly PlacementFault[] {
  const { titleLength, remarksLength, refusesTradeKinds = [] } = bounds.limits;
  const isRefused = tradeKind !== null && refusesTradeKinds.includes(tradeKind);
  return [
    ...lengthFaults(bounds, '/title', 'limit.title-length', '标题', title, titleLength),
    ...lengthFaults(bounds, '/remarks', 'limit.remarks-length', '备注', remarks, remarksLength),
    ...(isRefused
      ? [
          {
            pointer: '/tradeKind',
            code: 'limit.trade-kind',
            detail: `${bounds.platformName}不办理${TRADE_KIND_TEXT[tradeKind]}`,
          },
        ]
      : []),
  ];
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
