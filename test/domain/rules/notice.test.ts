import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, startOfDay } from '#shared/domain/calendar/beijing-day.ts';
import type { PlatformKind } from '#shared/domain/settings/platform-profile.ts';
import { addMs } from '#shared/domain/time.ts';
import { aCheck, day, noticed, pondTerms, verdictOf } from './a-listing.ts';

const SHORT = noticed('2026-08-03', '2026-08-09 10:00');

function onDay(after: number, minutes: number, rule: string, platform: PlatformKind) {
  const { windows, ...terms } = pondTerms();
  const startsOn = addDays(day('2026-03-02'), after);
  const biddingStartsAt = addMs(startOfDay(startsOn), minutes * 60_000);
  return verdictOf(
    rule,
    aCheck({ platform, terms: { ...terms, windows: { ...windows, noticeOn: day('2026-03-02'), biddingStartsAt } } }),
  );
}

describe('a notice one day too short', () => {
  it('breaks 拍卖法 45 at an auction house and names the earliest lawful day', () => {
    const verdict = verdictOf('al-45', aCheck({ terms: SHORT }));

    expect(verdict).toMatchObject({
      kind: 'breach',
      citation: '《拍卖法》第四十五条',
      pointer: '/windows/biddingStartsAt',
      earliest: '2026-08-10',
      confidence: 'verified_text',
    });
    expect(verdict.sentence).toBe(
      '拍卖公告期:公告发布日为2026年8月3日,竞价开始时间为2026年8月9日 10:00,相隔6日,要求不少于7日;竞价开始时间最早可为2026年8月10日。',
    );
  });

  it.each(['public-platform', 'marketplace'] as const)(
    'is a warning of the unconfirmed local default on a %s',
    (platform) => {
      const check = aCheck({ terms: SHORT, platform });

      expect(verdictOf('al-45', check)).toMatchObject({ kind: 'not-applicable' });
      expect(verdictOf('hz-def-notice', check)).toMatchObject({
        kind: 'warning',
        confidence: 'assumption',
        citation: '本系统默认时限(待确认)',
        earliest: '2026-08-10',
      });
    },
  );

  it('is in order a day later', () => {
    const terms = noticed('2026-08-03', '2026-08-10 00:00');

    expect(verdictOf('al-45', aCheck({ terms })).kind).toBe('ok');
  });

  it('stays open while no platform is chosen', () => {
    const verdict = verdictOf('al-45', aCheck({ terms: SHORT, platform: null }));

    expect(verdict).toMatchObject({ kind: 'undetermined', missing: ['拟上架的平台'] });
  });
});

describe('a notice rule', () => {
  it('is never broken by bidding later', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(1439), fc.nat(40), (after, minute, more) => {
        const kinds = [
          onDay(after, minute, 'al-45', 'auction-house'),
          onDay(after + more, minute, 'al-45', 'auction-house'),
        ];

        expect([kinds[0]?.kind, kinds[1]?.kind]).not.toEqual(['ok', 'breach']);
      }),
    );
  });

  it('is kept on the earliest day it names, and broken the day before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 6 }), fc.nat(1439), (after, minute) => {
        const { earliest } = onDay(after, minute, 'al-45', 'auction-house');

        expect(earliest).toBe('2026-03-09');
        expect(onDay(7, minute, 'al-45', 'auction-house').kind).toBe('ok');
        expect(onDay(6, minute, 'al-45', 'auction-house').kind).toBe('breach');
      }),
    );
  });
});

describe('days on which a thing can be seen', () => {
  it('count both ends: the 5th and the 6th are two days', () => {
    const { windows, ...terms } = pondTerms();
    const oneDay = { ...terms, windows: { ...windows, viewingUntil: day('2026-08-05') } };

    expect(verdictOf('al-48', aCheck()).kind).toBe('ok');
    expect(verdictOf('al-48', aCheck({ terms: oneDay }))).toMatchObject({ kind: 'breach', earliest: '2026-08-06' });
  });
});
