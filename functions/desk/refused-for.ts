import type { Problem } from '#shared/errors/problem.ts';
import type { FieldErrors } from '#web/pages/desk/form-text.ts';

/** Why a form is shown again; what is no single field's fault says what to do. */
export function refusedFor({ title, wayOut }: Problem, errors: FieldErrors): { title: string; errors: FieldErrors } {
  return { title: Object.keys(errors).length === 0 ? `${title}。${wayOut}` : title, errors };
}
