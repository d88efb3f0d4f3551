const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

/** Characters beside which a sign belongs to Chinese text: Han, and full-width brackets and quotes. */
const CHINESE = '[\\p{Script=Han}〔〕（）《》“”。、，：；]';
const SIGN = new RegExp(`(?<=${CHINESE})[,:;?!]|[,:;?!](?=${CHINESE})`, 'gu');
const BRACKETS = /\(([^()\n]*)\)/gu;
const HAS_CHINESE = new RegExp(CHINESE, 'u');

/**
 * Punctuation as printed Chinese documents have it (GB/T 15834): full-width beside Chinese characters, while figures,
 * clock times and addresses keep their own. People type whichever their keyboard gives.
 *
 * @example printedPunctuation('起拍价:12,000.00 元(含税),10:00起') //=> '起拍价：12,000.00 元（含税），10:00起'
 */
export function printedPunctuation(text: string): string {
  const bracketed = text.replace(BRACKETS, (whole, inner: string, at: number) => {
    const before = text.slice(Math.max(0, at - 1), at);
    return HAS_CHINESE.test(inner) || HAS_CHINESE.test(before) ? `（${inner}）` : whole;
  });
  return bracketed.replace(SIGN, (sign) => FULL_WIDTH[sign] ?? sign);
}
