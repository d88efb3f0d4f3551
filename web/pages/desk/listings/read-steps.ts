import { type Bearer, type Eligibility, type ListingTerms, PAYMENT_FREQUENCIES } from '#shared/domain/listing/terms.ts';
import { PRICE_BASES } from '#shared/domain/price.ts';
import { TRADE_KINDS } from '#shared/domain/trade.ts';
import type { FormReader } from '../form-text.ts';
import { LONGEST_TEXT, readExtension, readItems, readPapers, readPriority, readWorks } from './read-rows.ts';
import type { TermStep } from './steps.ts';

const BEARERS = ['buyer', 'seller', 'each-own', 'as-agreed'] as const satisfies readonly Bearer[];
const WHO = ['anyone', 'members-only', 'organisations', 'restricted'] as const satisfies readonly Eligibility['who'][];
const LONGEST_TERM_MONTHS = 70 * 12;

/** Reads a field, or a group of them, if the form has it; what it has not stays as it was. */
function given<T>(form: FormReader, name: string, stored: T, read: () => T): T {
  const isThere = Object.keys(form.values).some((field) => field === name || field.startsWith(`${name}.`));
  return isThere ? read() : stored;
}

function readAssetsStep(form: FormReader, terms: ListingTerms): Partial<ListingTerms> {
  const long = { most: LONGEST_TEXT };
  return {
    title: given(form, 'title', terms.title, () => form.text('title', { most: 100 })),
    items: given(form, 'items', terms.items, () => readItems(form)),
    permittedBusiness: given(form, 'permittedBusiness', terms.permittedBusiness, () =>
      form.text('permittedBusiness', long),
    ),
    compulsoryWorks: given(form, 'compulsoryWorks', terms.compulsoryWorks, () => readWorks(form)),
    contact: given(form, 'contact', terms.contact, () => ({
      name: form.text('contact.name', { most: 50 }),
      phone: form.text('contact.phone', { most: 30 }),
    })),
    remarks: given(form, 'remarks', terms.remarks, () => form.text('remarks', long)),
  };
}

function readDeposit(form: FormReader): ListingTerms['deposit'] {
  return {
    fen: form.yuan('deposit.yuan'),
    accountName: form.text('deposit.accountName'),
    accountBank: form.text('deposit.accountBank'),
    accountNumber: form.text('deposit.accountNumber', { most: 40 }),
    dueAt: form.time('deposit.dueAt'),
  };
}

function readAppraisal(form: FormReader): ListingTerms['appraisal'] {
  return {
    fen: form.yuan('appraisal.yuan'),
    agency: form.text('appraisal.agency'),
    reportOn: form.day('appraisal.reportOn'),
    publishedOn: form.day('appraisal.publishedOn'),
    publicityEndsOn: form.day('appraisal.publicityEndsOn'),
  };
}

function readLease(form: FormReader): ListingTerms['lease'] {
  return {
    startsOn: form.day('lease.startsOn'),
    months: form.whole('lease.months', 1, LONGEST_TERM_MONTHS),
    escalationPpm: form.percent('lease.escalationPercent'),
    payEvery: form.choice('lease.payEvery', PAYMENT_FREQUENCIES),
  };
}

function readTermsStep(form: FormReader, terms: ListingTerms): Partial<ListingTerms> {
  const yuan = (name: string, stored: ListingTerms['startPriceFen']) =>
    given(form, name, stored, () => form.yuan(name));
  const bearer = (name: 'feesBorneBy' | 'taxesBorneBy') =>
    given(form, name, terms[name], () => form.choice(name, BEARERS));
  return {
    tradeKind: given(form, 'tradeKind', terms.tradeKind, () => form.choice('tradeKind', TRADE_KINDS)),
    priceBasis: given(form, 'priceBasis', terms.priceBasis, () => form.choice('priceBasis', PRICE_BASES)),
    startPriceFen: yuan('startPriceYuan', terms.startPriceFen),
    reserveFen: yuan('reserveYuan', terms.reserveFen),
    incrementFen: yuan('incrementYuan', terms.incrementFen),
    extension: given(form, 'extension', terms.extension, () => readExtension(form)),
    appraisal: given(form, 'appraisal', terms.appraisal, () => readAppraisal(form)),
    lease: given(form, 'lease', terms.lease, () => readLease(form)),
    deposit: given(form, 'deposit', terms.deposit, () => readDeposit(form)),
    feesBorneBy: bearer('feesBorneBy'),
    taxesBorneBy: bearer('taxesBorneBy'),
  };
}

function readWindows(form: FormReader): ListingTerms['windows'] {
  return {
    noticeOn: form.day('windows.noticeOn'),
    viewingFrom: form.day('windows.viewingFrom'),
    viewingUntil: form.day('windows.viewingUntil'),
    registrationEndsAt: form.time('windows.registrationEndsAt'),
    biddingStartsAt: form.time('windows.biddingStartsAt'),
    biddingEndsAt: form.time('windows.biddingEndsAt'),
  };
}

function readEligibility(form: FormReader): Eligibility {
  return {
    who: form.choice('eligibility.who', WHO) ?? 'anyone',
    condition: form.text('eligibility.condition', { most: LONGEST_TEXT }),
    papers: form.lines('eligibility.papers'),
  };
}

function readResolution(form: FormReader): ListingTerms['resolution'] {
  const MOST_VOTERS = 1_000_000;
  return {
    meeting: form.choice('resolution.meeting', ['members', 'delegates']),
    heldOn: form.day('resolution.heldOn'),
    entitled: form.whole('resolution.entitled', 1, MOST_VOTERS),
    present: form.whole('resolution.present', 0, MOST_VOTERS),
    inFavour: form.whole('resolution.inFavour', 0, MOST_VOTERS),
    planPublishedOn: form.day('resolution.planPublishedOn'),
    publicityFrom: form.day('resolution.publicityFrom'),
    publicityUntil: form.day('resolution.publicityUntil'),
    floorFen: form.yuan('resolution.floorYuan'),
  };
}

/**
 * The terms after one step's form: what the form has is taken from it, an empty field as not known; what it does not have
 * stays as it was.
 */
export function readStep(step: TermStep, form: FormReader, terms: ListingTerms): ListingTerms {
  switch (step) {
    case 'assets':
      return { ...terms, ...readAssetsStep(form, terms) };
    case 'terms':
      return { ...terms, ...readTermsStep(form, terms) };
    case 'times':
      return { ...terms, windows: given(form, 'windows', terms.windows, () => readWindows(form)) };
    case 'bidders':
      return {
        ...terms,
        eligibility: given(form, 'eligibility', terms.eligibility, () => readEligibility(form)),
        priority: given(form, 'priority', terms.priority, () => readPriority(form)),
      };
    case 'decision':
      return {
        ...terms,
        resolution: given(form, 'resolution', terms.resolution, () => readResolution(form)),
        papers: given(form, 'papers', terms.papers, () => readPapers(form, terms.papers)),
      };
  }
}
