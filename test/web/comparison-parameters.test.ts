import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/domain/time.ts';
import { COMPARISON_PARAMETERS, toComparisonRequest } from '#web/pages/comparison/parameters.ts';
import { readParameters } from '#web/query-parameters.ts';

const AT = '2023-12-31T08:00:00.000Z' as Instant;

function ask(query: string) {
  return toComparisonRequest(readParameters(new URLSearchParams(query), COMPARISON_PARAMETERS), AT);
}

/** Names of the parameters an error complains of. */
function faults(query: string): readonly unknown[] {
  try {
    ask(query);
  } catch (error) {
    const { details } = error as { readonly details: { readonly errors: readonly { readonly parameter: string }[] } };
    return details.errors.map(({ parameter }) => parameter);
  }
  return [];
}

describe('the period of a comparison', () => {
  it('is this year up to the newest fact when nothing is asked', () => {
    expect(ask('').period).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });

  it('is what two days say', () => {
    expect(ask('from=2023-01-01&to=2023-10-31')).toMatchObject({
      period: { from: '2023-01-01', to: '2023-10-31' },
      preset: null,
    });
  });

  it.each([
    ['a day that is none', 'from=2023-13-01&to=2023-10-31', ['from']],
    ['a day left out', 'from=2023-01-01', ['to']],
    ['two days that are none', 'from=x&to=y', ['from', 'to']],
    ['an end before its beginning', 'from=2023-10-31&to=2023-01-01', ['to']],
    ['a preset beside days', 'preset=this-month&from=2023-01-01&to=2023-10-31', ['preset']],
  ])('is refused for %s, which is named', (_, query, named) => {
    expect(faults(query)).toEqual(named);
  });
});
