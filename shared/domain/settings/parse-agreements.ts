import { component, schedule, source } from '../fees/declare.ts';
import type {
  FeeBase,
  FeeCategory,
  FeeComponent,
  FeeFormula,
  FeePayer,
  FeeSchedule,
  RateBand,
} from '../fees/schedule.ts';
import { fen, ppm } from '../money.ts';
import { TRADE_KINDS } from '../trade.ts';
import { type DataReader, MOST_FEN } from './parse.ts';

const PAYERS: readonly FeePayer[] = ['buyer', 'seller'];
const CATEGORIES: readonly FeeCategory[] = ['commission', 'software_service', 'transaction_service'];
const BASES: readonly FeeBase[] = [
  'hammer',
  'first_year_rent',
  'rent_12_months',
  'total_term_rent',
  'start_price',
  'premium',
  'none',
];
const FORMULAS = ['free', 'flat', 'percent', 'marginal'] as const;
const MILLION = 1_000_000;

function readBand(data: DataReader): RateBand {
  const end = data.at('upToFen').wholeOrNull(1, MOST_FEN);
  return { upToFen: end === null ? null : fen(end), ratePpm: ppm(data.at('ratePpm').whole(0, MILLION)) };
}

function readFormula(data: DataReader): FeeFormula {
  const type = data.at('type').oneOf(FORMULAS);
  switch (type) {
    case 'free':
      return { type };
    case 'flat':
      return { type, amountFen: fen(data.at('amountFen').whole(0, MOST_FEN)) };
    case 'percent':
      return { type, ratePpm: ppm(data.at('ratePpm').whole(0, MILLION)) };
    case 'marginal':
      return { type, bands: data.at('bands').each(readBand) };
  }
}

function readLimit(data: DataReader) {
  const limit = data.wholeOrNull(0, MOST_FEN);
  return limit === null ? null : fen(limit);
}

function readComponent(data: DataReader): FeeComponent {
  const tradeKinds = data.at('when').at('tradeKinds');
  return component({
    code: data.at('code').text(60),
    payer: data.at('payer').oneOf(PAYERS),
    category: data.at('category').oneOf(CATEGORIES),
    base: data.at('base').oneOf(BASES),
    formula: readFormula(data.at('formula')),
    minFen: readLimit(data.at('minFen')),
    maxFen: readLimit(data.at('maxFen')),
    when: tradeKinds.isNull() ? {} : { tradeKinds: tradeKinds.each((kind) => kind.oneOf(TRADE_KINDS)) },
  });
}

function readAgreement(data: DataReader): FeeSchedule {
  const number = data.at('agreementNumber').text(80);
  const [from, until] = [data.at('effectiveFrom').day(), data.at('effectiveTo').dayOrNull()];
  if (until !== null && until < from) data.at('effectiveTo').fault('截止日早于开始日');
  const title = data.at('title').text(100);
  return schedule({
    id: data.at('id').text(80),
    title,
    platform: data.at('platform').text(60),
    confidence: 'agreement',
    agreementNumber: number,
    source: source({ title, number, quality: 'agreement' }),
    effectiveFrom: from,
    effectiveTo: until,
    // What was signed goes before what was published.
    priority: 200,
    components: data.at('components').each(readComponent),
  });
}

/**
 * Reads fee schedules agreed with platforms, in the forms agreements come in: free, flat, percent, and marginal bands. Rounded
 * half up to the fen, VAT as the agreement's text says elsewhere, charged on a sale. `feeBook` holds them against each other.
 */
export function readAgreements(data: DataReader): readonly FeeSchedule[] {
  return data.each(readAgreement);
}
