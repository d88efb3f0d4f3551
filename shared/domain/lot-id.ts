import { AppError } from '../errors/app-error.ts';

/** Our id of a lot: platform, a dot, the platform's own id encoded. Safe in keys and in addresses. */
export type LotId = string & { readonly __id: 'lot' };

/** The longest id a platform may give a lot; longer ones are refused, not cut. */
export const MAX_EXTERNAL_ID = 120;

/**
 * Encodes hostile text so that it can be part of a key, a file name or an address: letters, digits, `_` and `-` stay,
 * every other UTF-16 unit becomes `~` and four hex digits. Different texts never encode alike.
 *
 * @example encodeKeyPart('a#b.c') //=> 'a~0023b~002ec'
 */
export function encodeKeyPart(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Reads back what `encodeKeyPart` wrote. */
export function decodeKeyPart(encoded: string): string {
  return encoded.replace(/~([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * The lot's id on our side.
 * @throws AppError `DOCUMENT.DRIFT` when the platform's id is empty or longer than 120 characters
 */
export function toLotId(platform: string, externalId: string): LotId {
  if (externalId.length === 0 || externalId.length > MAX_EXTERNAL_ID) {
    throw new AppError('DOCUMENT.DRIFT', 'a lot id is empty or too long', { details: { length: externalId.length } });
  }
  return `${platform}.${encodeKeyPart(externalId)}` as LotId;
}

/** Reads a lot id from outside; undefined when it cannot be one. */
export function parseLotId(text: string): LotId | undefined {
  return text.length <= 700 && /^[a-z0-9-]+\.[A-Za-z0-9_~-]+$/.test(text) ? (text as LotId) : undefined;
}
