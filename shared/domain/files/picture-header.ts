/** How a picture lies in its file: pixels as stored, and how it is to be turned (EXIF orientation 1 to 8). */
export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  /** A PNG in passes (Adam7): how long it unpacks cannot be bounded by its size. */
  readonly interlaced: boolean;
}

const SOI = 0xd8;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const ORIENTATION_TAG = 0x0112;

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The orientation an EXIF segment names (CIPA DC-008, tag 0112); 1 where it names none. */
function orientationOf(segment: Uint8Array): number {
  if (!startsWith(segment, 0, 'Exif\0\0') || segment.length < 14) return 1;
  const tiff = viewOf(segment.subarray(6));
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const entries = tiff.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(at, little) !== ORIENTATION_TAG) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** C0 to CF start a frame, except those that carry tables (C4, C8, CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = viewOf(bytes);
  let orientation = 1;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (isFrame(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), orientation, interlaced: false };
    if (marker === START_OF_SCAN || marker === SOI || length < 2) return undefined;
    if (marker === APP1 && orientation === 1) orientation = orientationOf(bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return undefined;
}

/** Reads the header of a JPEG or PNG; undefined when it is none or cut off. Nothing is decoded. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  if (bytes[0] === 0xff && bytes[1] === SOI) return jpegHeader(bytes);
  const isPng = bytes[0] === 0x89 && startsWith(bytes, 1, 'PNG\r\n\x1a\n') && startsWith(bytes, 12, 'IHDR');
  if (!isPng || bytes.length < 29) return undefined;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20), orientation: 1, interlaced: bytes[28] !== 0 };
}
