const ZERO_WIDTH = /\u200B|\u200C|\u200D|\u2060|\uFEFF/g;

/**
 * One spelling for what reads alike: without zero-width characters, Unicode NFKC, lower case whatever stands around
 * (the final sigma is a sigma). White space stays as it is.
 */
export function foldText(text: string): string {
  return text.replace(ZERO_WIDTH, '').normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
}

/**
 * Text as it is searched: folded, any run of white space one space, none at the ends.
 *
 * @example normaliseText('Ａ３　厂房') //=> 'a3 厂房'
 */
export function normaliseText(text: string): string {
  const normal = foldText(text).replace(/\s+/g, ' ').trim();
  // The given string may be shared with whoever holds it; an equal one would take its memory twice.
  return normal === text ? text : normal;
}

/** The different words of a query, normalised. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(normaliseText(query).split(' '))].filter((word) => word !== '');
}
