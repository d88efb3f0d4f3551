import type { FieldErrors } from '#web/pages/desk/form-text.ts';
import type { Refusal } from './desk/desk-answers.ts';
import { refusedFor } from './desk/refused-for.ts';

/** Why a form is shown again; a state that does not allow it says which. */
export function refusedWhy({ error, problem, errors }: Refusal): { title: string; errors: FieldErrors } {
  const { why } = error.details;
  const refused = refusedFor(problem, errors);
  return typeof why === 'string' ? { ...refused, title: `${why}。${problem.wayOut}` } : refused;
}
