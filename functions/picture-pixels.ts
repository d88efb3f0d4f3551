/** Pixels row by row, four bytes each: red, green, blue, opacity. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

const CHANNELS = 4;
const OPAQUE = 255;

/** Lays a picture on white where it is transparent: JPEG knows no transparency, and black hides black writing. */
export function onWhite({ width, height, data }: Bitmap): Bitmap {
  const laid = Buffer.from(data);
  for (let at = 0; at < laid.length; at += CHANNELS) {
    const opacity = laid[at + 3] ?? OPAQUE;
    for (let channel = 0; opacity < OPAQUE && channel < 3; channel++) {
      const colour = laid[at + channel] ?? 0;
      laid[at + channel] = Math.round((colour * opacity + OPAQUE * (OPAQUE - opacity)) / OPAQUE);
    }
    laid[at + 3] = OPAQUE;
  }
  return { width, height, data: laid };
}

/** For each of `to` places the first of `from` places that belong to it, and one more for the end. */
function borders(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to + 1 }, (_, place) => Math.floor((place * from) / to));
}

/** Makes a picture smaller: each new pixel is the mean of those it stands for, so that fine lines grey instead of breaking. */
export function scaledTo(bitmap: Bitmap, share: number): Bitmap {
  const width = Math.max(1, Math.round(bitmap.width * share));
  const height = Math.max(1, Math.round(bitmap.height * share));
  if (width === bitmap.width && height === bitmap.height) return bitmap;
  const [columns, rows] = [borders(bitmap.width, width), borders(bitmap.height, height)];
  const data = Buffer.alloc(width * height * CHANNELS, OPAQUE);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const box = { left: columns[x] ?? 0, right: columns[x + 1] ?? 0, top: rows[y] ?? 0, bottom: rows[y + 1] ?? 0 };
      putMean(bitmap, box, data, (y * width + x) * CHANNELS);
    }
  }
  return { width, height, data };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function putMean({ width, data: source }: Bitmap, { left, right, top, bottom }: Box, data: Buffer, at: number): void {
  let [red, green, blue] = [0, 0, 0];
  for (let row = top; row < bottom; row++) {
    const end = (row * width + right) * CHANNELS;
    for (let from = (row * width + left) * CHANNELS; from < end; from += CHANNELS) {
      red += source[from] ?? 0;
      green += source[from + 1] ?? 0;
      blue += source[from + 2] ?? 0;
    }
  }
  const count = (right - left) * (bottom - top);
  data[at] = Math.round(red / count);
  data[at + 1] = Math.round(green / count);
  data[at + 2] = Math.round(blue / count);
}

/** Where the pixel at a place of the upright picture lies in the stored one, by EXIF orientation (CIPA DC-008 §4.6.4). */
function sourceOf(orientation: number, x: number, y: number, { width, height }: Bitmap): readonly [number, number] {
  const [right, bottom] = [width - 1, height - 1];
  switch (orientation) {
    case 2:
      return [right - x, y];
    case 3:
      return [right - x, bottom - y];
    case 4:
      return [x, bottom - y];
    case 5:
      return [y, x];
    case 6:
      return [y, bottom - x];
    case 7:
      return [right - y, bottom - x];
    case 8:
      return [right - y, x];
    default:
      return [x, y];
  }
}

/** Turns and mirrors a picture as its EXIF orientation (1 to 8) says. */
export function upright(bitmap: Bitmap, orientation: number): Bitmap {
  if (orientation < 2 || orientation > 8) return bitmap;
  const [width, height] = orientation >= 5 ? [bitmap.height, bitmap.width] : [bitmap.width, bitmap.height];
  const data = Buffer.alloc(bitmap.data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = sourceOf(orientation, x, y, bitmap);
      const from = (fromY * bitmap.width + fromX) * CHANNELS;
      bitmap.data.copy(data, (y * width + x) * CHANNELS, from, from + CHANNELS);
    }
  }
  return { width, height, data };
}
