import { timingSafeEqual } from 'node:crypto';

const OPERATOR = { iam: { userArn: 'arn:aws:iam::000000000000:user/local-operator' } };
/** The name a browser's login asks for beside the token. */
export const OPERATOR_NAME = 'operator';

function isSame(given: string, wanted: string): boolean {
  const bytes = Buffer.from(given);
  return bytes.length === Buffer.byteLength(wanted) && timingSafeEqual(bytes, Buffer.from(wanted));
}

/**
 * Knows the operator by the token: programs send it as `Bearer`, browsers as the password of HTTP Basic.
 * The answer is the event's `authorizer`, undefined for anybody else.
 */
export function operatorAuthoriser(token: string): (headers: Record<string, string>) => object | undefined {
  const credentials = new Map([
    ['bearer', token],
    ['basic', Buffer.from(`${OPERATOR_NAME}:${token}`).toString('base64')],
  ]);
  return (headers) => {
    const [scheme = '', given = ''] = (headers['authorization'] ?? '').split(/ +/);
    const wanted = credentials.get(scheme.toLowerCase());
    return wanted !== undefined && isSame(given, wanted) ? OPERATOR : undefined;
  };
}

/**
 * Says whether a request that may change something was caused by a page of another site. A browser sends a Basic
 * password along with whatever any page makes it send, so an operator's routes must not listen to foreign pages.
 */
export function isForgeable(method: string, headers: Readonly<Record<string, string>>): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers['origin'] !== undefined && headers['origin'] !== `http://${headers['host']}`;
}
