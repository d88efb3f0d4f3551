import { beforeEach, describe, expect, it } from 'vitest';
import type { ContractTerms } from '#shared/domain/contract/contract.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { endContract } from '#shared/services/contract/end-contract.ts';
import { correctContract, enterContract } from '#shared/services/contract/enter-contract.ts';
import { keepLessee, readLessee } from '#shared/services/contract/lessee.ts';
import { listContracts } from '#shared/services/contract/list-contracts.ts';
import { proposalFor } from '#shared/services/contract/proposal.ts';
import { renewContract } from '#shared/services/contract/renew-contract.ts';
import { readContract } from '#shared/services/contract/view.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { knownLot } from '#shared/services/settlement/known-lot.ts';
import { type AfterSales, afterSales, DAY_MS, LOT, PAPER, PARTY } from '#test/services/settlement/settlement-desk.ts';
import { aListingDesk, OTHER_POND, PEOPLE, POND, VILLAGE } from '#test/support/desk.ts';
import { day } from '#test/support/desk-terms.ts';

let desk: AfterSales;

beforeEach(async () => {
  desk = afterSales(await aListingDesk());
});

const TERMS: ContractTerms = {
  number: '云租2021-03',
  assetId: POND,
  lotId: null,
  startsOn: day('2021-07-01'),
  endsOn: day('2024-06-30'),
  yearlyRentFen: fen(50_000_00),
  escalationPpm: ppm(50_000),
  bondFen: fen(5_000_00),
  scan: PAPER,
  note: null,
};

const enter = async (of: Partial<ContractTerms> = {}, person = PEOPLE.clerk) => {
  const body = { ownerId: VILLAGE.id, terms: { ...TERMS, ...of } };
  return (await enterContract(person, desk.ports, desk.command(), body)).state.id;
};

describe('the register of contracts', () => {
  it('lists leases by their last day with the reminder that is due, to who sees the owner', async () => {
    await enter({ number: '乙', endsOn: day('2024-12-31') });
    await enter();

    const rows = await listContracts(PEOPLE.township, desk.ports);

    expect(rows.map(({ contract, reminder, daysLeft }) => [contract.terms.number, reminder?.days, daysLeft])).toEqual([
      ['云租2021-03', 90, 55],
      ['乙', undefined, 239],
    ]);
    expect(await listContracts(PEOPLE.foreignTownship, desk.ports)).toEqual([]);
    expect(await listContracts(PEOPLE.operator, desk.ports)).toEqual([]);
  });

  it.each([
    ['another owner’s asset', { assetId: OTHER_POND }, 'FORM.INVALID'],
    ['an end before the start', { endsOn: day('2021-06-30') }, 'FORM.INVALID'],
    ['another owner’s scan', { scan: 'foreignfile00001' }, 'RESOURCE.NOT_FOUND'],
  ])('refuses %s', async (_, of, code) => {
    await expect(enter(of)).rejects.toMatchObject({ code });
  });

  it('refuses a number the owner uses already', async () => {
    await enter();

    await expect(enter()).rejects.toMatchObject({ code: 'FORM.INVALID' });
  });

  it('lets only the office and the owner’s clerks keep it', async () => {
    await expect(enter({}, PEOPLE.office)).resolves.toBeDefined();
    await expect(enter({ number: '二' }, PEOPLE.township)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(enter({ number: '三' }, PEOPLE.foreignClerk)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });

  it('keeps what was wrong in the log, and takes nothing more once it has ended', async () => {
    const id = await enter();
    const terms = { ...TERMS, yearlyRentFen: fen(52_000_00) };
    await correctContract(PEOPLE.clerk, desk.ports, id, desk.command(), { terms, reason: '录错' });
    const ending = { how: 'terminated', on: day('2024-05-01'), reason: '协商解除' } as const;
    await endContract(PEOPLE.office, desk.ports, id, desk.command(), ending);

    const view = await readContract(PEOPLE.clerk, desk.ports, id);
    expect(view.timeline.map(({ event }) => event.type)).toEqual(['entered', 'corrected', 'ended']);
    expect(view.row).toMatchObject({ state: 'ended', reminder: null });
    const again = correctContract(PEOPLE.clerk, desk.ports, id, desk.command(), { terms, reason: '再改' });
    await expect(again).rejects.toMatchObject({ code: 'SETTLEMENT.STATE' });
  });
});

describe('a contract’s renewal', () => {
  it('is one draft of the same asset from the next day on, at the last rent, without the incumbent’s name', async () => {
    const id = await enter();
    await keepLessee(PEOPLE.clerk, desk.ports, id, desk.command(), PARTY);

    const command = desk.command();
    const { state } = await renewContract(PEOPLE.clerk, desk.ports, id, command);
    await renewContract(PEOPLE.clerk, desk.ports, id, command);

    const { listing } = await readListing(PEOPLE.clerk, desk.ports, state.renewal ?? '');
    expect(listing.terms).toMatchObject({
      items: [{ assetId: POND, parts: null }],
      startPriceFen: 55_125_00,
      lease: { startsOn: '2024-07-01', months: 36, escalationPpm: 50_000 },
    });
    expect(JSON.stringify(desk.records.items())).not.toContain(PARTY.name);
    const second = renewContract(PEOPLE.clerk, desk.ports, id, desk.command());
    await expect(second).rejects.toMatchObject({ code: 'SETTLEMENT.STATE' });
  });

  it('is for a clerk of the owner to draft', async () => {
    const id = await enter();

    const renewing = renewContract(PEOPLE.office, desk.ports, id, desk.command());

    await expect(renewing).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

describe('a lessee', () => {
  it('is masked on the page and opened for a purpose that is logged', async () => {
    const id = await enter();
    await keepLessee(PEOPLE.office, desk.ports, id, desk.command(), PARTY);

    expect((await readContract(PEOPLE.auditor, desk.ports, id)).lessee?.name).toBe('钱**');
    expect(await readLessee(PEOPLE.clerk, desk.ports, id, 'contract')).toEqual(PARTY);
    const { timeline } = await readContract(PEOPLE.office, desk.ports, id);
    expect(timeline.at(-1)).toMatchObject({ byName: '沈会计', event: { type: 'lessee-read' } });
  });

  it('of a contract that came of a lot is its winning party', async () => {
    await desk.sell();
    desk.clock.advance(DAY_MS);
    const known = await knownLot(PEOPLE.clerk, desk.ports, LOT);

    expect(proposalFor(known)).toMatchObject({
      ...{ assetId: POND, lotId: LOT, startsOn: '2025-01-01', endsOn: '2027-12-31' },
      ...{ yearlyRentFen: 56_000_00, escalationPpm: 0 },
    });
    const id = await enter({ lotId: LOT });
    const keeping = keepLessee(PEOPLE.clerk, desk.ports, id, desk.command(), PARTY);
    await expect(keeping).rejects.toMatchObject({ code: 'SETTLEMENT.STATE' });
  });
});
