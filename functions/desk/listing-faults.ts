import type { Verdict } from '#shared/domain/rules/rule.ts';
import { type FieldErrors, fieldErrorsOf } from '#web/pages/desk/form-text.ts';
import type { Refused } from '#web/pages/desk/listings/refused.tsx';
import { fieldNameOf } from '#web/pages/desk/listings/steps.ts';
import { callerIn } from '../admission.ts';
import type { Refusal } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { DeskContext } from './desk-routes.ts';
import { heldAsset } from './locked-by.ts';

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

/** A refusal as the listing's forms show it: title, what is wrong by field, and who holds an asset that was wanted. */
export async function refusedBy(context: DeskContext, ports: DeskPorts, refusal: Refusal): Promise<Refused> {
  const { problem, error } = refusal;
  const errors = { ...verdictErrors(refusal), ...fieldErrorsOf(problem.errors, fieldNameOf) };
  const held = await heldAsset(callerIn(context), ports, error);
  const isPlain = Object.keys(errors).length === 0;
  return { title: isPlain ? `${problem.title}。${problem.wayOut}` : problem.title, errors, held };
}
