import { describe, expect, it } from 'vitest';
import { handOverPackage } from '#shared/services/desk/handoff/hand-over-package.ts';
import { amendListing } from '#shared/services/desk/listing/amend-listing.ts';
import { preparePlacement } from '#shared/services/placement/prepare-placement.ts';
import { keys } from '#shared/services/records/keys.ts';
import { PEOPLE } from '#test/support/desk.ts';
import {
  anApproved,
  aPlacementDesk,
  attempted,
  listingNow,
  MINUTE_MS,
  messageFor,
  placementNow,
  prepare,
  published,
  quickPrinter,
  work,
} from './placement-desk.ts';

describe('preparing a placement', () => {
  it('asks a person, field by field, where the platform is known not to take it', async () => {
    const desk = await aPlacementDesk({ limits: { documents: 0, confidence: 'documented', source: '测试' } });
    const { id } = await anApproved(desk);

    await prepare(desk, id);

    const { state, refusal } = await placementNow(desk, id);
    expect(state).toBe('blocked');
    expect(refusal).toMatchObject({ stage: 'limits', faults: [{ pointer: '/papers', code: 'limit.documents' }] });
    expect((await desk.records.get(keys.placementWork(id)))?.['dueAt']).toBeUndefined();
  });

  it('asks a person where the documents lack something, and hands nothing over', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await anApproved(desk);
    const printer = { ...quickPrinter, faults: () => [{ pointer: '/fields/规划用途', detail: '还缺:规划用途' }] };

    await prepare(desk, id, printer);

    expect(await placementNow(desk, id)).toMatchObject({
      state: 'blocked',
      refusal: { stage: 'package', faults: [{ pointer: '/fields/规划用途', detail: '还缺:规划用途' }] },
    });
    expect((await listingNow(desk, listing.id)).state).toBe('approved');
  });

  it('is begun again after a crash at any write, with one package and one offer', async () => {
    for (let failing = 1; failing <= 9; failing += 1) {
      const desk = await aPlacementDesk();
      const { listing, id } = await anApproved(desk);
      let writes = 0;
      const put: typeof desk.records.put = async (item, condition) => {
        writes += 1;
        if (writes === failing) throw new Error(`no store at write ${failing}`);
        return desk.records.put(item, condition);
      };
      const crashing = { ...desk, ports: { ...desk.ports, records: { ...desk.records, put } } };

      await prepare(crashing, id).catch(() => undefined);
      await prepare(desk, id);

      expect(await placementNow(desk, id)).toMatchObject({ state: 'validated' });
      expect((await listingNow(desk, listing.id)).documents.map(({ number }) => number)).toEqual([
        '吴资交告〔2024〕1号',
      ]);
    }
  });

  it('does nothing twice on two messages at once', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);

    await Promise.all([prepare(desk, id), prepare(desk, id)]);
    await prepare(desk, id);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'validated', version: 2 });
  });

  it('leaves to the platform’s worker what is the worker’s', async () => {
    const desk = await aPlacementDesk();
    const { id } = await published(desk);
    const { version } = await placementNow(desk, id);
    desk.clock.advance(2 * MINUTE_MS);

    await prepare(desk, id);

    expect((await placementNow(desk, id)).version).toBe(version);
  });

  it('refuses a placement there never was, and whoever is no function of ours', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    const asked = preparePlacement(PEOPLE.office, desk.ports, quickPrinter, messageFor(id));

    await expect(prepare(desk, 'nothing-1')).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    await expect(asked).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

describe('a package of a listing the system publishes', () => {
  it('is not handed over again by people', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await anApproved(desk);
    await prepare(desk, id);

    const again = handOverPackage(PEOPLE.office, desk.ports, quickPrinter, listing.id, desk.command());

    await expect(again).rejects.toMatchObject({ code: 'LISTING.STATE' });
  });
});

describe('an amendment of what is on sale', () => {
  it('is asked for, put into a new offer, and sent', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await published(desk);
    const before = (await placementNow(desk, id)).offer;
    const body = { terms: { remarks: '看样请提前预约' }, reason: '村里要求', justifications: [] };

    await amendListing(PEOPLE.office, desk.ports, listing.id, desk.command(), body);
    expect(await placementNow(desk, id)).toMatchObject({ amendment: { number: 1, reason: '村里要求', doneAt: null } });
    expect(desk.woken.at(-1)).toEqual({ queue: 'preparations', placement: id });
    await prepare(desk, id);

    const { offer, state } = await placementNow(desk, id);
    expect({ state, amendment: offer?.amendment }).toEqual({ state: 'accepted', amendment: 1 });
    expect(offer?.sha256).not.toBe(before?.sha256);
    expect(desk.woken.at(-1)).toEqual({ queue: listing.choice?.platform, placement: id });
    await work(desk, id, attempted(desk, 2, 'amend'), { type: 'amended', data: { number: 1, revision: 2 } });
    expect(await placementNow(desk, id)).toMatchObject({
      amendment: { doneAt: desk.clock.now() },
      lot: { revision: 2 },
    });
  });
});
