import type { CommandArguments } from './command.ts';

/** Options that are the parameters of a comparison's address, by their names. */
export const COMPARISON_OPTIONS = ['from', 'to', 'preset', 'township', 'class', 'category', 'kind', 'facts'] as const;

/** The query of a comparison's address; the host judges what the parameters say. */
export function comparisonQuery(args: CommandArguments): URLSearchParams {
  const query = new URLSearchParams(args.has('demo') ? { demo: '1' } : {});
  for (const name of COMPARISON_OPTIONS) {
    const value = args.option(name);
    if (value !== undefined) query.set(name, value);
  }
  return query;
}
