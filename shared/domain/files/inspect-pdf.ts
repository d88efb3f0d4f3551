import type { Unpack } from '../../ports/unpack.ts';
import { REFUSALS } from './refusals.ts';

/** A name of PDF's own (ISO 32000-1 §7.3.5): every character of it may be written `#hh`. */
function nameOf(name: string, whole = true): RegExp {
  const characters = [...name].map((character) => {
    const hex = character.charCodeAt(0).toString(16);
    return `(?:${character}|#${hex})`;
  });
  return new RegExp(`/${characters.join('')}${whole ? '(?![A-Za-z0-9])' : ''}`, 'i');
}

/**
 * `/JS` need not be looked for: a script action must also say `/S /JavaScript`, and three letters would turn up by chance
 * in packed data.
 */
const SCRIPT = ['JavaScript', 'Launch'].map((name) => nameOf(name));
const ATTACHMENT = nameOf('EmbeddedFile', false);
const ENCRYPTED = nameOf('Encrypt');
const OBJECT_STREAM = new RegExp(nameOf('ObjStm').source, 'gi');
const OTHER_FILTERS = /\/(?:LZW|ASCII|RunLength|Crypt|Predictor)/i;
const STREAM = /\bstream\r?\n/g;
const MAX_OBJECTS_BYTES = 64 * 1024 * 1024;

function refuseNames(text: string): string | undefined {
  if (SCRIPT.some((name) => name.test(text))) return REFUSALS.pdfScript;
  return ATTACHMENT.test(text) ? REFUSALS.pdfAttachment : undefined;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Where the stream after a place in its dictionary begins and ends, and the dictionary's text. */
function streamAt(text: string, at: number): { dictionary: string; from: number; to: number } | undefined {
  STREAM.lastIndex = at;
  const start = STREAM.exec(text);
  if (start === null) return undefined;
  const to = text.indexOf('endstream', STREAM.lastIndex);
  if (to < 0) return undefined;
  return { dictionary: text.slice(text.lastIndexOf('obj', at), start.index), from: STREAM.lastIndex, to };
}

/** Objects may lie packed in object streams (ISO 32000-1 §7.5.7), where a plain look would miss them. */
function refuseInObjectStreams(bytes: Uint8Array, text: string, unpack: Unpack): string | undefined {
  let left = MAX_OBJECTS_BYTES;
  for (const { index } of text.matchAll(OBJECT_STREAM)) {
    const stream = streamAt(text, index);
    if (stream === undefined || OTHER_FILTERS.test(stream.dictionary)) return REFUSALS.pdfUnreadable;
    if (!/\/Filter/.test(stream.dictionary)) continue;
    const objects = unpack.inflate(bytes.subarray(stream.from, stream.to), 'zlib', left);
    if (objects === undefined) return REFUSALS.pdfUnreadable;
    left -= objects.length;
    const refusal = refuseNames(latin1(objects));
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/**
 * Why a PDF is not taken: encrypted, cut off, with scripts, programs to start or files inside. Undefined when nothing speaks
 * against it. This is no virus scan: it refuses what a paper for a sale never needs.
 */
export function refusePdf(bytes: Uint8Array, unpack: Unpack): string | undefined {
  const text = latin1(bytes);
  if (!text.includes('%%EOF', Math.max(0, text.length - 2048))) return REFUSALS.damaged;
  if (ENCRYPTED.test(text)) return REFUSALS.pdfEncrypted;
  return refuseNames(text) ?? refuseInObjectStreams(bytes, text, unpack);
}
