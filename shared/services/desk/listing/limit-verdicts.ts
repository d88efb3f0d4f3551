import type { ListingTerms } from '../../../domain/listing/terms.ts';
import { termsLimitFaults } from '../../../domain/placement/limits.ts';
import type { Verdict } from '../../../domain/rules/rule.ts';
import type { ListingPorts } from './listing-ports.ts';

/**
 * What the platform itself would refuse of the terms (平台上限), so that the person who can still mend them hears it: a limit
 * the platform has written down is a breach, one we only assume is a warning.
 */
export function limitVerdicts(
  { publishing, platforms }: Pick<ListingPorts, 'publishing' | 'platforms'>,
  platform: string | undefined,
  terms: ListingTerms,
): readonly Verdict[] {
  const limits = publishing.find((each) => each.platform === platform)?.limits;
  const name = platforms.find(({ id }) => id === platform)?.name;
  if (limits === undefined || name === undefined) return [];
  const isDocumented = limits.confidence === 'documented';
  return termsLimitFaults(terms, limits, name).map(({ pointer, code, detail }) => ({
    rule: `platform-${code.replaceAll('.', '-')}`,
    kind: isDocumented ? 'breach' : 'warning',
    sentence: detail,
    citation: `${limits.source}${isDocumented ? '' : '(待确认)'}`,
    confidence: isDocumented ? 'stored_secondary' : 'assumption',
    pointer,
    earliest: null,
    missing: [],
  }));
}
