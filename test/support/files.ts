import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import jpegFormat from '@jimp/js-jpeg';
import pngFormat from '@jimp/js-png';
import type { Pictures } from '#shared/ports/pictures.ts';

/** Colour of the pixel at a place: red, green, blue, opacity. */
export type Painter = (x: number, y: number) => readonly [number, number, number, number];

const GREY: Painter = () => [120, 120, 120, 255];

function bitmap(width: number, height: number, paint: Painter) {
  const pixels = Array.from({ length: width * height }, (_, at) => paint(at % width, Math.floor(at / width)));
  return { width, height, data: Buffer.from(pixels.flat()) };
}

/** A JPEG as a codec writes it. */
export function aJpeg(width: number, height: number, paint: Painter = GREY): Uint8Array {
  return new Uint8Array(jpegFormat().encode(bitmap(width, height, paint), { quality: 95 }));
}

/** A PNG as a codec writes it. */
export function aPng(width: number, height: number, paint: Painter = GREY): Uint8Array {
  return new Uint8Array(pngFormat().encode(bitmap(width, height, paint)));
}

/** What a phone writes before the pixels: the orientation, and where the photo was taken. */
export function withExif(jpeg: Uint8Array, orientation: number, place = 'GPS 30.8703,120.0934'): Uint8Array {
  const tiff = Buffer.alloc(26 + place.length);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  tiff.write(place, 26, 'latin1');
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(segment.length + 2, 2);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, segment, jpeg.subarray(2)]));
}

/** A zip of deflated parts. */
export function aZip(parts: Readonly<Record<string, string>>): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(text), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(Buffer.byteLength(text), 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, entries, end]));
}

const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;

/** A Word or Excel file with nothing in it, or with the parts given. */
export function anOfficeFile(kind: keyof typeof MAIN, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const types = `<Types><Override PartName="/main.xml" ContentType="${MAIN[kind]}"/></Types>`;
  return aZip({ '[Content_Types].xml': types, 'main.xml': '<main/>', ...more });
}

/** A PDF with objects in its body; `packed` ones lie in a compressed object stream. */
export function aPdf(objects = '', packed?: string): Uint8Array {
  const stream = packed === undefined ? Buffer.alloc(0) : deflateSync(packed);
  const holder =
    packed === undefined
      ? []
      : [
          `2 0 obj\n<</Type/ObjStm/N 1/First 4/Length ${stream.length}/Filter/FlateDecode>>\nstream\n`,
          stream,
          '\nendstream\nendobj\n',
        ];
  const parts = [
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n',
    objects,
    ...holder,
    '\ntrailer\n<</Root 1 0 R>>\n%%EOF\n',
  ];
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))),
  );
}

/** Pictures without a codec, for tests that are about something else: the bytes themselves with the width before them. */
export const quickPictures: Pictures = {
  reencode: (bytes, longestSides) =>
    longestSides.map((width) => ({
      bytes: new Uint8Array([width >> 8, width & 0xff, ...bytes]),
      width,
      height: width,
    })),
};
