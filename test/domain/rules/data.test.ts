import { describe, expect, it } from 'vitest';
import { citationIn } from '#shared/domain/rules/citation.ts';
import { effectiveRules } from '#shared/domain/rules/effective.ts';
import type { RuleOverride } from '#shared/domain/rules/override.ts';
import { TIME_RULES } from '#shared/domain/rules/time-rules.ts';
import { aCheck, day, noticed, pondTerms, verdictOf } from './a-listing.ts';

function ruleById(id: string) {
  const rule = TIME_RULES.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

function decided(of: Partial<RuleOverride>): RuleOverride {
  return {
    rule: 'hz-def-notice',
    decision: 'confirmed',
    value: null,
    severity: null,
    reason: '会议确定',
    source: '吴农〔2026〕1号',
    from: day('2026-07-01'),
    ...of,
  };
}

function verdictWith(override: RuleOverride, noticeOn: string, startsAt: string) {
  const rules = effectiveRules([override], day('2026-08-01'));
  return verdictOf('hz-def-notice', aCheck({ terms: noticed(noticeOn, startsAt), platform: 'public-platform', rules }));
}

describe('the table of rules', () => {
  it('carries the sixty-seven rules and the one of exactly ten million yuan, each once', () => {
    expect(TIME_RULES).toHaveLength(68);
    expect(new Set(TIME_RULES.map(({ id }) => id)).size).toBe(68);
  });

  it('says of each where it stands and how sure it is', () => {
    expect(TIME_RULES.filter(({ source }) => source.title === '')).toEqual([]);
    expect(
      Object.fromEntries([...Map.groupBy(TIME_RULES, (rule) => rule.confidence)].map(([k, v]) => [k, v.length])),
    ).toEqual({
      verified_text: 41,
      stored_secondary: 17,
      own_knowledge: 5,
      assumption: 5,
    });
  });

  it('keeps two thirds exactly', () => {
    expect([ruleById('zj-17'), ruleById('rl-52')].map((rule) => rule.kind === 'ratio' && rule.value)).toEqual([
      { n: 2, d: 3 },
      { n: 2, d: 3 },
    ]);
  });

  it('leaves unknown what the county has not published', () => {
    expect(ruleById('zj-35')).toMatchObject({ kind: 'threshold', value: null });
  });
});

describe('the office’s decision on a rule', () => {
  it('confirms it, which takes the 待确认 from its citation but leaves it a warning', () => {
    const verdict = verdictWith(decided({}), '2026-08-03', '2026-08-09 10:00');

    expect(verdict).toMatchObject({ kind: 'warning', citation: '本系统默认时限(交易中心确认:吴农〔2026〕1号)' });
  });

  it('may make it a breach with another number', () => {
    const ten = decided({ decision: 'changed', value: 10, severity: 'violation' });

    expect(verdictWith(ten, '2026-08-03', '2026-08-12 10:00')).toMatchObject({
      kind: 'breach',
      earliest: '2026-08-13',
    });
  });

  it('may disable it', () => {
    const verdict = verdictWith(decided({ decision: 'disabled' }), '2026-08-03', '2026-08-04 10:00');

    expect(verdict.kind).toBe('not-applicable');
    expect(verdict.sentence).toContain('会议确定');
  });

  it('does not hold before its day, and the later one holds after both', () => {
    const overrides = [
      decided({ decision: 'changed', value: 10, from: day('2026-09-01') }),
      decided({ decision: 'changed', value: 5, from: day('2026-07-01') }),
    ];
    const valueOn = (on: string) => {
      const found = effectiveRules(overrides, day(on)).find(({ rule }) => rule.id === 'hz-def-notice')?.rule;
      return found?.kind === 'duration' ? found.value : undefined;
    };

    expect(['2026-06-30', '2026-08-31', '2026-09-01'].map(valueOn)).toEqual([7, 5, 10]);
  });
});

describe('a rule whose text was not read', () => {
  it('warns and says 待核 instead of refusing', () => {
    const effective = effectiveRules([], day('2026-08-01')).find(({ rule }) => rule.id === 'o32-18');
    if (effective === undefined) throw new Error('no rule');

    expect(citationIn(effective)).toBe('《企业国有资产交易监督管理办法》第十八条(待核)');
    expect(effective.rule.severity).toBe('violation');
  });
});

describe('a lease', () => {
  it.each([
    [240, 'ok'],
    [241, 'breach'],
  ])('of %i months is %s by 民法典 705, whenever it begins', (months, kind) => {
    const terms = pondTerms();

    const verdict = verdictOf(
      'cc-705',
      aCheck({ terms: { ...terms, lease: { ...terms.lease, startsOn: null, months } } }),
    );

    expect(verdict).toMatchObject({ kind, citation: '《民法典》第七百零五条', pointer: '/lease/months' });
  });

  it('is what a contract of land is not', () => {
    const terms = pondTerms({ tradeKind: 'contract_out' });

    expect(verdictOf('cc-705', aCheck({ terms })).kind).toBe('not-applicable');
  });
});
