const KILOBYTE = 1024;

/** A size as people read it; bytes, rounded up so that nothing is 0. */
export function sizeText(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} 字节`;
  const kilobytes = Math.ceil(bytes / KILOBYTE);
  if (kilobytes < KILOBYTE) return `${kilobytes} KB`;
  const tenths = Math.ceil((kilobytes * 10) / KILOBYTE);
  return `${Math.floor(tenths / 10)}.${tenths % 10} MB`;
}
