import type { Fen, Ppm } from '#shared/domain/money.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { BASIS_TEXT } from '#shared/domain/reconciliation/our-lots.ts';
import type { StatedTotals } from '#shared/domain/reconciliation/stated-totals.ts';
import { MEASURE_TEXT, type TotalsLine, type TotalsMeasure } from '#shared/domain/reconciliation/totals-lines.ts';
import type { Item, ListBody, TotalsBody } from '#shared/services/reconciliation/item.ts';
import { percentText } from '../../comparison/figure-text.ts';

/** Address of the board. */
export const BOARD_ADDRESS = '/desk/reconciliation';

/** Address of an item's page. */
export function itemAddress(id: string): string {
  return `${BOARD_ADDRESS}/item?id=${encodeURIComponent(id)}`;
}

/** Address of a file named as evidence: of the desk, or a document of a platform. */
export function evidenceAddress(id: string): string {
  return /^[0-9a-z]{16}$/.test(id) ? `/desk/files/${id}` : `/office/documents/${encodeURIComponent(id)}`;
}

/** First and last day of a statement. */
export function statedPeriod({ from, to }: Pick<StatedTotals, 'from' | 'to'>): string {
  return from === to ? from : `${from} 至 ${to}`;
}

/** A value of a measure with its unit; a dash where there is none. */
export function measureValue(measure: TotalsMeasure, value: number | null): string {
  if (value === null) return '—';
  if (measure === 'amount') return `${formatYuan(value as Fen)} 元`;
  return measure === 'meanPremium' ? percentText(value as Ppm) : String(value);
}

/** How far ours lies above (+) or below (−) the platform's. */
export function differenceText({ measure, difference, agrees }: TotalsLine): string {
  if (agrees) return '一致';
  if (difference === null) return '我们没有可比的数字';
  const size = measureValue(measure, Math.abs(difference)).replace('%', ' 个百分点');
  return `我们${difference > 0 ? '多' : '少'} ${size}`;
}

function totalsWords({ basis, lines }: TotalsBody): readonly string[] {
  if (basis === null) return ['平台所称的范围对不上我们的标的,无法比较'];
  return lines
    .filter(({ agrees }) => !agrees)
    .map((line) => {
      const [theirs, ours] = [measureValue(line.measure, line.stated), measureValue(line.measure, line.ours)];
      return `${MEASURE_TEXT[line.measure].name}:平台 ${theirs},我们 ${ours},${differenceText(line)}`;
    });
}

function listWords({ comparison }: ListBody): readonly string[] {
  const { missingWithUs, missingWithThem, amountDiffers, outcomeDiffers } = comparison;
  const counted: readonly (readonly [string, number])[] = [
    ['清单有、我们没有', missingWithUs.length],
    ['我们有、清单没有', missingWithThem.length],
    ['成交价不一致', amountDiffers.length],
    ['结果不一致', outcomeDiffers.length],
  ];
  return counted.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count} 个标的`);
}

/** What differs, a line each. */
export function differenceWords({ body }: Item): readonly string[] {
  if (body.kind === 'lot') return body.findings.map(({ words }) => words);
  return body.kind === 'list' ? listWords(body) : totalsWords(body);
}

/** What an item is called. */
export function itemTitle({ body, title, platformName }: Item): string {
  if (body.kind === 'lot') return title ?? '未命名标的';
  if (body.kind === 'list') return title ?? '结果清单';
  const scope = title === null ? '' : `,${title}`;
  return `${platformName} ${statedPeriod(body.stated)}${scope}`;
}

/** Which of our lots are held against a statement. */
export function basisText({ basis }: Pick<TotalsBody, 'basis'>): string {
  return basis === null ? '平台所称的范围对不上我们的处置单位或本区,不作比较' : BASIS_TEXT[basis];
}
