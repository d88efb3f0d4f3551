import { component, schedule, source } from '#shared/domain/fees/declare.ts';
import type { FeeComponent, FeeFormula, FeePayer, FeeSchedule, RateBand } from '#shared/domain/fees/schedule.ts';
import { fen, parseMoney, ppm } from '#shared/domain/money.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { TRADE_KINDS } from '#shared/domain/trade.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '../form-text.ts';

const FORMULAS = ['free', 'flat', 'percent', 'marginal'] as const;
const BASES = ['hammer', 'first_year_rent', 'rent_12_months', 'total_term_rent', 'start_price'] as const;
const CATEGORIES = ['commission', 'transaction_service', 'software_service'] as const;

/** What was signed goes before what was published (100). */
const PRIORITY = 200;

/** Reads one line: `2000000 5` or `以上 3`. */
function readBand(line: string): RateBand | undefined {
  const match = /^(以上|[\d,.]+万?)\s+(\d{1,3})(?:\.(\d{1,4}))?%?$/.exec(line.replace('%', '%'));
  if (match === null) return undefined;
  const ratePpm = ppm(Number(`${match[2]}${(match[3] ?? '').padEnd(4, '0')}`));
  if (match[1] === '以上') return { upToFen: null, ratePpm };
  const end = parseMoney(match[1] ?? '', 'yuan');
  return end.kind === 'amount' ? { upToFen: end.fen, ratePpm } : undefined;
}

function readBands(form: FormReader, name: string): readonly RateBand[] {
  const lines = form.lines(name);
  const bands = lines.flatMap((line) => readBand(line) ?? []);
  if (lines.length === 0 || bands.length < lines.length) form.fault(name, '每行应为“上限 比例”,最后一行“以上 比例”');
  return bands;
}

function readFormula(form: FormReader, payer: FeePayer, type: (typeof FORMULAS)[number]): FeeFormula {
  switch (type) {
    case 'free':
      return { type };
    case 'flat': {
      const amount = form.yuan(`${payer}.amount`);
      if (amount === null) form.fault(`${payer}.amount`, '请填写固定金额');
      return { type, amountFen: amount ?? fen(0) };
    }
    case 'percent': {
      const rate = form.percent(`${payer}.rate`);
      if (rate === null) form.fault(`${payer}.rate`, '请填写比例,如 5');
      return { type, ratePpm: rate ?? ppm(0) };
    }
    case 'marginal':
      return { type, bands: readBands(form, `${payer}.bands`) };
  }
}

function readSide(form: FormReader, payer: FeePayer): readonly FeeComponent[] {
  const type = form.choice(`${payer}.type`, FORMULAS);
  if (type === null) return [];
  const category = form.choice(`${payer}.category`, CATEGORIES) ?? 'transaction_service';
  const base = type === 'flat' || type === 'free' ? 'none' : (form.choice(`${payer}.base`, BASES) ?? 'hammer');
  const tradeKinds = form.list('tradeKinds');
  return [
    component({
      code: `${payer}_${category}`,
      payer,
      category,
      base,
      formula: readFormula(form, payer, type),
      minFen: form.yuan(`${payer}.min`),
      maxFen: form.yuan(`${payer}.max`),
      when: tradeKinds.length === 0 ? {} : { tradeKinds: TRADE_KINDS.filter((kind) => tradeKinds.includes(kind)) },
    }),
  ];
}

/**
 * Reads an agreement with a platform.
 * @throws AppError `FORM.INVALID`
 */
export function readAgreementForm(values: FormValues, id: string): FeeSchedule {
  const form = formReader(values);
  const number = form.text('agreementNumber', { most: 80, required: '请填写协议编号' }) ?? '';
  const title = form.text('title', { most: 100, required: '请填写协议名称' }) ?? '';
  const [from, until] = [form.day('effectiveFrom'), form.day('effectiveTo')];
  if (from === null) form.fault('effectiveFrom', '请填写自哪天起适用');
  if (from !== null && until !== null && until < from) form.fault('effectiveTo', '截止日早于开始日');
  const components = [...readSide(form, 'buyer'), ...readSide(form, 'seller')];
  if (components.length === 0) form.fault('buyer.type', '请至少填写一方的收费');
  const platform = form.text('platform', { required: '请选择平台' }) ?? '';
  refuseFaults(form.errors);
  const standing = { title, platform, agreementNumber: number, effectiveFrom: from, effectiveTo: until };
  const read = source({ title, number, quality: 'agreement' });
  return schedule({ id, ...standing, confidence: 'agreement', source: read, priority: PRIORITY, components });
}

/** Which agreement ends, and when. */
export interface AgreementEnd {
  readonly id: string;
  readonly on: LocalDate;
}

/**
 * Reads the end of an agreement.
 * @throws AppError `FORM.INVALID`
 */
export function readAgreementEnd(values: FormValues, ids: readonly string[]): AgreementEnd {
  const form = formReader(values);
  const id = form.choice('agreement', ids);
  if (id === null) form.fault('agreement', '请选择终止哪一份协议');
  const on = form.day('lastDay');
  if (on === null) form.fault('lastDay', '请填写日期,如 2026-05-06');
  refuseFaults(form.errors);
  if (id === null || on === null) throw new RangeError('a form with something missing has faults');
  return { id, on };
}
