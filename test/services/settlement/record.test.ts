import { beforeEach, describe, expect, it } from 'vitest';
import { startOfDay } from '#shared/domain/calendar/beijing-day.ts';
import type { Milestone } from '#shared/domain/settlement/milestone.ts';
import { correctMilestone, recordMilestone } from '#shared/services/settlement/record-milestone.ts';
import { nameOwner } from '#shared/services/settlement/record-sale.ts';
import { readSettlement } from '#shared/services/settlement/view.ts';
import { aListingDesk, PEOPLE, PUBLIC, VILLAGE } from '#test/support/desk.ts';
import { at, day } from '#test/support/desk-terms.ts';
import { type AfterSales, afterSales, DAY_MS, LOT, PAPER, SOLD_FACTS } from './settlement-desk.ts';

let desk: AfterSales;

beforeEach(async () => {
  desk = afterSales(await aListingDesk());
});

function milestone(name: Milestone, on: string) {
  return { milestone: name, on: day(on), document: PAPER, note: null };
}

const record = (name: Milestone, on: string) =>
  recordMilestone(PEOPLE.office, desk.ports, LOT, desk.command(), milestone(name, on));

describe('a milestone somebody records', () => {
  it('reaches the lot’s record by the desk’s statement, with its paper in the log', async () => {
    await desk.sell();
    desk.clock.advance(3 * DAY_MS);

    await record('confirmedAt', '2024-05-07');
    await desk.mapAll();

    expect((await desk.card()).confirmedAt).toBe(startOfDay(day('2024-05-07')));
    const { standings, documents } = await readSettlement(PEOPLE.clerk, desk.ports, LOT);
    expect(standings[0]).toMatchObject({ milestone: 'confirmedAt', platform: null, recorded: '2024-05-07' });
    expect([...documents.keys()]).toEqual([PAPER]);
  });

  it('never overrides what the platform says, earlier or later, and the difference is named', async () => {
    await desk.sell({ confirmedAt: at('2024-05-06', 11) });
    desk.clock.advance(9 * DAY_MS);

    await record('confirmedAt', '2024-05-08');
    await record('paidAt', '2024-05-14');
    await desk.mapAll();
    await desk.shows({ '7788': ['sold', { paidAt: at('2024-05-13', 9) }] }, at('2024-05-13', 10));

    expect(await desk.card()).toMatchObject({ confirmedAt: at('2024-05-06', 11), paidAt: at('2024-05-13', 9) });
    const { standings } = await readSettlement(PEOPLE.office, desk.ports, LOT);
    expect(standings.filter(({ differs }) => differs).map((each) => each.milestone)).toEqual(['confirmedAt', 'paidAt']);
  });

  it('never overrides a page that shows sale and milestone at once, and no end', async () => {
    const { endsAt: _, ...facts } = SOLD_FACTS;
    await desk.shows({ '8': ['sold', { ...facts, confirmedAt: at('2024-05-06', 9) }] });
    const lot = `${PUBLIC}.8`;
    await nameOwner(PEOPLE.office, desk.ports, lot, desk.command(), { ownerId: VILLAGE.id });
    desk.clock.advance(DAY_MS);

    await recordMilestone(PEOPLE.office, desk.ports, lot, desk.command(), milestone('confirmedAt', '2024-05-07'));
    await desk.mapAll();

    expect((await desk.card(lot)).confirmedAt).toBe(at('2024-05-06', 9));
  });

  it('is corrected by another entry with its reason, and the older one stays in sight', async () => {
    await desk.sell();
    desk.clock.advance(9 * DAY_MS);
    await record('paidAt', '2024-05-14');
    await desk.mapAll();

    const body = { ...milestone('paidAt', '2024-05-13'), reason: '看错银行回单' };
    await correctMilestone(PEOPLE.clerk, desk.ports, LOT, desk.command(), body);
    await desk.mapAll();

    expect((await desk.card()).paidAt).toBe(startOfDay(day('2024-05-13')));
    const { settlement } = await readSettlement(PEOPLE.office, desk.ports, LOT);
    expect(settlement.milestones.paidAt?.map(({ value, reason }) => [value.on, reason])).toEqual([
      ['2024-05-14', null],
      ['2024-05-13', '看错银行回单'],
    ]);
  });

  it.each([
    ['before the sale', milestone('confirmedAt', '2024-05-05'), 'FORM.INVALID'],
    ['still to come', milestone('confirmedAt', '2024-05-30'), 'FORM.INVALID'],
    ['without a paper', { ...milestone('confirmedAt', '2024-05-06'), document: '' }, 'FORM.INVALID'],
    [
      'with another owner’s paper',
      { ...milestone('confirmedAt', '2024-05-06'), document: 'foreignfile00001' },
      'RESOURCE.NOT_FOUND',
    ],
  ])('is refused %s', async (_, body, code) => {
    await desk.sell();

    const recording = recordMilestone(PEOPLE.office, desk.ports, LOT, desk.command(), body);

    await expect(recording).rejects.toMatchObject({ code });
  });

  it('may be the announced end of a publicity that still runs', async () => {
    await desk.sell();

    await record('publicityEndsAt', '2024-05-13');
    await desk.mapAll();

    const { standings } = await readSettlement(PEOPLE.office, desk.ports, LOT);
    expect(standings.find((each) => each.milestone === 'publicityEndsAt')?.on).toBe('2024-05-13');
  });

  it('is no business of a platform’s operator, and unknown to a clerk of another village', async () => {
    await desk.sell();
    const body = milestone('confirmedAt', '2024-05-06');
    const by = (person: typeof PEOPLE.operator) => recordMilestone(person, desk.ports, LOT, desk.command(), body);

    await expect(by(PEOPLE.operator)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(by(PEOPLE.township)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(by(PEOPLE.auditor)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(by(PEOPLE.foreignClerk)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});
