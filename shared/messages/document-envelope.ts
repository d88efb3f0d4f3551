import * as z from 'zod/mini';
import type { DocumentEnvelope } from '../domain/document.ts';
import { parseInstant } from '../domain/time.ts';
import { AppError } from '../errors/app-error.ts';
import type { ObjectMetadata } from '../ports/object-store.ts';

const instant = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const parsed = parseInstant(text);
    if (parsed === undefined) context.issues.push({ code: 'custom', message: 'not a time', input: text });
    return parsed ?? z.NEVER;
  }),
);

const Envelope = z.object({
  schema: z.literal('document.v1'),
  platform: z.string(),
  kind: z.string(),
  observedAt: instant,
  receivedAt: instant,
  sha256: z.string(),
  contentType: z.string(),
  subject: z.exactOptional(z.string()),
  source: z.string(),
  broughtBy: z.string(),
  correlationId: z.string(),
});

/**
 * Writes an envelope as object metadata: one ASCII value, since header values take no Chinese, in base64 because metadata
 * holds 2 KB and percent signs would make nine characters of one.
 */
export function toMetadata(envelope: DocumentEnvelope): ObjectMetadata {
  return { envelope: btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(envelope)))) };
}

function decodeBase64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));
}

/**
 * Reads the envelope of a stored document.
 * @throws AppError `DOCUMENT.DAMAGED` when it has none or an unreadable one
 */
export function parseEnvelope(metadata: ObjectMetadata): DocumentEnvelope {
  try {
    return z.parse(Envelope, JSON.parse(decodeBase64(metadata['envelope'] ?? '')));
  } catch (cause) {
    throw new AppError('DOCUMENT.DAMAGED', 'the document has no readable envelope', { cause });
  }
}
