import jpegFormat from '@jimp/js-jpeg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jimpPictures } from '#functions/pictures.ts';
import { readPictureHeader } from '#shared/domain/files/picture-header.ts';
import { aJpeg, aPng, type Painter, withExif } from '#test/support/files.ts';

const WIDTH = 48;
const HEIGHT = 32;
/** Red on the upper left, green on the upper right, blue on the lower left, grey on the lower right. */
const CORNERS: Painter = (x, y) => {
  if (y < HEIGHT / 2) return x < WIDTH / 2 ? [220, 20, 20, 255] : [20, 220, 20, 255];
  return x < WIDTH / 2 ? [20, 20, 220, 255] : [128, 128, 128, 255];
};

type Corner = 'red' | 'green' | 'blue' | 'grey';

function colourAt(jpeg: Uint8Array, x: number, y: number): Corner {
  const { width, data } = jpegFormat().decode(Buffer.from(jpeg));
  const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
  if (red > 170) return 'red';
  if (green > 170) return 'green';
  return blue > 170 ? 'blue' : 'grey';
}

function cornersOf({ bytes, width, height }: { bytes: Uint8Array; width: number; height: number }): readonly Corner[] {
  const [right, bottom] = [width - 5, height - 5];
  return [colourAt(bytes, 4, 4), colourAt(bytes, right, 4), colourAt(bytes, 4, bottom), colourAt(bytes, right, bottom)];
}

/** Every marker before the pixels. */
function segmentsOf(jpeg: Uint8Array): readonly number[] {
  const markers: number[] = [];
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; ) {
    markers.push(jpeg[at + 1] ?? 0);
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
  }
  return markers;
}

describe('re-encoding a picture', () => {
  it.each<[number, readonly Corner[]]>([
    [1, ['red', 'green', 'blue', 'grey']],
    [2, ['green', 'red', 'grey', 'blue']],
    [3, ['grey', 'blue', 'green', 'red']],
    [4, ['blue', 'grey', 'red', 'green']],
    [5, ['red', 'blue', 'green', 'grey']],
    [6, ['blue', 'red', 'grey', 'green']],
    [7, ['grey', 'green', 'blue', 'red']],
    [8, ['green', 'grey', 'red', 'blue']],
  ])('turns orientation %i upright', (orientation, corners) => {
    const [full] = jimpPictures.reencode(withExif(aJpeg(WIDTH, HEIGHT, CORNERS), orientation), [1600]);

    expect(full && cornersOf(full)).toEqual(corners);
    expect(full?.width).toBe(orientation >= 5 ? HEIGHT : WIDTH);
  });

  it('leaves nothing of the place where it was taken', () => {
    const photo = withExif(aJpeg(WIDTH, HEIGHT), 6);

    const [full] = jimpPictures.reencode(photo, [1600]);

    const text = Buffer.from(full?.bytes ?? []).toString('latin1');
    expect(Buffer.from(photo).toString('latin1')).toContain('GPS 30.8703');
    expect(text).not.toMatch(/Exif|GPS|30\.8703/);
    expect(segmentsOf(full?.bytes ?? new Uint8Array())).toEqual([0xe0, 0xdb, 0xc0, 0xc4]);
  });

  it('makes its longest side as asked, never larger than it was, in its proportions', () => {
    const sizes = jimpPictures
      .reencode(withExif(aJpeg(60, 120), 6), [60, 30, 1600])
      .map(({ width, height }) => [width, height]);

    expect(sizes).toEqual([
      [60, 30],
      [30, 15],
      [120, 60],
    ]);
  });

  it('lays what is transparent on white', () => {
    const [full] = jimpPictures.reencode(
      aPng(20, 20, () => [0, 0, 0, 0]),
      [1600],
    );

    const { data } = jpegFormat().decode(Buffer.from(full?.bytes ?? []));
    expect([...data.subarray(0, 3)].every((value) => value > 250)).toBe(true);
  });

  it('gives the same bytes for the same bytes', () => {
    const photo = aJpeg(WIDTH, HEIGHT, CORNERS);

    expect(jimpPictures.reencode(photo, [30])).toEqual(jimpPictures.reencode(photo, [30]));
  });

  it('throws for a damaged one', () => {
    const cut = aPng(32, 20).subarray(0, 60);

    expect(() => jimpPictures.reencode(cut, [1600])).toThrow();
  });
});

describe('the header of a picture', () => {
  it('says what the codec will say', () => {
    const side = fc.integer({ min: 1, max: 40 });
    const check = (width: number, height: number, orientation: number) => {
      expect(readPictureHeader(withExif(aJpeg(width, height), orientation))).toEqual({
        width,
        height,
        orientation,
        interlaced: false,
      });
      expect(readPictureHeader(aPng(width, height))).toEqual({ width, height, orientation: 1, interlaced: false });
    };

    fc.assert(fc.property(side, side, fc.integer({ min: 1, max: 8 }), check), { numRuns: 40 });
  });

  it('never throws, whatever the bytes', () => {
    const begins = fc.constantFrom(
      [0xff, 0xd8, 0xff, 0xe1, 0, 30, 69, 120, 105, 102, 0, 0],
      [0xff, 0xd8],
      [0x89, 80, 78, 71],
      [],
    );
    const check = (start: readonly number[], rest: Uint8Array) => {
      const header = readPictureHeader(Uint8Array.from([...start, ...rest]));
      expect(header === undefined || header.orientation >= 1).toBe(true);
    };

    fc.assert(fc.property(begins, fc.uint8Array({ maxLength: 80 }), check), { numRuns: 2000 });
  });
});
