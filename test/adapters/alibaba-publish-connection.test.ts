import { describe, expect, it } from 'vitest';
import { fromEpochMs } from '#shared/domain/time.ts';
import { START } from '#test/sandbox/terms.ts';
import { openGateway } from './alibaba-publish-parts.ts';

describe('the test of a connection to alibaba', () => {
  it('finds key and signature accepted, and the demonstration out', async () => {
    const { session } = await openGateway();

    const report = await session().test(fromEpochMs(START));

    expect(report).toMatchObject({ ok: true, name: null, isDemo: true });
    expect(report.lines[0]).toBe('应用编号和签名已被平台接受,查询接口可用。');
  });

  it.each([
    ['signature', { secret: 'another' }, '签名不对,请核对应用密钥 App Secret(错误码 25)'],
    ['application', { options: { appKey: '1' } }, '应用编号 App Key 不对(错误码 29)'],
  ])('says what to do about a wrong %s', async (_, wrong, line) => {
    const { session } = await openGateway();

    const report = await session(wrong).test(fromEpochMs(START));

    expect(report).toMatchObject({ ok: false, lines: [`平台没有接受:${line}。`] });
  });
});
