import type { Verdict } from '#shared/domain/rules/rule.ts';
import { type FieldErrors, fieldErrorsOf } from '#web/pages/desk/form-text.ts';
import type { Refused } from '#web/pages/desk/listings/entry.tsx';
import { fieldNameOf } from '#web/pages/desk/listings/steps.ts';
import type { Refusal } from './desk-answers.ts';

/** Verdicts an error carries: what was broken, or not yet justified. */
function verdictErrors({ error }: Refusal): FieldErrors {
  const verdicts = error.details['verdicts'];
  if (!Array.isArray(verdicts)) return {};
  const isUnjustified = error.code === 'LISTING.UNJUSTIFIED';
  return Object.fromEntries(
    // Our own verdicts, which went into the error as they were.
    (verdicts as unknown as readonly Verdict[]).map(({ rule, sentence, pointer }) => [
      isUnjustified ? `reasons.${rule}` : fieldNameOf(pointer ?? `/${rule}`),
      isUnjustified ? `请说明理由:${sentence}` : sentence,
    ]),
  );
}

/** Who holds an asset that cannot be locked, with the period, in words. */
function lockErrors({ error }: Refusal): FieldErrors {
  if (error.code !== 'ASSET.LOCKED') return {};
  const { listing, from, until } = error.details;
  return {
    items: `资产已被挂牌 ${String(listing)} 占用,期间 ${String(from)} 至 ${until === null ? '长期' : String(until)}`,
  };
}

/** A refusal as the listing's forms show it: title, and what is wrong by field. */
export function refusedBy(refusal: Refusal): Refused {
  const { problem } = refusal;
  const errors = { ...verdictErrors(refusal), ...lockErrors(refusal), ...fieldErrorsOf(problem.errors, fieldNameOf) };
  const isPlain = Object.keys(errors).length === 0;
  return { title: isPlain ? `${problem.title}。${problem.wayOut}` : problem.title, errors };
}
