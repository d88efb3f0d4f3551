/** A picture as JPEG, upright, without anything but pixels in it. Sizes in pixels. */
export interface ReencodedPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Decoding and encoding of pictures (照片): a codec is a library, so services see it through this. */
export interface Pictures {
  /**
   * Decodes a JPEG or PNG once and encodes it anew as JPEG, turned upright, once for each longest side named (pixels) and never
   * larger than it was. Nothing of the original's metadata is left. The same bytes always give the same bytes.
   * Whoever calls it has looked at the size in the header first: decoding takes 40 bytes of memory a pixel.
   * @throws when the picture is damaged
   */
  reencode(bytes: Uint8Array, longestSides: readonly number[]): readonly ReencodedPicture[];
}
