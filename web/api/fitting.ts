/** Lambda answers 6 MB at most, the body as JSON text or in base64; the rest is for headers. */
const LARGEST_WRITTEN_BODY = 5_900_000;

function fits(body: string): boolean {
  if (body.length * 6 <= LARGEST_WRITTEN_BODY) return true;
  const encoder = new TextEncoder();
  const asText = encoder.encode(JSON.stringify(body)).length;
  const asBase64 = Math.ceil(encoder.encode(body).length / 3) * 4;
  return Math.max(asText, asBase64) <= LARGEST_WRITTEN_BODY;
}

/**
 * Writes as much of what was asked for as one answer can carry, halving until it fits; one thing is always written.
 *
 * @param write writes an answer with so many things at most
 */
export function fitting<T extends { readonly body: string }>(limit: number, write: (limit: number) => T): T {
  const written = write(limit);
  return limit <= 1 || fits(written.body) ? written : fitting(Math.ceil(limit / 2), write);
}
