/**
 * The name of the session's cookie. Over https the prefix makes browsers refuse it unless it is `Secure`, for the whole
 * site, and set by this very host.
 */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-session' : 'session';
}

/** The name of the cookie that keeps a sign-in until its answer comes back. */
export function signinCookie(secure: boolean): string {
  return secure ? '__Host-signin' : 'signin';
}

/** One cookie of a `cookie` header; undefined when it is missing, and when it is there twice. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const given = (header ?? '').split(';').map((pair) => pair.trim());
  const values = given.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

/**
 * A `set-cookie` line: hidden from scripts, sent along with links from elsewhere but not with foreign forms.
 *
 * @param maxAge seconds; 0 removes the cookie
 */
export function cookieLine(name: string, value: string, secure: boolean, maxAge: number): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;
}
