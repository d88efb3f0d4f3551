const SHORTEST_PIECE = 2;
const SHORTENED_TO = [16, 8, 4];

/** What a piece is cut at: where masking, shortening, a sign of currency or a space may hide something. */
const BROKEN_AT = /[*…\s¥￥]+/;

/**
 * What to look for of the values a reason quotes, the likeliest first. Adapters mask, shorten and re-space what they quote,
 * and a page may break it with tags, so after the whole value come its longest pieces and then their beginnings.
 *
 * @example quotedIn('not an amount: "12,0000元"') //=> ['12,0000元', '12,0']
 */
export function quotedIn(reason: string): readonly string[] {
  const values = [...reason.matchAll(/"([^"]+)"/g)].map(([, value = '']) => value);
  const pieces = values
    .flatMap((value) => value.split(BROKEN_AT))
    .filter((piece) => piece.length >= SHORTEST_PIECE)
    .toSorted((a, b) => b.length - a.length);
  const beginnings = SHORTENED_TO.flatMap((length) =>
    pieces.filter((piece) => piece.length > length).map((piece) => piece.slice(0, length)),
  );
  return [
    ...new Set([
      ...values.filter((value) => value.length >= SHORTEST_PIECE && !value.includes('…')),
      ...pieces,
      ...beginnings,
    ]),
  ];
}

/** Names of fields a complaint gives: the heading in its reason (`… under 保证金`), then the last name of its path. */
export function wordsNamed({ path, reason }: { readonly path: string; readonly reason: string }): readonly string[] {
  const heading = / under ([^:"]+)/.exec(reason)?.[1]?.trim();
  const last = path
    .split(/[/\s.>]/)
    .filter((name) => /[^\d]/.test(name))
    .at(-1);
  return [heading, last].filter((word) => word !== undefined && word.length >= SHORTEST_PIECE) as readonly string[];
}
