import { describe, expect, it } from 'vitest';
import { medianText, percentText, pointsText, verdictText } from '#shared/services/comparison/words.ts';

describe('words of the comparison', () => {
  it.each([
    [616_393, '61.6%', '+61.6'],
    [0, '0.0%', '0.0'],
    [499, '0.0%', '0.0'],
    [500, '0.1%', '+0.1'],
    [-234_086, '-23.4%', '-23.4'],
    [-499, '0.0%', '0.0'],
    [1_000_000, '100.0%', '+100.0'],
  ])('writes %i ppm with one decimal', (rate, percent, points) => {
    expect(percentText(rate)).toBe(percent);
    expect(pointsText(rate)).toBe(points);
  });

  it('say what lies beyond the follow-up, and between which looks an event came', () => {
    const rest = { p75: { after: 0, by: null }, p90: { after: 0, by: null }, widestGap: 5 };
    const times = {
      kind: 'times',
      method: 'kaplan-meier',
      p75: null,
      p90: null,
      openAtLast: 600_000,
      curve: [],
    } as const;

    expect(medianText({ ...times, median: null, lastTime: 20 }, 'working-days')).toBe('超过20个工作日');
    expect(medianText({ ...times, median: 3, lastTime: 20 }, 'hours')).toBe('3小时');
    expect(medianText({ kind: 'polled', median: { after: -1, by: 5 }, ...rest }, 'hours')).toBe('0至5小时');
    expect(medianText({ kind: 'polled', median: { after: 4, by: 5 }, ...rest }, 'hours')).toBe('5小时');
    expect(medianText({ kind: 'polled', median: { after: 7, by: null }, ...rest }, 'hours')).toBe('超过7小时');
  });

  it('name the better one, or say why none is named', () => {
    const verdicts = ['a-better', 'b-better', 'indistinguishable', 'not-comparable'] as const;

    expect(verdicts.map((verdict) => verdictText(verdict, '甲', '乙'))).toEqual([
      '甲优于乙',
      '乙优于甲',
      '不可区分',
      '不可比',
    ]);
  });
});
