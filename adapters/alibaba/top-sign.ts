import { createHmac } from 'node:crypto';

/** Parameters of a call as text, the common ones (公共参数) included. */
export type TopParameters = Readonly<Record<string, string>>;

/**
 * Signs a call of the open platform (签名, `sign_method` hmac): parameters in the order of their names' ASCII codes, name
 * and value joined without anything between, HMAC-MD5 with the application's secret, upper-case hexadecimal. Left out are
 * `sign` itself, empty values and files. Text is UTF-8. Source: README.md.
 */
export function signTop(parameters: TopParameters, secret: string): string {
  const text = Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => name + value)
    .join('');
  return createHmac('md5', secret).update(text, 'utf8').digest('hex').toUpperCase();
}
