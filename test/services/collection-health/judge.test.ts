import { describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import { adviceOn } from '#shared/services/collection/health-words.ts';
import { judgeHealth } from '#shared/services/collection/judge-health.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { anIncident, findings, NOW, someTasks } from './findings.ts';

function judge(of: Parameters<typeof findings>[0]) {
  return judgeHealth(findings(of), NOW);
}

describe('the health of a platform', () => {
  it('is good where it is read on time, and then needs no reason', () => {
    expect(judge({})).toEqual({ state: 'healthy', reasons: [] });
  });

  it.each([
    ['PLATFORM.BLOCKED', 'blocked'],
    ['DOCUMENT.BLOCKED', 'blocked'],
    ['PLATFORM.REFUSED', 'blocked'],
    ['PLATFORM.FORBIDDEN_ADDRESS', 'blocked'],
    ['DOCUMENT.DRIFT', 'drifting'],
    ['DOCUMENT.ENCODING', 'drifting'],
    ['DOCUMENT.EMPTY', 'degraded'],
    ['PLATFORM.UNAVAILABLE', 'degraded'],
    ['PLATFORM.RATE_LIMITED', 'degraded'],
    ['LIST.SHRUNK', 'degraded'],
    ['LIST.INCOMPLETE', 'degraded'],
  ])('is after %s at a place: %s', (code, state) => {
    const { state: judged, reasons } = judge({ incidents: [anIncident(code)] });

    expect(judged).toBe(state);
    expect(reasons[0]).toMatchObject({ code, todo: adviceOn(code).todo });
    expect(reasons[0]?.text).toMatch(/^列表“正在进行”:.*,自 2024年5月6日 10:00$/);
  });

  it('names a code nobody foresaw, and says what to do', () => {
    const [reason] = judge({ incidents: [anIncident('WHAT.EVER', 'lot:result', { count: 7 })] }).reasons;

    expect(reason?.text).toBe('标的页面(结果和全部出价):未归类的异常(WHAT.EVER),自 2024年5月6日 10:00,共 7 次');
    expect(reason?.todo).toMatch(/系统稍后再试/);
  });

  it('is decided by the gravest reason, which comes first', () => {
    const { state, reasons } = judge({
      incidents: [anIncident('PLATFORM.UNAVAILABLE'), anIncident('DOCUMENT.DRIFT'), anIncident('DOCUMENT.BLOCKED')],
      pausedUntil: addMs(NOW, 60_000),
    });

    expect(state).toBe('blocked');
    expect(reasons.map(({ code }) => code)).toEqual([
      'DOCUMENT.BLOCKED',
      'DOCUMENT.DRIFT',
      'PLATFORM.UNAVAILABLE',
      'PLATFORM.PAUSED',
    ]);
  });

  it('is degraded by tasks that are late, but says only once why while the platform is left alone', () => {
    const tasks = someTasks({ late: 2, oldestDueAt: START });

    const late = judge({ tasks });
    const paused = judge({ tasks, pausedUntil: addMs(NOW, 1) });

    expect(late).toMatchObject({ state: 'degraded', reasons: [{ code: 'TASKS.LATE' }] });
    expect(late.reasons[0]?.text).toBe('2 项读取晚点,最早的应在 2024年5月6日 10:00');
    expect(paused.reasons.map(({ code }) => code)).toEqual(['PLATFORM.PAUSED']);
  });

  it('drifts when documents stop stating what they always did, naming the facts', () => {
    const silent = [{ kind: 'list', title: '列表页', facts: ['startPrice'] }];

    expect(judge({ silent })).toMatchObject({
      state: 'drifting',
      reasons: [{ code: 'FACTS.SILENT', facts: ['startPrice'], text: '列表页不再写明以前都写明的 1 项内容' }],
    });
  });

  it('drifts by documents that are refused whole, and is degraded by single rows', () => {
    expect(judge({ unread: { refused: 1, withRows: 0 } }).state).toBe('drifting');
    expect(judge({ unread: { refused: 0, withRows: 1 } }).state).toBe('degraded');
  });

  it('is degraded while we know fewer lots than the platform says it has, unless it said so just now', () => {
    const said = (minutes: number) => ({ listed: 41, at: addMs(NOW, -minutes * 60_000) });

    expect(judge({ total: said(61) })).toMatchObject({ state: 'degraded', reasons: [{ code: 'TOTAL.SHORT' }] });
    expect(judge({ total: said(61) }).reasons[0]?.text).toMatch(/^平台自报 41 个标的.*,本系统只有 40 个$/);
    expect(judge({ total: said(59) }).state).toBe('healthy');
    expect(judge({ total: { listed: 3, at: START } }).state).toBe('healthy');
  });

  it('is not called good before anything was read', () => {
    expect(judge({ tasks: someTasks({ answeredAt: null }) })).toMatchObject({
      state: 'degraded',
      reasons: [{ code: 'SOURCE.NEW' }],
    });
  });

  it.each([
    ['off', 'SOURCE.OFF'],
    ['unconnected', 'SOURCE.UNCONNECTED'],
    ['unreadable', 'SOURCE.UNREADABLE'],
  ] as const)('is off where nobody reads it (%s), whatever once went wrong', (reading, code) => {
    const { state, reasons } = judge({ reading, incidents: [anIncident('DOCUMENT.DRIFT')] });

    expect(state).toBe('off');
    expect(reasons.map((reason) => reason.code)).toEqual([code]);
  });

  it('says why a platform was retired, before all else', () => {
    const { state, reasons } = judge({ retired: '平台已关闭', reading: 'off' });

    expect(state).toBe('retired');
    expect(reasons.map(({ text }) => text)).toEqual(['已停用:平台已关闭']);
  });
});
