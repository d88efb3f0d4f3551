import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, fen, ppm } from '#shared/domain/money.ts';
import { formatBeijing, fromEpochMs, type Instant } from '#shared/domain/time.ts';
import {
  areaValue,
  fieldErrorsOf,
  formReader,
  percentValue,
  refuseFaults,
  timeValue,
  yuanValue,
} from '#web/pages/desk/form-text.ts';

describe('the fields of a form', () => {
  it('read back every amount, rate, area and minute they show', () => {
    const minute = fc.integer({ min: 0, max: 4_000_000_000 }).map((minutes) => fromEpochMs(minutes * 60));
    const aligned = minute.map((at) => fromEpochMs(Math.floor(Date.parse(at) / 60_000) * 60_000));
    const small = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(
      fc.property(small, small, small, aligned, (amount, rate, thousandths, at) => {
        const area = { thousandths, unit: 'm2' } as const;
        const form = formReader({
          amount: yuanValue(fen(amount)),
          rate: percentValue(ppm(rate)),
          area: areaValue(area),
          'area.unit': area.unit,
          at: timeValue(at),
        });

        const read = [form.yuan('amount'), form.percent('rate'), form.area('area'), form.time('at')];

        expect([read, form.errors]).toEqual([[amount, rate, area, at], {}]);
      }),
    );
  });

  it('take an empty field for not known, not for a fault', () => {
    const form = formReader({ amount: ' ' });

    const read = [form.yuan('amount'), form.day('day'), form.whole('n', 1, 9), form.text('t'), form.lines('l')];

    expect([read, form.errors]).toEqual([[null, null, null, null, []], {}]);
  });

  it.each([
    ['yuan', '12.345'],
    ['yuan', '-5'],
    ['yuan', '十二元'],
    ['percent', '1.00001'],
    ['percent', '1e3'],
    ['area', '1.2345'],
    ['day', '2024-02-30'],
    ['time', '2024-05-06'],
  ] as const)('say of %s %s in Chinese that it cannot be so', (kind, text) => {
    const form = formReader({ field: text });

    expect(form[kind]('field')).toBeNull();
    expect(form.errors['field']).toMatch(/^请填写/);
  });

  it('take amounts as people write them', () => {
    const amounts = ['5万', '1,234.50', '¥80', '12元'].map((text) => formReader({ a: text }).yuan('a'));

    expect(amounts).toEqual([50_000_00, 1_234_50, 80_00, 12_00] as readonly number[] as readonly Fen[]);
  });

  it('take days and times as people write them', () => {
    const form = formReader({ day: '2024年5月6日', time: '2024-05-06T10:30' });

    expect(form.day('day')).toBe('2024-05-06');
    expect(formatBeijing(form.time('time') as Instant)).toBe('2024-05-06T10:30:00+08:00');
  });

  it('refuse all faults at once, each at its pointer', () => {
    const form = formReader({ 'lease.months': 'x', kind: 'y' });
    form.whole('lease.months', 1, 840);
    form.choice('kind', ['lease']);

    expect(() => refuseFaults(form.errors)).toThrow(
      expect.objectContaining({
        code: 'FORM.INVALID',
        details: {
          errors: [
            { pointer: '/lease/months', detail: '请填写 1 至 840 的整数' },
            { pointer: '/kind', detail: '请从列出的选项中选择' },
          ],
        },
      }),
    );
  });

  it('put several faults of one field together', () => {
    const faults = ['决议', '公示'].map((detail) => ({ pointer: '/papers', detail }));

    expect(fieldErrorsOf(faults)).toEqual({ papers: '决议;公示' });
  });
});
