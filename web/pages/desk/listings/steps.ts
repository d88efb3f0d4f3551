import type { OwnerKind } from '#shared/domain/asset/owner.ts';

/** The steps of entering a listing, in order. */
export const ENTRY_STEPS = ['assets', 'terms', 'times', 'bidders', 'decision', 'platform', 'submit'] as const;
export type EntryStep = (typeof ENTRY_STEPS)[number];

/** The steps that are forms of the terms themselves. */
export const TERM_STEPS = ['assets', 'terms', 'times', 'bidders', 'decision'] as const;
export type TermStep = (typeof TERM_STEPS)[number];

/** What people call a step; a state owner holds no vote of members. */
export function stepName(step: EntryStep, kind: OwnerKind): string {
  switch (step) {
    case 'assets':
      return '标的';
    case 'terms':
      return '交易条件';
    case 'times':
      return '时间安排';
    case 'bidders':
      return '竞买人与优先权';
    case 'decision':
      return kind === 'collective' ? '民主决策与材料' : '决策与材料';
    case 'platform':
      return '选择平台';
    case 'submit':
      return '核对并提交';
  }
}

/** Address of a step. */
export function stepAddress(listingId: string, step: EntryStep): string {
  return `/desk/listings/${listingId}/edit/${step}`;
}

/** The step after one; the last stays. */
export function stepAfter(step: EntryStep): EntryStep {
  return ENTRY_STEPS[ENTRY_STEPS.indexOf(step) + 1] ?? 'submit';
}

/** Fields of the terms each step asks for, as the beginnings of their JSON pointers. */
const POINTERS: Readonly<Record<TermStep, readonly string[]>> = {
  assets: ['/title', '/items', '/permittedBusiness', '/compulsoryWorks', '/contact', '/remarks'],
  terms: [
    '/tradeKind',
    '/priceBasis',
    '/startPriceFen',
    '/reserveFen',
    '/incrementFen',
    '/extension',
    '/appraisal',
    '/lease',
    '/deposit',
    '/feesBorneBy',
    '/taxesBorneBy',
  ],
  times: ['/windows'],
  bidders: ['/eligibility', '/priority'],
  decision: ['/resolution', '/papers'],
};

/** The step that asks for a field of the terms, or for the platform (`/choice`); undefined for what none asks for. */
export function stepOfPointer(pointer: string): EntryStep | undefined {
  if (pointer === '/choice') return 'platform';
  return TERM_STEPS.find((step) =>
    POINTERS[step].some((start) => pointer === start || pointer.startsWith(`${start}/`)),
  );
}

/**
 * The form's name of a field of the terms. Amounts and rates are asked for in 元 and percent, and named so.
 *
 * @example fieldNameOf('/deposit/fen') //=> 'deposit.yuan'
 */
export function fieldNameOf(pointer: string): string {
  return pointer
    .replace(/^\//, '')
    .replaceAll('/', '.')
    .replace(/^items\..*$/, 'items')
    .replace(/Fen$/, 'Yuan')
    .replace(/\bfen$/, 'yuan')
    .replace(/Ppm$/, 'Percent');
}
