import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { readSettlements } from '#shared/services/settlement/board.ts';
import { recordMilestone } from '#shared/services/settlement/record-milestone.ts';
import { aListingDesk, PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { at, day } from '#test/support/desk-terms.ts';
import { type AfterSales, afterSales, DAY_MS, LOT, PAPER, SOLD_FACTS } from './settlement-desk.ts';

let desk: AfterSales;

beforeEach(async () => {
  desk = afterSales(await aListingDesk());
});

const idsFor = async (person: Caller) => (await readSettlements(person, desk.ports)).map(({ lotId }) => lotId);

describe('the board of what follows sales', () => {
  it('puts what is overdue first, and says what is due next by which rule', async () => {
    await desk.sell();
    const later = { ...SOLD_FACTS, endsAt: at('2024-05-20', 10) };
    await desk.shows({ '1': ['sold', later] }, at('2024-05-20', 11));
    desk.clock.advance(14 * DAY_MS);

    const rows = await readSettlements(PEOPLE.office, desk.ports);

    expect(rows.map(({ lotId, state }) => [lotId, state])).toEqual([
      [LOT, 'overdue'],
      [`${PUBLIC}.1`, 'open'],
    ]);
    expect(rows[0]?.next).toMatchObject({
      milestone: 'depositsRefundedAt',
      due: { at: '2024-05-09', citation: '本系统默认时限(待确认)' },
    });
  });

  it('shows what was recorded before it has reached the lot’s record', async () => {
    await desk.sell();
    desk.clock.advance(DAY_MS);
    const body = { milestone: 'depositsRefundedAt', on: day('2024-05-07'), document: PAPER, note: null } as const;
    await recordMilestone(PEOPLE.office, desk.ports, LOT, desk.command(), body);

    const [row] = await readSettlements(PEOPLE.office, desk.ports);

    expect(row?.standings.at(-1)).toMatchObject({ recorded: '2024-05-07', platform: null, state: 'kept' });
    expect(row).toMatchObject({ state: 'open', next: { milestone: 'confirmedAt' } });
  });

  it('lists lots whose end has passed and nobody said how, on site at once and elsewhere after a day', async () => {
    const { hammerPrice: _, ...facts } = SOLD_FACTS;
    await desk.shows({ '2': ['bidding', { ...facts, venue: 'on-site' }], '3': ['bidding', facts] });
    desk.clock.advance(3_600_000);

    expect(await idsFor(PEOPLE.office)).toEqual([`${PUBLIC}.2`]);
    desk.clock.advance(DAY_MS);
    expect(await idsFor(PEOPLE.office)).toEqual([`${PUBLIC}.2`, `${PUBLIC}.3`]);
  });

  it('leaves out what is on no register of the district', async () => {
    await desk.shows({ '4': ['sold', { ...SOLD_FACTS, tradeCategory: 'judicial' }] });
    await desk.shows({ '5': ['sold', { ...SOLD_FACTS, divisionCode: '330106' }] });

    expect(await idsFor(PEOPLE.office)).toEqual([]);
  });

  it.each([
    ['the office', PEOPLE.office, 2],
    ['auditors', PEOPLE.auditor, 2],
    ['the township’s reviewer', PEOPLE.township, 2],
    ['the platform’s operator', PEOPLE.operator, 2],
    ['the village’s clerk, his own', PEOPLE.clerk, 1],
    ['a clerk of another village', PEOPLE.foreignClerk, 0],
    ['a reviewer of another township', PEOPLE.foreignTownship, 0],
    ['the operator of another platform', PEOPLE.foreignOperator, 0],
    ['the bureau of the other kind of owner', PEOPLE.stateBureau, 0],
  ])('shows %s what is his business', async (_, person, count) => {
    await desk.sell();
    await desk.shows({ '6': ['sold', SOLD_FACTS] });

    expect(await idsFor(person)).toHaveLength(count);
  });
});
