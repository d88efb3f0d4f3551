import { Parser } from 'htmlparser2';
import { drift } from './refusal.ts';

/** What is told of a part while it is read; names come without their namespace prefix. */
interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Parts of a workbook nest ten levels; closing tags cost time with the depth. */
const MAX_DEPTH = 64;

/**
 * Reads a part of a workbook piece by piece. Entities of a document type are left as they stand, nothing is loaded.
 * @throws AppError `DOCUMENT.DRIFT` unless it is a whole `root` element in UTF-8
 */
export function walkXml(name: string, bytes: Uint8Array, root: string, events: XmlEvents): void {
  let depth = 0;
  let isWhole = false;
  const parser = new Parser(
    {
      onopentag(prefixed, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH) throw drift('a part of the workbook nests too deeply', { at: name });
        if (depth === 1 && bare(prefixed) !== root) throw brokenPart(name, root);
        events.open?.(bare(prefixed), attributes);
      },
      ontext: (text) => events.text?.(text),
      onclosetag(prefixed, isImplied) {
        depth -= 1;
        if (depth === 0) isWhole = !isImplied;
        events.close?.(bare(prefixed));
      },
    },
    { xmlMode: true },
  );
  parser.end(decode(name, bytes, root));
  if (!isWhole) throw brokenPart(name, root);
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(name: string, bytes: Uint8Array, root: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw brokenPart(name, root);
  }
}

function brokenPart(name: string, root: string): Error {
  return drift('a part of the workbook is broken', { at: name, missing: root });
}
