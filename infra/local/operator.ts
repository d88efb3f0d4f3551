import { timingSafeEqual } from 'node:crypto';

const OPERATOR = { iam: { userArn: 'arn:aws:iam::000000000000:user/local-operator' } };

function isSame(given: string, wanted: string): boolean {
  const bytes = Buffer.from(given);
  return bytes.length === Buffer.byteLength(wanted) && timingSafeEqual(bytes, Buffer.from(wanted));
}

/**
 * Knows the operator's programs by the token, sent as `Bearer`: no browser sends that by itself. The answer is the
 * event's `authorizer`, undefined for anybody else.
 */
export function operatorAuthoriser(token: string): (headers: Record<string, string>) => object | undefined {
  return (headers) => {
    const [scheme = '', given = ''] = (headers['authorization'] ?? '').split(/ +/);
    return scheme.toLowerCase() === 'bearer' && isSame(given, token) ? OPERATOR : undefined;
  };
}
