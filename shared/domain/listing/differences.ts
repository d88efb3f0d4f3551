import { TERMS_FIELDS } from './fields.ts';
import type { Listing } from './listing.ts';
import type { ListingTerms } from './terms.ts';

/** A field that says something else than before, as reviewers read it. `null`: nothing was or is said. */
export interface Difference {
  readonly pointer: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two states of the terms, field by field in the order of the form. */
export function differencesOf(before: ListingTerms, after: ListingTerms): readonly Difference[] {
  return TERMS_FIELDS.map(({ pointer, name, text }) => ({
    pointer,
    name,
    before: text(before),
    after: text(after),
  })).filter((difference) => difference.before !== difference.after);
}

/**
 * What changed since the submission before: for a draft since the last one, under review since the one before that.
 * Undefined for the first submission, where everything is new.
 */
export function changesSinceSubmission({ state, submissions, terms }: Listing): readonly Difference[] | undefined {
  const before = submissions.at(state === 'draft' ? -1 : -2);
  return before === undefined ? undefined : differencesOf(before.terms, terms);
}
