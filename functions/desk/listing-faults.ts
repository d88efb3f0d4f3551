import type { Verdict } from '#shared/domain/rules/rule.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { type FieldErrors, fieldErrorsOf } from '#web/pages/desk/form-text.ts';
import type { Refused } from '#web/pages/desk/listings/refused.tsx';
import { fieldNameOf } from '#web/pages/desk/listings/steps.ts';
import { callerIn } from '../admission.ts';
import type { Refusal } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { DeskContext } from './desk-routes.ts';
import { heldAsset } from './locked-by.ts';

/** Verdicts a refusal rests on: what was broken, or not yet justified. */
export function verdictsIn({ error }: Refusal): readonly Verdict[] {
  const verdicts = error.details['verdicts'];
  // Our own verdicts, which went into the error as they were.
  return Array.isArray(verdicts) ? (verdicts as unknown as readonly Verdict[]) : [];
}

function verdictErrors(refusal: Refusal): FieldErrors {
  const isUnjustified = refusal.error.code === 'LISTING.UNJUSTIFIED';
  return Object.fromEntries(
    verdictsIn(refusal).map(({ rule, sentence, pointer }) => [
      isUnjustified ? `reasons.${rule}` : fieldNameOf(pointer ?? `/${rule}`),
      isUnjustified ? `请说明理由:${sentence}` : sentence,
    ]),
  );
}

/** The placement an error says stands in the way. */
function placementIn({ code, details }: AppError): string | undefined {
  const { placement } = details;
  return code === 'PLACEMENT.AT_PLATFORM' && typeof placement === 'string' ? placement : undefined;
}

/**
 * A refusal as the listing's forms show it: title, what is wrong by field, who holds an asset that was wanted, and where to
 * have the platform take the lot down first.
 */
export async function refusedBy(context: DeskContext, ports: DeskPorts, refusal: Refusal): Promise<Refused> {
  const { problem, error } = refusal;
  const errors = { ...verdictErrors(refusal), ...fieldErrorsOf(problem.errors, fieldNameOf) };
  const held = await heldAsset(callerIn(context), ports, error);
  const isPlain = Object.keys(errors).length === 0;
  return {
    title: isPlain ? `${problem.title}。${problem.wayOut}` : problem.title,
    errors,
    held,
    placement: placementIn(error),
  };
}
