import { describe, expect, it } from 'vitest';
import { feeBook } from '#shared/domain/fees/book.ts';
import { marginal, percent } from '#shared/domain/fees/declare.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';
import { refusalOf } from '#test/adapters/documents.ts';
import { aDay, aFee, aSchedule } from './fees-builders.ts';

const usual = aSchedule();
const state = aSchedule({ id: 'east-state', when: { ownerKinds: ['state'] } });

describe('a fee book', () => {
  it.each([
    ['rates above one', { components: [aFee({ formula: percent(1_000_001) })] }, 'formula of service'],
    [
      'bands that do not rise',
      { components: [aFee({ formula: marginal([2, 1], [2, 1], [null, 1]) })] },
      'formula of service',
    ],
    ['bands that end', { components: [aFee({ formula: marginal([2, 1]) })] }, 'formula of service'],
    ['a minimum above its maximum', { components: [aFee({ minFen: fen(2), maxFen: fen(1) })] }, 'limits of service'],
    ['a price without base', { components: [aFee({ base: 'none' })] }, 'base of service'],
    [
      'an end before its beginning',
      { effectiveFrom: aDay('2023-02-01'), effectiveTo: aDay('2023-01-31') },
      'ends before it begins',
    ],
    ['an agreement without number', { confidence: 'agreement' }, 'agreement and its number go together'],
    ['a number without agreement', { agreementNumber: '吴资协〔2023〕1号' }, 'agreement and its number go together'],
    ['nothing to charge', { components: [] }, 'no component'],
    ['one code twice', { components: [aFee(), aFee()] }, 'two components of one code'],
  ] as const satisfies readonly (readonly [string, Partial<FeeSchedule>, string])[])(
    'refuses a schedule with %s',
    (_, of, problem) => {
      expect(refusalOf(() => feeBook([aSchedule(of)]))).toEqual({
        code: 'FEES.INVALID',
        details: { schedule: 'east-2020', problem },
      });
    },
  );

  it('refuses two schedules that could hold for one sale while neither goes first', () => {
    const collective = aSchedule({ id: 'collective', when: { ownerKinds: ['collective'] } });
    const vehicles = aSchedule({ id: 'vehicles', when: { assetClasses: ['vehicle'] } });

    expect(refusalOf(() => feeBook([usual, collective, vehicles]))).toEqual({
      code: 'FEES.TIED',
      details: { schedules: ['collective', 'vehicles'] },
    });
  });

  it('takes schedules whose days or conditions keep them apart', () => {
    const collective = aSchedule({ id: 'collective', when: { ownerKinds: ['collective'] } });
    const until = aSchedule({ id: 'until', when: { assetClasses: ['shop'] }, effectiveTo: aDay('2022-12-31') });
    const since = aSchedule({ id: 'since', when: { assetClasses: ['shop'] }, effectiveFrom: aDay('2023-01-01') });

    expect(feeBook([state, collective]).prices.get('east')).toHaveLength(2);
    expect(feeBook([until, since]).prices.get('east')).toHaveLength(2);
  });

  it('refuses two schedules of one id', () => {
    expect(refusalOf(() => feeBook([usual, usual]))?.code).toBe('FEES.INVALID');
  });
});
