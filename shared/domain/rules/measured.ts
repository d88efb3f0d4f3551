import type { LocalDate } from '../time.ts';

/** What comes of holding facts against a rule, before it is weighed. Sentences are Chinese, without the rule's name. */
export type Measured =
  | { readonly kind: 'kept'; readonly sentence: string }
  | { readonly kind: 'broken'; readonly sentence: string; readonly earliest: LocalDate | null }
  | { readonly kind: 'idle'; readonly sentence: string }
  | { readonly kind: 'missing'; readonly missing: readonly string[]; readonly sentence?: string };
