import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { aNoticeDesk, TO_OFFICE } from './a-notice-desk.ts';

const SOLD = { status: 'sold', hammerPriceFen: fen(12_000_00), priceBasis: 'per_year' } as const;

/** A desk that has looked once, so that what comes now is news. */
async function aRunningDesk(...given: Parameters<typeof aNoticeDesk>) {
  const desk = await aNoticeDesk(...given);
  await desk.run();
  return desk;
}

describe('the notice of a result', () => {
  it('says what was sold for how much, and where to read more', async () => {
    const desk = await aRunningDesk();
    await desk.tell('WX-1', SOLD);

    await desk.run();

    expect(desk.sent).toMatchObject([
      {
        to: 'office@example.com',
        subject: '成交:WX-1鱼塘,成交价 12,000.00 元/年',
        text: expect.stringContaining('https://hub.example.gov.cn/lots/'),
      },
    ]);
    expect(await desk.states()).toMatchObject([{ state: 'sent' }]);
  });

  it('goes out once, whatever else of the lot changes later', async () => {
    const desk = await aRunningDesk();
    await desk.tell('WX-1', SOLD);
    await desk.run();

    await desk.tell('WX-1', { ...SOLD, contractSignedAt: START, outcomeSeenAt: addMs(START, -86_400_000) });
    await desk.run();

    expect(desk.sent).toHaveLength(1);
  });

  it('goes out again when the outcome is another one', async () => {
    const desk = await aRunningDesk();
    await desk.tell('WX-1', SOLD);
    await desk.run();

    await desk.tell('WX-1', { status: 'defaulted' });
    await desk.run();

    expect(desk.sent.map(({ subject }) => subject.slice(0, 2))).toEqual(['成交', '悔拍']);
  });

  it.each([
    ['a lot of another trade', { ...SOLD, tradeCategory: 'judicial' }],
    ['a lot of another district', { ...SOLD, jurisdiction: '330503' }],
    ['a lot that is still bid for', { status: 'bidding', outcomeSeenAt: null }],
    ['an outcome of a month ago', { ...SOLD, outcomeSeenAt: addMs(START, -30 * 86_400_000) }],
  ] as const)('is not made of %s', async (_, of) => {
    const desk = await aRunningDesk();
    await desk.tell('WX-1', of);

    await desk.run();

    expect(desk.sent).toEqual([]);
  });

  it('is not made of what the feed held before anybody asked', async () => {
    const desk = await aNoticeDesk();
    await desk.tell('WX-1', SOLD);

    await desk.run();

    expect(desk.sent).toEqual([]);
  });

  it('takes line ends out of a title, so that it cannot become a header', async () => {
    const desk = await aRunningDesk();
    await desk.tell('WX-1', { ...SOLD, title: '鱼塘\r\nBcc: x@example.com' });

    await desk.run();

    expect(desk.sent[0]?.subject).toContain('鱼塘 Bcc: x@example.com');
  });

  it('of eleven lots in one run is one message with a list, of ten are ten', async () => {
    const [many, few] = [await aRunningDesk(), await aRunningDesk()];
    for (let index = 0; index < 11; index++) await many.tell(`WX-${index}`, SOLD);
    for (let index = 0; index < 10; index++) await few.tell(`WX-${index}`, SOLD);

    await Promise.all([many.run(), few.run()]);

    expect(many.sent).toMatchObject([{ subject: '竞价结果:共 11 项', text: expect.stringMatching(/^1\. .*\n2\. /) }]);
    expect((await many.states()).map(({ state }) => state)).toEqual(Array(11).fill('sent'));
    expect(few.sent).toHaveLength(10);
  });
});

describe('a notice that does not go out', () => {
  const failing = (error: AppError) => {
    const messenger = { send: () => Promise.reject(error) };
    return { messengers: () => ({ mail: messenger, sms: messenger, dingtalk: messenger, wecom: messenger }) };
  };

  it('is tried again, and sent once the other side is back', async () => {
    const desk = await aRunningDesk();
    await desk.tell('WX-1', SOLD);
    await desk.run(failing(new AppError('NOTICE.UNREACHABLE', 'no answer')));

    await desk.run();
    expect(desk.sent).toEqual([]);
    desk.later(1);
    await desk.run();

    expect(desk.sent).toHaveLength(1);
    expect(await desk.states()).toMatchObject([{ state: 'sent' }]);
  });

  it('is given up after five attempts, and stays in sight', async () => {
    const desk = await aRunningDesk();
    await desk.tell('WX-1', SOLD);
    let tried = 0;
    const send = () => {
      tried += 1;
      return Promise.reject(new AppError('NOTICE.UNREACHABLE', 'no answer'));
    };
    const messengers = () => ({ mail: { send }, sms: { send }, dingtalk: { send }, wecom: { send } });

    for (let minutes = 0; minutes < 10; minutes++) {
      await desk.run({ messengers });
      desk.later(30);
    }

    expect(tried).toBe(5);
    expect(await desk.states()).toMatchObject([{ state: 'failed' }]);
  });

  it('keeps no other from going out', async () => {
    const robots = { kinds: ['result'], to: { by: 'address', address: '13800001234' }, channel: 'sms' };
    const desk = await aRunningDesk([robots, TO_OFFICE]);
    await desk.tell('WX-1', SOLD);
    const { messengers } = desk.ports;
    const broken = failing(new AppError('NOTICE.UNSET', 'not set')).messengers().sms;

    await desk.run({ messengers: (settings) => ({ ...messengers(settings), sms: broken }) });

    expect(desk.sent).toMatchObject([{ to: 'office@example.com' }]);
    expect(await desk.states()).toMatchObject([{ state: 'failed' }]);
  });
});
