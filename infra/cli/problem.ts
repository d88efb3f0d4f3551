import type { AppError } from '#shared/errors/app-error.ts';
import { toProblem } from '#shared/errors/problem.ts';
import { printError } from './output.ts';

/** Prints an error as one line of problem JSON on standard error. */
export function printProblem(error: AppError): void {
  printError(JSON.stringify(toProblem(error)));
}
