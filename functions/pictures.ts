import { inflateRawSync, inflateSync } from 'node:zlib';
import jpegFormat from '@jimp/js-jpeg';
import pngFormat from '@jimp/js-png';
import { readPictureHeader } from '#shared/domain/files/picture-header.ts';
import type { Pictures } from '#shared/ports/pictures.ts';
import type { Unpack } from '#shared/ports/unpack.ts';
import { type Bitmap, onWhite, scaledTo, upright } from './picture-pixels.ts';

/** Visible loss begins below; a photo of 1600 pixels then takes some 300 kB. */
const QUALITY = 82;
/** What a decoder may take for the largest picture we let through (`MAX_PIXELS`). */
const DECODER_MEGABYTES = 1500;

const jpeg = jpegFormat();
const png = pngFormat();

function decode(bytes: Uint8Array): Bitmap {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x89) return onWhite(png.decode(buffer));
  return jpeg.decode(buffer, { maxMemoryUsageInMB: DECODER_MEGABYTES });
}

/**
 * Pictures by codecs in plain JavaScript: no native code to be built for another processor. The encoder writes JFIF, tables
 * and pixels and nothing else, so that no place, name or time of the original is left.
 */
export const jimpPictures: Pictures = {
  reencode(bytes, longestSides) {
    const orientation = readPictureHeader(bytes)?.orientation ?? 1;
    const decoded = decode(bytes);
    return longestSides.map((longestSide) => {
      const share = Math.min(1, longestSide / Math.max(decoded.width, decoded.height));
      // Turned after scaling, which leaves a fraction of the pixels to turn.
      const bitmap = upright(scaledTo(decoded, share), orientation);
      return { bytes: jpeg.encode(bitmap, { quality: QUALITY }), width: bitmap.width, height: bitmap.height };
    });
  },
};

/** Deflate by the runtime's own zlib. */
export const zlibUnpack: Unpack = {
  inflate(packed, wrapping, maxBytes) {
    try {
      return (wrapping === 'raw' ? inflateRawSync : inflateSync)(packed, { maxOutputLength: Math.max(1, maxBytes) });
    } catch {
      return undefined;
    }
  },
};
