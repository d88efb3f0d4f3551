import { beforeEach, describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { recordMilestone } from '#shared/services/settlement/record-milestone.ts';
import { correctSale, nameOwner, recordDefault, recordSale } from '#shared/services/settlement/record-sale.ts';
import { readSettlement } from '#shared/services/settlement/view.ts';
import { aListingDesk, PEOPLE, PUBLIC, VILLAGE } from '#test/support/desk.ts';
import { at, day } from '#test/support/desk-terms.ts';
import { type AfterSales, afterSales, DAY_MS, LOT, PAPER, SOLD_FACTS } from './settlement-desk.ts';

let desk: AfterSales;

beforeEach(async () => {
  desk = afterSales(await aListingDesk());
});

const MINUTES = { outcome: 'sold', hammerFen: fen(61_000_00), endedAt: at('2024-05-06', 9), bidders: 4 } as const;
const SALE = { ...MINUTES, document: PAPER, note: null };

describe('an on-site sale', () => {
  beforeEach(async () => {
    const { hammerPrice: _, endsAt: __, ...facts } = SOLD_FACTS;
    const onSite = { ...facts, venue: 'on-site', startsAt: at('2024-05-06', 8) } as const;
    await desk.shows({ '9': ['announced', onSite] }, at('2024-05-01', 9));
  });

  const lot = `${PUBLIC}.9`;

  it('is recorded by its minutes and becomes the lot’s result', async () => {
    await nameOwner(PEOPLE.office, desk.ports, lot, desk.command(), { ownerId: VILLAGE.id });

    await recordSale(PEOPLE.office, desk.ports, lot, desk.command(), SALE);
    await desk.mapAll();

    expect(await desk.card(lot)).toMatchObject({
      ...{ status: 'sold', hammerPriceFen: 61_000_00, endsAt: at('2024-05-06', 9), registrationCount: 4 },
      contradictions: [],
    });
  });

  it('is corrected with a reason', async () => {
    await nameOwner(PEOPLE.office, desk.ports, lot, desk.command(), { ownerId: VILLAGE.id });
    await recordSale(PEOPLE.office, desk.ports, lot, desk.command(), SALE);
    desk.clock.advance(DAY_MS);

    const right = { ...SALE, hammerFen: fen(60_000_00), reason: '笔误' };
    await correctSale(PEOPLE.office, desk.ports, lot, desk.command(), right);
    await desk.mapAll();

    expect((await desk.card(lot)).hammerPriceFen).toBe(60_000_00);
  });

  it('needs somebody to say whose lot it is', async () => {
    const recording = recordSale(PEOPLE.office, desk.ports, lot, desk.command(), SALE);

    await expect(recording).rejects.toMatchObject({ code: 'SETTLEMENT.OWNER_UNKNOWN' });
  });

  it('is refused while bidding runs on a platform', async () => {
    const { hammerPrice: _, ...facts } = SOLD_FACTS;
    await desk.shows({ '10': ['bidding', { ...facts, endsAt: at('2024-05-07', 9) }] });
    await nameOwner(PEOPLE.office, desk.ports, `${PUBLIC}.10`, desk.command(), { ownerId: VILLAGE.id });

    const recording = recordSale(PEOPLE.office, desk.ports, `${PUBLIC}.10`, desk.command(), SALE);

    await expect(recording).rejects.toMatchObject({ code: 'SETTLEMENT.STATE' });
  });

  it('is refused where the platform reported the result', async () => {
    await desk.sell();

    const recording = recordSale(PEOPLE.office, desk.ports, LOT, desk.command(), SALE);

    await expect(recording).rejects.toMatchObject({ code: 'SETTLEMENT.STATE' });
  });
});

describe('a default', () => {
  it('shows the lot as defaulted, though its platform showed it as sold', async () => {
    await desk.sell();
    desk.clock.advance(30 * DAY_MS);
    const body = { on: day('2024-06-03'), reason: '逾期未付款', document: PAPER };

    await recordDefault(PEOPLE.office, desk.ports, LOT, desk.command(), body);
    await desk.mapAll();

    expect(await desk.card()).toMatchObject({ status: 'defaulted', contradictions: [] });
    const paid = { milestone: 'paidAt', on: day('2024-06-03'), document: PAPER, note: null } as const;
    const paying = recordMilestone(PEOPLE.office, desk.ports, LOT, desk.command(), paid);
    await expect(paying).rejects.toMatchObject({ code: 'SETTLEMENT.STATE' });
  });

  it('that its platform contradicts later is named, and stays what people recorded', async () => {
    await desk.sell();
    desk.clock.advance(30 * DAY_MS);
    const body = { on: day('2024-06-03'), reason: '逾期未付款', document: PAPER };
    await recordDefault(PEOPLE.office, desk.ports, LOT, desk.command(), body);
    await desk.mapAll();

    desk.clock.advance(DAY_MS);
    await desk.shows({ '7788': ['sold', SOLD_FACTS] });

    expect((await desk.card()).contradictions).toEqual(['outcome-reversed']);
    expect((await readSettlement(PEOPLE.office, desk.ports, LOT)).status).toBe('defaulted');
  });
});
