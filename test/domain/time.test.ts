import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMs,
  beijingDate,
  formatBeijing,
  formatBeijingText,
  fromEpochMs,
  type Instant,
  parseBeijingDate,
  parseInstant,
  toEpochMs,
} from '#shared/domain/time.ts';

const LATEST_MS = Date.UTC(9999, 11, 31, 15, 59, 59, 999);
const anyMs = fc.integer({ min: 0, max: LATEST_MS });
const anyInstant = anyMs.map(fromEpochMs);

function utc(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

describe('fromEpochMs', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [1_525_600_910_000, '2018-05-06T10:01:50.000Z'],
    [LATEST_MS, '9999-12-31T15:59:59.999Z'],
  ])('writes %d as %s', (ms, expected) => {
    const instant = fromEpochMs(ms);

    expect(instant).toBe(expected);
  });

  it.each([-1, 0.5, LATEST_MS + 1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (ms) => {
    expect(() => fromEpochMs(ms)).toThrow(RangeError);
  });

  it('is undone by toEpochMs', () => {
    fc.assert(
      fc.property(anyMs, (ms) => {
        expect(toEpochMs(fromEpochMs(ms))).toBe(ms);
      }),
    );
  });

  it('makes text order time order', () => {
    fc.assert(
      fc.property(anyMs, anyMs, (one, other) => {
        expect(fromEpochMs(one) < fromEpochMs(other)).toBe(one < other);
      }),
      // Shrinking two times that must stay close to each other takes minutes.
      { endOnFailure: true },
    );
  });
});

describe('addMs', () => {
  it('adds parts up to the whole', () => {
    const step = fc.integer({ min: -1e9, max: 1e9 });
    const middle = fc.integer({ min: 2e9, max: LATEST_MS - 2e9 }).map(fromEpochMs);

    fc.assert(
      fc.property(middle, step, step, (instant, one, other) => {
        expect(addMs(addMs(instant, one), other)).toBe(addMs(instant, one + other));
      }),
    );
  });

  it('refuses to leave the range', () => {
    expect(() => addMs(fromEpochMs(0), -1)).toThrow(RangeError);
  });
});

describe('parseInstant', () => {
  it.each([
    ['2018-05-06T18:01:50+08:00', '2018-05-06T10:01:50.000Z'],
    ['2018-05-06T10:01:50Z', '2018-05-06T10:01:50.000Z'],
    ['2018-05-06t10:01:50.5z', '2018-05-06T10:01:50.500Z'],
    ['2018-05-06 10:01:50.1239999+00:00', '2018-05-06T10:01:50.123Z'],
    ['2018-05-06T04:31:50-05:30', '2018-05-06T10:01:50.000Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
    ['1970-01-01T08:00:00+08:00', '1970-01-01T00:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    const instant = parseInstant(text);

    expect(instant).toBe(expected);
  });

  it.each([
    '',
    '2018-05-06',
    '2018-05-06T10:01:50',
    '2018-05-06T10:01Z',
    '2018-5-6T10:01:50Z',
    '2018-05-06T10:01:50+0800',
    '2018-05-06T10:01:50+24:00',
    '2018-05-06T10:01:50+08:60',
    '2018-05-06T24:00:00Z',
    '2018-05-06T10:60:00Z',
    '2018-05-06T23:59:60Z',
    '2023-02-29T00:00:00Z',
    '2018-13-01T00:00:00Z',
    '2018-00-01T00:00:00Z',
    '0050-01-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '9999-12-31T23:59:59Z',
    ' 2018-05-06T10:01:50Z',
  ])('does not take %j', (text) => {
    const instant = parseInstant(text);

    expect(instant).toBeUndefined();
  });

  it('reads instants and Beijing RFC 3339 back', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(parseInstant(instant)).toBe(instant);
        expect(parseInstant(formatBeijing(instant))).toBe(instant);
      }),
    );
  });
});

describe('parseBeijingDate', () => {
  it.each([
    ['2026-05-06', '2026-05-06'],
    ['2026/5/6', '2026-05-06'],
    ['2026.05.06', '2026-05-06'],
    ['20260506', '2026-05-06'],
    ['２０２６年 ５月６日', '2026-05-06'],
    ['2024年2月29日', '2024-02-29'],
    ['1955-01-01', '1955-01-01'],
    ['2023年2月29日', undefined],
    ['2026-05-06 10:00', undefined],
    ['5月6日', undefined],
    ['2026年5月', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, expected) => {
    const date = parseBeijingDate(text);

    expect(date).toBe(expected);
  });

  it('reads back every Beijing day', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(parseBeijingDate(beijingDate(instant))).toBe(beijingDate(instant));
      }),
    );
  });
});

describe('Beijing text', () => {
  it.each([
    ['2018-05-06T10:01:50Z', '2018-05-06T18:01:50+08:00', '2018年5月6日 18:01', '2018-05-06'],
    ['2018-12-31T16:00:00.070Z', '2019-01-01T00:00:00.070+08:00', '2019年1月1日 00:00', '2019-01-01'],
    ['9999-12-31T15:59:59.999Z', '9999-12-31T23:59:59.999+08:00', '9999年12月31日 23:59', '9999-12-31'],
  ])('of %s is %s, %s, on %s', (text, rfc3339, written, day) => {
    const instant = utc(text);

    const shown = [formatBeijing(instant), formatBeijingText(instant), beijingDate(instant)];

    expect(shown).toEqual([rfc3339, written, day]);
  });
});
