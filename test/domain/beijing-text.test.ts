import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMs,
  formatBeijing,
  formatBeijingText,
  fromEpochMs,
  type Instant,
  parseBeijing,
  parseBeijingDate,
  parseInstant,
  toEpochMs,
} from '#shared/domain/time.ts';

const LATEST_MS = Date.UTC(9999, 11, 31, 15, 59, 59, 999);
const HALF_YEAR_MS = 183 * 86_400_000;
const anyInstant = fc.integer({ min: 0, max: LATEST_MS }).map(fromEpochMs);
const timeLikeText = fc.string({ unit: fc.constantFrom(...'0123456789年月日号时点分秒整上下午/-.:：TZ+ ２') });

function utc(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

describe('parseBeijing', () => {
  it.each([
    ['2017/09/26 10:00:00', '2017-09-26T02:00:00.000Z'],
    ['2017/9/26 9:05', '2017-09-26T01:05:00.000Z'],
    ['2026年05月26日 10:20:46', '2026-05-26T02:20:46.000Z'],
    ['20260526 10:20:46', '2026-05-26T02:20:46.000Z'],
    ['2000-06-14 00:00:00', '2000-06-13T16:00:00.000Z'],
    ['2000-06-14T00:00:00', '2000-06-13T16:00:00.000Z'],
    ['2000-06-14 00:00:00.05', '2000-06-13T16:00:00.050Z'],
    ['2019.11.28 15:39:53', '2019-11-28T07:39:53.000Z'],
    ['2022年 10月29日10:03', '2022-10-29T02:03:00.000Z'],
    ['2019年 09月 29日 11:01:08', '2019-09-29T03:01:08.000Z'],
    ['\u30002019年\u00a009月 29日\n11:01:08 ', '2019-09-29T03:01:08.000Z'],
    ['２０１７／０９／２６　１０：００：００', '2017-09-26T02:00:00.000Z'],
    ['2017/09/26 10∶00', '2017-09-26T02:00:00.000Z'],
    ['2025年8月22日10时30分', '2025-08-22T02:30:00.000Z'],
    ['2025年8月22日10时30分5秒', '2025-08-22T02:30:05.000Z'],
    ['2025年8月22日 10 时 30 分', '2025-08-22T02:30:00.000Z'],
    ['2025年8月22号10点', '2025-08-22T02:00:00.000Z'],
    ['2025年8月22日10时整', '2025-08-22T02:00:00.000Z'],
    ['2025年8月22日上午9:30', '2025-08-22T01:30:00.000Z'],
    ['2025年8月22日下午3时', '2025-08-22T07:00:00.000Z'],
    ['2025年8月22日 下午 15:00', '2025-08-22T07:00:00.000Z'],
    ['2025年8月22日下午12:30', '2025-08-22T04:30:00.000Z'],
    ['2025-08-22 上午0:15', '2025-08-21T16:15:00.000Z'],
    ['2024-02-29 23:59:59', '2024-02-29T15:59:59.000Z'],
    ['2023-02-28 24:00', '2023-02-28T16:00:00.000Z'],
    ['2023年12月31日24时', '2023-12-31T16:00:00.000Z'],
    ['1988-07-01 12:00', '1988-07-01T04:00:00.000Z'],
  ])('reads %j', (text, expected) => {
    const instant = parseBeijing(text);

    expect(instant).toBe(expected);
  });

  it.each([
    '',
    '2017/09/26',
    '2017年9月26日',
    '20170926',
    '10:00',
    '2017-09/26 10:00',
    '2017/09/2610:00',
    '20260526102046',
    '17/09/26 10:00',
    '2023年2月29日10:00',
    '2023年2月30日10:00',
    '2023-00-10 10:00',
    '2023-13-10 10:00',
    '2023-04-31 10:00',
    '2023-04-30 25:00',
    '2023-04-30 24:00:01',
    '2023-04-30 24:01',
    '2023-04-30 10:60',
    '2023-04-30 10:00:60',
    '2023-04-30 10:5',
    '2023-04-30 10点半',
    '2023-04-30 上午12:00',
    '2023-04-30 上午13:00',
    '2023-04-30 下午0:30',
    '2023-04-30 下午24:00',
    '2023-04-30T10:00:00Z',
    '2023-04-30T10:00:00+08:00',
    '2023-04-30 10:00 至 11:00',
    '开始时间 2023-04-30 10:00',
    '0050-01-01 10:00',
    '1970-01-01 07:59:59',
    '11月24日10:00',
    '11-24 10:00',
  ])('does not guess at %j', (text) => {
    const instant = parseBeijing(text);

    expect(instant).toBeUndefined();
  });

  it.each([
    ['11月24日10:00', '2026-11-23T00:00:00Z', '2026-11-24T02:00:00.000Z'],
    ['1月5日10:00', '2026-12-20T00:00:00Z', '2027-01-05T02:00:00.000Z'],
    ['12月28日10:00', '2027-01-03T00:00:00Z', '2026-12-28T02:00:00.000Z'],
    ['12月31日24:00', '2026-12-31T20:00:00Z', '2026-12-31T16:00:00.000Z'],
    ['7月2日00:00', '2023-12-31T16:00:00Z', '2024-07-01T16:00:00.000Z'],
    ['2月29日10:00', '2024-06-01T00:00:00Z', '2024-02-29T02:00:00.000Z'],
    ['2月29日00:00', '2024-08-29T16:00:00Z', '2024-02-28T16:00:00.000Z'],
    ['2月29日00:00', '2024-08-29T16:00:00.001Z', undefined],
    ['2月29日10:00', '2026-02-28T00:00:00Z', undefined],
    ['2月30日10:00', '2026-02-28T00:00:00Z', undefined],
    ['2022年10月29日10:03', '2026-02-28T00:00:00Z', '2022-10-29T02:03:00.000Z'],
    ['11月24日', '2026-11-23T00:00:00Z', undefined],
    ['12月31日10:00', '1970-01-02T00:00:00Z', undefined],
  ])('reads %s near %s as %j', (text, near, expected) => {
    const instant = parseBeijing(text, { yearNear: utc(near) });

    expect(instant).toBe(expected);
  });

  it('takes the later of two equally near years', () => {
    const near = utc('2023-12-31T16:00:00Z');
    const later = addMs(near, HALF_YEAR_MS);
    const text = formatBeijingText(later).replace(/^\d+年/, '');

    const instant = parseBeijing(text, { yearNear: near });

    expect(instant).toBe(later);
  });

  it('finds the year of any text without one that lies within 182 days', () => {
    const shift = fc.integer({ min: -182 * 1_440, max: 182 * 1_440 }).map((minutes) => minutes * 60_000);
    const near = fc
      .integer({ min: HALF_YEAR_MS, max: LATEST_MS - HALF_YEAR_MS })
      .map((ms) => fromEpochMs(ms - (ms % 60_000)));

    fc.assert(
      fc.property(near, shift, (yearNear, ms) => {
        const instant = addMs(yearNear, ms);

        expect(parseBeijing(formatBeijingText(instant).replace(/^\d+年/, ''), { yearNear })).toBe(instant);
      }),
    );
  });

  it('reads back what formatBeijingText writes, to the minute', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const minute = toEpochMs(instant) - (toEpochMs(instant) % 60_000);

        expect(parseBeijing(formatBeijingText(instant))).toBe(fromEpochMs(minute));
      }),
    );
  });

  it('reads one wall time the same in every form', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const iso = formatBeijing(instant).slice(0, 19);
        const [date = '', clock = ''] = iso.split('T');
        const [hour, minute, second] = clock.split(':').map(Number);
        const expected = fromEpochMs(toEpochMs(instant) - (toEpochMs(instant) % 1_000));

        for (const separator of ['-', '/', '.', '']) {
          expect(parseBeijing(`${date.replaceAll('-', separator)} ${clock}`)).toBe(expected);
        }
        expect(parseBeijing(`${date.replace('-', '年 ').replace('-', '月')}日${hour}时${minute}分${second}秒`)).toBe(
          expected,
        );
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), timeLikeText), fc.option(anyInstant), (text, yearNear) => {
        const options = yearNear === null ? {} : { yearNear };

        expect([undefined, 24]).toContain(parseBeijing(text, options)?.length);
        expect([undefined, 24]).toContain(parseInstant(text)?.length);
        expect([undefined, 10]).toContain(parseBeijingDate(text)?.length);
      }),
    );
  });
});
