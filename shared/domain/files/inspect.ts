import type { Unpack } from '../../ports/unpack.ts';
import { FILE_TYPES, type FileType, MAX_PIXELS } from './file-type.ts';
import { inspectOffice } from './inspect-office.ts';
import { refusePdf } from './inspect-pdf.ts';
import { readPictureHeader } from './picture-header.ts';
import { REFUSALS, tooLarge } from './refusals.ts';

/** What a file is, by its bytes alone, or why it is not taken (Chinese, with the way out). */
export type Inspected = { readonly type: FileType } | { readonly refusal: string };

const SMALLEST_SIDE = 16;

/** First bytes in hex, and what such a file is. */
const BEGINNINGS: readonly (readonly [RegExp, FileType | 'zip' | { readonly refusal: string }])[] = [
  [/^255044462d/, 'pdf'],
  [/^ffd8ff/, 'jpeg'],
  [/^89504e470d0a1a0a/, 'png'],
  [/^504b0304/, 'zip'],
  // ftyp: heic, heix, hevc, mif1, msf1, avif
  [/^.{8}66747970(?:686569|686576|6d696631|6d736631|61766966)/, { refusal: REFUSALS.heic }],
  // GIF, BMP, TIFF either way, WebP
  [/^(?:47494638|424d|49492a00|4d4d002a|52494646.{8}57454250)/, { refusal: REFUSALS.otherPicture }],
  // Windows, Linux, scripts, macOS, Java
  [/^(?:4d5a|7f454c46|2321|feedfa|c[ef]faedfe|cafebabe)/, { refusal: REFUSALS.program }],
  [/^d0cf11e0/, { refusal: REFUSALS.oldOffice }],
  // RAR, 7-Zip, gzip, zip that begins in another way
  [/^(?:52617221|377abcaf|1f8b|504b)/, { refusal: REFUSALS.archive }],
  // < after blanks: HTML, SVG, XML
  [/^(?:efbbbf)?(?:20|09|0a|0d)*3c/, { refusal: REFUSALS.markup }],
];

function refusePicture(bytes: Uint8Array): string | undefined {
  const header = readPictureHeader(bytes);
  if (header === undefined) return REFUSALS.damaged;
  const { width, height, interlaced } = header;
  if (width * height > MAX_PIXELS) return REFUSALS.picturePixels;
  if (interlaced) return REFUSALS.interlaced;
  return Math.min(width, height) < SMALLEST_SIDE ? REFUSALS.pictureTiny : undefined;
}

function refuseTyped(type: FileType, bytes: Uint8Array, unpack: Unpack): string | undefined {
  const { maxBytes } = FILE_TYPES[type];
  if (bytes.length > maxBytes) return tooLarge(maxBytes);
  if (type === 'pdf') return refusePdf(bytes, unpack);
  return type === 'jpeg' || type === 'png' ? refusePicture(bytes) : undefined;
}

/** Says what a file is by its bytes, whatever its name and whoever brought it say, and whether it may be taken. */
export function inspect(bytes: Uint8Array, unpack: Unpack): Inspected {
  if (bytes.length === 0) return { refusal: REFUSALS.empty };
  const first = [...bytes.subarray(0, 64)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = BEGINNINGS.find(([pattern]) => pattern.test(first))?.[1] ?? { refusal: REFUSALS.unknown };
  if (typeof found === 'object') return found;
  const inspected = found === 'zip' ? inspectOffice(bytes, unpack) : { type: found };
  if ('refusal' in inspected) return inspected;
  const refusal = refuseTyped(inspected.type, bytes, unpack);
  return refusal === undefined ? inspected : { refusal };
}
