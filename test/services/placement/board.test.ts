import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import { readBoard } from '#shared/services/placement/board.ts';
import { followRecord } from '#shared/services/placement/follow.ts';
import { readPlacement } from '#shared/services/placement/view.ts';
import { aStamp } from '#test/support/builders.ts';
import { PEOPLE, PUBLIC, VILLAGE } from '#test/support/desk.ts';
import {
  anApproved,
  aPlacementDesk,
  attempted,
  connect,
  LOT,
  MINUTE_MS,
  type PlacementDesk,
  placementNow,
  prepare,
  published,
  seen,
  work,
} from './placement-desk.ts';

async function rowOf(desk: PlacementDesk) {
  const [row, ...more] = await readBoard(PEOPLE.office, desk.ports);
  expect(more).toEqual([]);
  return row ?? expect.unreachable('there is a line');
}

describe('the status board', () => {
  it('shows a placement to who sees its owner’s things and to its platform, and to nobody else', async () => {
    const desk = await aPlacementDesk();
    await anApproved(desk);
    const count = async (caller: Caller) => (await readBoard(caller, desk.ports)).length;

    const { clerk, office, auditor, township, operator, foreignClerk, unitClerk, foreignOperator } = PEOPLE;
    const counts = [];
    for (const person of [clerk, office, auditor, township, operator, foreignClerk, unitClerk, foreignOperator]) {
      counts.push(await count(person));
    }

    expect(counts).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
    expect(await rowOf(desk)).toMatchObject({
      owner: VILLAGE.name,
      platform: PUBLIC,
      platformName: '区公共平台',
      state: 'pending',
      problem: null,
      todo: { who: 'nobody', text: '系统办理中' },
      url: null,
    });
  });

  it('says what the platform refused, and when it is tried again', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    await prepare(desk, id);
    const faults = [{ pointer: '/title', code: 'title.words', detail: '标题含有不允许的词' }];
    const retryAt = addMs(desk.clock.now(), MINUTE_MS);
    const refusal = { stage: 'platform', step: 'publish', code: 'listing.invalid', faults } as const;

    await work(desk, id, attempted(desk), { type: 'refused', data: { ...refusal, retryAt } });
    const waiting = await rowOf(desk);
    await work(desk, id, attempted(desk, 2), { type: 'refused', data: { ...refusal, retryAt: null } });
    const stopped = await rowOf(desk);

    expect(waiting).toMatchObject({
      problem: '平台退回:标题含有不允许的词,2024年5月6日 10:01 后自动再试。',
      todo: { who: 'nobody' },
    });
    expect(stopped).toMatchObject({
      problem: '平台退回(已 2 次):标题含有不允许的词。',
      todo: { who: 'office', text: '与平台核实后重试,或改为人工移交' },
    });
  });

  it('asks the office to mend the connection, and to look where nobody can tell', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    await prepare(desk, id);
    const until = addMs(desk.clock.now(), 30 * MINUTE_MS);
    const data = { step: 'publish', code: 'SECRET.MISSING', until, mayBeThere: false } as const;

    await work(desk, id, attempted(desk), { type: 'postponed', data });
    const held = await rowOf(desk);
    await work(desk, id, attempted(desk, 2), { type: 'doubted', data: { code: 'PLATFORM.ANSWER_LOST' } });
    const doubted = await rowOf(desk);

    expect(held.problem).toContain('没有这个名称的密钥');
    expect(held.todo).toEqual({ who: 'office', text: '检查平台对接的地址和密钥,改好后重试' });
    expect(doubted.problem).toContain('不能确定平台有没有受理');
    expect(doubted.todo.who).toBe('office');
  });

  it('shows that the platform differs from what was approved', async () => {
    const desk = await aPlacementDesk();
    const { id } = await published(desk);
    await seen(desk, { facts: { startPrice: { value: fen(1_00), stamp: aStamp(1) } }, outcomes: {} }, 'announced');

    await followRecord(desk.ports, await placementNow(desk, id));

    expect(await rowOf(desk)).toMatchObject({
      differs: true,
      url: LOT.url,
      problem: '平台显示的内容有 1 处与批准的不一致。',
    });
  });

  it('asks the clerk for the package of a platform that is not connected', async () => {
    const desk = await aPlacementDesk();
    await connect(desk, false);
    await anApproved(desk);

    expect((await rowOf(desk)).todo).toEqual({ who: 'clerk', text: '移交材料,平台上架后登记网址' });
  });

  it('says where the platform gave an address that is not its own', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    await prepare(desk, id);

    const lot = { ...LOT, url: 'https://elsewhere.example.invalid/1' };
    await work(desk, id, attempted(desk), { type: 'accepted', data: lot });

    expect(await rowOf(desk)).toMatchObject({
      state: 'accepted',
      problem: '平台给出的网址不在该平台名下,挂牌还没有登记上架地址。',
      todo: { who: 'office' },
    });
  });
});

describe('the page of a placement', () => {
  it('tells what happened, in words, and lets only the office act', async () => {
    const desk = await aPlacementDesk();
    const { id } = await published(desk);

    const { timeline, may } = await readPlacement(PEOPLE.office, desk.ports, id);

    expect(timeline.map(({ what, words, byName }) => [what, words, byName])).toEqual([
      ['建立上架', '接口发布', '系统'],
      ['材料备齐,校验通过', null, '系统'],
      ['向平台发送', '发布,第 1 次', '系统'],
      ['平台受理', '平台标的编号 4711', '系统'],
    ]);
    expect(may).toEqual(['ask-withdrawal']);
    expect((await readPlacement(PEOPLE.clerk, desk.ports, id)).may).toEqual([]);
    expect((await readPlacement(PEOPLE.auditor, desk.ports, id)).may).toEqual([]);
    const foreign = readPlacement(PEOPLE.foreignClerk, desk.ports, id);
    await expect(foreign).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});
