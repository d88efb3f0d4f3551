import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

/** One element of an XML part: its name and the text directly inside. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The parts of an Office file by path. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xml|rels)$/.test(path));
  return new Map(files.map(([path, content]) => [path, decoder.decode(content)]));
}

/**
 * Every element of an XML text in the order they end.
 * @throws Error when one is closed that is not open, or left open
 */
export function elementsOf(xml: string): readonly Element[] {
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const ended: Element[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open.push({ name, attributes, text: '' }),
      ontext: (text) => {
        const inner = open.at(-1);
        if (inner !== undefined) inner.text += text;
      },
      onclosetag: (name, isImplied) => {
        const inner = open.pop();
        const isSelfClosed = isImplied && xml.slice(0, parser.endIndex + 1).endsWith('/>');
        if (inner?.name !== name || (isImplied && !isSelfClosed)) throw new Error(`<${name}> does not close`);
        ended.push(inner);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return ended;
}

/** All text of an XML part, without its markup. */
export function textOf(xml: string): string {
  return elementsOf(xml)
    .map(({ text }) => text)
    .join('');
}
