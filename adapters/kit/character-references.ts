import { load } from 'cheerio/slim';

/** Resolves character references that a platform leaves inside JSON text: `凯旋&middot;首府` is 凯旋·首府. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? load(text.replaceAll('<', '&lt;')).text() : text;
}
