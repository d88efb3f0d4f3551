import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { addMs } from '#shared/domain/time.ts';
import { calendarRow, type Look } from '#shared/services/collection/calendar-row.ts';
import { NOW } from './findings.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function ended(hoursAgo: number, of: Partial<LotCard> = {}): LotCard {
  return { ...NOTHING_KNOWN, status: 'bidding', endsAt: addMs(NOW, -hoursAgo * HOUR_MS), ...of };
}

const HAND: Look = { by: 'hand', wanted: null, dueAt: null, answeredAt: null, failures: 0 };

function read(of: Partial<Look> = {}): Look {
  const dueAt = addMs(NOW, 15_000);
  return { by: 'lot', wanted: 'result', dueAt, answeredAt: addMs(NOW, -15_000), failures: 0, ...of };
}

function lateness(card: LotCard, look: Look, pausedMs: number | null = null) {
  return calendarRow(card, look, pausedMs === null ? null : addMs(NOW, pausedMs), NOW).late;
}

describe('a line of the collection calendar', () => {
  it('asks for the result of a lot nobody reads from an hour after its end, harder from a day on', () => {
    expect(lateness(ended(0.9), HAND)).toBeNull();
    expect(lateness(ended(1), HAND)).toMatchObject({ why: 'UNREPORTED', text: '已结束 1 小时,结果未报' });
    expect(lateness(ended(49), HAND)?.text).toBe('已结束 2 天,结果未报,已超过一天');
    expect(lateness(ended(49), HAND)?.todo).toMatch(/另存后导入/);
  });

  it('asks people for the result too where the platform is read but nobody asks for the lot any more', () => {
    expect(lateness(ended(31 * 24), read({ dueAt: null }))).toMatchObject({ why: 'UNREPORTED' });
  });

  it.each(['sold', 'passed-in', 'withdrawn', 'defaulted', 'suspended'] as const)(
    'asks nothing of a lot that is %s',
    (status) => {
      expect(lateness(ended(100, { status }), HAND)).toBeNull();
      expect(lateness(ended(100, { status }), read())).toBeNull();
    },
  );

  it('asks nothing of a lot whose end nobody knows', () => {
    expect(lateness(ended(1, { endsAt: null }), HAND)).toBeNull();
    expect(lateness(ended(1, { endsAt: null }), read())).toBeNull();
  });

  it('waits for the platform from ten minutes after the end on, while it is read on time', () => {
    expect(lateness(ended(0.16), read())).toBeNull();
    expect(lateness(ended(0.5), read())).toMatchObject({ why: 'WAITING', text: '已结束 30 分钟,平台还没有公布结果' });
  });

  it('says that requests queue when the moment passed more than two minutes ago', () => {
    const open = ended(-1);

    expect(lateness(open, read({ dueAt: addMs(NOW, -2 * MINUTE_MS) }))).toBeNull();
    expect(lateness(open, read({ dueAt: addMs(NOW, -3 * MINUTE_MS) }))).toMatchObject({ why: 'QUEUED' });
  });

  it('says that the platform is left alone, where it is', () => {
    const late = read({ dueAt: addMs(NOW, -3 * MINUTE_MS) });

    expect(lateness(ended(-1), late, HOUR_MS)).toMatchObject({
      why: 'PAUSED',
      text: '平台暂停访问至 2024年5月7日 11:00',
    });
    expect(lateness(ended(-1), read({ failures: 1 }), HOUR_MS)).toMatchObject({ why: 'PAUSED' });
    expect(lateness(ended(-1), read(), HOUR_MS)).toBeNull();
  });

  it('says how often reading failed', () => {
    expect(lateness(ended(-1), read({ failures: 3 }))).toMatchObject({ why: 'FAILING', text: '连续 3 次没有读到' });
  });
});
