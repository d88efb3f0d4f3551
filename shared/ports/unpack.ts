/** Deflate (RFC 1950, 1951): what is packed in zip parts and in PDF streams. */
export interface Unpack {
  /** What the packed bytes hold; undefined when they are damaged or would be longer than `maxBytes`. */
  inflate(packed: Uint8Array, wrapping: 'raw' | 'zlib', maxBytes: number): Uint8Array | undefined;
}
