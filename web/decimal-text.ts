/**
 * A quotient of whole numbers with so many decimals, rounded half up, without separators.
 *
 * @example decimalText(616_393, 10_000, 1) //=> '61.6'
 */
export function decimalText(units: number, per: number, decimals: number): string {
  const divisor = 2n * BigInt(per);
  const doubled = 2n * BigInt(units) * 10n ** BigInt(decimals) + BigInt(per);
  const scaled = doubled / divisor - (doubled % divisor < 0n ? 1n : 0n);
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return scaled < 0n ? `-${whole}` : whole;
}
