/** What a cookie may be called and hold (RFC 6265, 4.1.1); any other is not sent back. */
const COOKIE = /^\s*([\w!#$%&'*+.^`|~-]{1,100})=([\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{0,1000})\s*(?:;|$)/;

const MOST_COOKIES = 20;

/** Reads the cookies an answer sets, by name. How long and for which paths is left unread: they live for one reading. */
export function readSetCookies(lines: readonly string[] | undefined): Readonly<Record<string, string>> {
  const read = (lines ?? []).slice(0, MOST_COOKIES).flatMap((line) => {
    const [, name, value = ''] = COOKIE.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(read);
}

/** The header that carries cookies; undefined without any. */
export function toCookieHeader(cookies: Readonly<Record<string, string>>): string | undefined {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  const sound = pairs.filter((pair) => COOKIE.test(pair));
  return sound.length === 0 ? undefined : sound.join('; ');
}
