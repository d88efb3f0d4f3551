import { describe, expect, it } from 'vitest';
import { zlibUnpack } from '#functions/pictures.ts';
import { inspect } from '#shared/domain/files/inspect.ts';
import { REFUSALS, tooLarge } from '#shared/domain/files/refusals.ts';
import { aJpeg, anOfficeFile, aPdf, aPng, aZip } from '#test/support/files.ts';

const look = (bytes: Uint8Array) => inspect(bytes, zlibUnpack);
const text = (content: string) => Uint8Array.from(content, (letter) => letter.charCodeAt(0));

/** A JPEG or PNG whose header claims a size; no pixels behind it. */
function claiming(picture: Uint8Array, at: number, bytes: readonly number[]): Uint8Array {
  const changed = picture.slice();
  changed.set(bytes, at);
  return changed;
}

describe('looking at a file', () => {
  it.each([
    ['pdf', aPdf()],
    ['jpeg', aJpeg(32, 20)],
    ['png', aPng(32, 20)],
    ['docx', anOfficeFile('docx')],
    ['xlsx', anOfficeFile('xlsx')],
  ])('knows %s by its bytes', (type, bytes) => {
    expect(look(bytes)).toEqual({ type });
  });

  it.each([
    ['nothing', '', REFUSALS.empty],
    ['a program', 'MZ\x90\0', REFUSALS.program],
    ['a script', '#!/bin/sh', REFUSALS.program],
    ['a web page', '\n <!DOCTYPE html><script>', REFUSALS.markup],
    ['an SVG', '\xef\xbb\xbf<svg onload="">', REFUSALS.markup],
    ['a HEIC photo', '\0\0\0\x18ftypheic\0\0\0\0', REFUSALS.heic],
    ['a WebP', 'RIFF\0\0\0\0WEBPVP8 ', REFUSALS.otherPicture],
    ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', REFUSALS.oldOffice],
    ['a RAR', 'Rar!\x1a\x07', REFUSALS.archive],
    ['plain text', '村民代表会议决议', REFUSALS.unknown],
  ])('refuses %s with its reason', (_, content, refusal) => {
    expect(look(text(content))).toEqual({ refusal });
  });

  it('refuses a picture whose header claims too many pixels, before anything is decoded', () => {
    const jpeg = aJpeg(32, 20);
    const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
    const bombs = [
      claiming(jpeg, frame + 5, [0xff, 0xff, 0xff, 0xff]),
      claiming(aPng(32, 20), 16, [0, 1, 0, 0, 0, 1, 0, 0]),
    ];

    expect(bombs.map(look)).toEqual([{ refusal: REFUSALS.picturePixels }, { refusal: REFUSALS.picturePixels }]);
  });

  it('refuses a PNG in passes, for a small one of those may unpack without end', () => {
    expect(look(claiming(aPng(32, 20), 28, [1]))).toEqual({ refusal: REFUSALS.interlaced });
  });

  it('refuses a picture of a few pixels and one that is cut off in its header', () => {
    expect(look(aJpeg(8, 20))).toEqual({ refusal: REFUSALS.pictureTiny });
    expect(look(aJpeg(32, 20).subarray(0, 100))).toEqual({ refusal: REFUSALS.damaged });
  });

  it('refuses a picture of more than 20 MB', () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(aPng(32, 20));

    expect(look(large)).toEqual({ refusal: tooLarge(20 * 1024 * 1024) });
  });
});

describe('looking at an office file', () => {
  it.each([
    ['macros by name', anOfficeFile('docx', { 'word/vbaProject.bin': 'x' }), REFUSALS.macros],
    ['controls', anOfficeFile('xlsx', { 'xl/activeX/activeX1.bin': 'x' }), REFUSALS.macros],
    [
      'macros by type',
      aZip({ '[Content_Types].xml': 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
      REFUSALS.macros,
    ],
    ['an archive', aZip({ '决议.pdf': 'x' }), REFUSALS.archive],
    ['an OFD', aZip({ 'OFD.xml': 'x' }), REFUSALS.ofd],
    ['a presentation', aZip({ '[Content_Types].xml': 'presentationml' }), REFUSALS.otherOffice],
    ['a cut zip', anOfficeFile('docx').subarray(0, 200), REFUSALS.damaged],
  ])('refuses %s', (_, bytes, refusal) => {
    expect(look(bytes)).toEqual({ refusal });
  });

  it('refuses a list of types that unpacks to more than a megabyte', () => {
    expect(look(aZip({ '[Content_Types].xml': ' '.repeat(2_000_000) }))).toEqual({ refusal: REFUSALS.damaged });
  });
});

describe('looking at a PDF', () => {
  it.each([
    ['a script', aPdf('3 0 obj <</S/JavaScript/JS(app.alert)>> endobj'), REFUSALS.pdfScript],
    ['a script with its name written in codes', aPdf('<</S/J#61vaScrip#74>>'), REFUSALS.pdfScript],
    ['a program to start', aPdf('<</S/Launch/F(cmd.exe)>>'), REFUSALS.pdfScript],
    ['a file inside', aPdf('<</Type/EmbeddedFile>>'), REFUSALS.pdfAttachment],
    ['a script in a packed object', aPdf('', '3 0 <</S/JavaScript>>'), REFUSALS.pdfScript],
    ['a cipher', aPdf('<</Encrypt 9 0 R>>'), REFUSALS.pdfEncrypted],
    [
      'packed objects nobody can unpack',
      aPdf('2 0 obj <</Type/ObjStm/Filter/LZWDecode>>\nstream\nxx\nendstream'),
      REFUSALS.pdfUnreadable,
    ],
    [
      'packed objects that are damaged',
      aPdf('2 0 obj <</Type/ObjStm/Filter/FlateDecode>>\nstream\nxx\nendstream'),
      REFUSALS.pdfUnreadable,
    ],
    ['no end', aPdf().subarray(0, 40), REFUSALS.damaged],
  ])('refuses one with %s', (_, bytes, refusal) => {
    expect(look(bytes)).toEqual({ refusal });
  });

  it('takes packed objects without any of it, and a name that only begins alike', () => {
    expect(look(aPdf('<</LaunchPad true>>', '3 0 <</Type/Font>>'))).toEqual({ type: 'pdf' });
  });
});
