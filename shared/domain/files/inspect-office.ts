import type { Unpack } from '../../ports/unpack.ts';
import { REFUSALS } from './refusals.ts';
import { readZipPart, readZipParts, type ZipPart } from './zip-parts.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const MAX_CONTENT_TYPES_BYTES = 1024 * 1024;
/** All parts unpacked, in bytes: whoever opens the file has to hold them. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const MAIN_PART = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;

type Inspected = { readonly type: keyof typeof MAIN_PART } | { readonly refusal: string };

function refuseNamed(parts: readonly ZipPart[]): string | undefined {
  if (parts.some(({ name }) => /(^|\/)vbaProject|\/activeX\/|\/macrosheets\//i.test(name))) return REFUSALS.macros;
  const unpacked = parts.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > MAX_UNPACKED_BYTES) return REFUSALS.unpacksTooLarge;
  return parts.some(({ name }) => name === 'OFD.xml') ? REFUSALS.ofd : undefined;
}

/**
 * Looks into a zip whether it is a Word or Excel file (ECMA-376 part 2: the content types part names the main part's type)
 * and carries no macros.
 */
export function inspectOffice(bytes: Uint8Array, unpack: Unpack): Inspected {
  const parts = readZipParts(bytes);
  if (parts === undefined) return { refusal: REFUSALS.damaged };
  const refusal = refuseNamed(parts);
  if (refusal !== undefined) return { refusal };
  const listed = parts.find(({ name }) => name === CONTENT_TYPES);
  if (listed === undefined) return { refusal: REFUSALS.archive };
  const types = readZipPart(bytes, listed, unpack, MAX_CONTENT_TYPES_BYTES);
  if (types === undefined) return { refusal: REFUSALS.damaged };
  const text = new TextDecoder().decode(types);
  if (/macroEnabled|vbaProject/i.test(text)) return { refusal: REFUSALS.macros };
  if (text.includes(MAIN_PART.docx)) return { type: 'docx' };
  return text.includes(MAIN_PART.xlsx) ? { type: 'xlsx' } : { refusal: REFUSALS.otherOffice };
}
