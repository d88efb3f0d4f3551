/**
 * A mail address or phone number as people see it who need not know it.
 *
 * @example maskedAddress('13800001234') //=> '138****1234'
 * @example maskedAddress('office@example.com') //=> 'o***@example.com'
 */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at > 0) return `${address.slice(0, 1)}***${address.slice(at)}`;
  if (/^\d{11}$/.test(address)) return `${address.slice(0, 3)}****${address.slice(-4)}`;
  return '***';
}
