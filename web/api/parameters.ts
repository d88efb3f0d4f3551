import { CATALOGUE_PARAMETERS } from '../catalogue-params.ts';
import type { ParameterTable } from '../query-parameters.ts';

/** How many things one answer holds: unless asked otherwise, and at most. */
export interface Limit {
  readonly usual: number;
  readonly most: number;
}

/** Limits of the lists; an answer that would still be too large for the gateway is cut shorter. */
export const LIMITS = {
  lots: { usual: 50, most: 200 },
  csv: { usual: 5000, most: 5000 },
  jsonLines: { usual: 2000, most: 2000 },
  changes: { usual: 100, most: 1000 },
} as const satisfies Readonly<Record<string, Limit>>;

/** Before the first change of the feed. */
export const BEFORE_THE_FIRST = -1;

function limitRule({ most }: Limit) {
  return { kind: 'integer', least: 1, most } as const;
}

/** Parameters of a list of lots that is read page by page. */
export function pagedParameters(limit: Limit) {
  return {
    ...CATALOGUE_PARAMETERS,
    limit: limitRule(limit),
    cursor: { kind: 'text', longest: 2000 },
  } as const satisfies ParameterTable;
}

/** Parameters of the change feed. */
export const CHANGES_PARAMETERS = {
  since: { kind: 'integer', least: BEFORE_THE_FIRST, most: 999_999_999_999 },
  limit: limitRule(LIMITS.changes),
} as const satisfies ParameterTable;

/** Where nothing can be asked. */
export const NO_PARAMETERS = {} as const satisfies ParameterTable;
