import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskHost } from '#test/support/desk-host.ts';
import { bring, bringPapers, done, draftPond, end, pass, place, registerPond, submit } from './desk-acts.ts';
import { openDesk, type People, paper, signedInPeople } from './desk-village.ts';
import { newFolder, removeFolders } from './host-catalogue.ts';

/** What the next round changes, as the form asks for it. */
const NEXT = {
  'windows.noticeOn': '2026-04-13',
  'windows.registrationEndsAt': '2026-04-20T17:00',
  'windows.biddingStartsAt': '2026-04-21T10:00',
  'windows.biddingEndsAt': '2026-04-21T15:00',
  decidedBy: '社管会',
  decidedOn: '2026-03-09',
};

/** A new vote with a lower floor. */
const VOTED_AGAIN = { 'resolution.heldOn': '2026-03-08', 'resolution.floorYuan': '250000' };

afterAll(removeFolders);

describe('a pond that is on sale', () => {
  const host = deskHost(newFolder());
  let people: People;
  let village = '';
  let pond = '';
  let papers: Record<string, string[]> = {};
  let listing = '';
  const address = (path: string) => `/desk/listings/${listing}/${path}`;
  const state = async () => (await people.clerk.read(`/desk/listings/${listing}`)).body['listing'];

  /** The next round as the clerk opens it in his browser. */
  async function nextRound(startPriceYuan: string) {
    const page = await people.clerk.open(address('act/next-round'));
    return people.clerk.fill(page, page.at, { ...NEXT, startPriceYuan });
  }

  beforeAll(async () => {
    await host.start();
    people = await signedInPeople(host);
    village = await openDesk(people);
    pond = await registerPond(people, village);
    papers = await bringPapers(people, village, 'pond');
    listing = await draftPond(people, { key: 'first', village, pond, papers });
    await submit(people, listing, 'first');
  });
  afterAll(() => host.stop());

  it('is not listed again for the same time, nor one part of it: the refusal names the listing that has it', async () => {
    const { clerk } = people;
    const whole = await draftPond(people, { key: 'again', village, pond, papers });
    const part = await draftPond(people, { key: 'part', village, pond: `${pond}/p2`, papers });
    const refused = await clerk.fill(
      await clerk.open(`/desk/listings/${whole}/edit/submit`),
      `/desk/listings/${whole}/edit/submit`,
    );
    const answers = await Promise.all(
      [whole, part].map((id) => clerk.send(`/desk/listings/${id}/edit/submit`, 'twice-listed', {})),
    );

    expect(refused.status).toBe(422);
    expect(refused.textOf('.notice.wrong')).toContain('义皋村北塘鱼塘三年租赁权');
    expect(refused.leadsTo(`/desk/listings/${listing}`)).toBe(true);
    expect(answers.map(({ status, body }) => [status, body['code'], body['details']])).toEqual(
      [whole, part].map(() => [
        409,
        'ASSET.LOCKED',
        expect.objectContaining({ assetId: pond, listing, from: '2026-07-01', until: '2029-06-30' }),
      ]),
    );
  });

  it('may be listed for the term after', async () => {
    const after = await draftPond(people, { key: 'after', village, pond, papers, startsOn: '2029-07-01' });

    await submit(people, after, 'after');

    expect((await people.clerk.read(`/desk/listings/${after}`)).body['listing']).toMatchObject({ state: 'review' });
  });

  it('goes to its next round after nobody came: within the vote only the office confirms it', async () => {
    const { clerk, township } = people;
    await pass(people, listing, 'first', 'township', 'bureau', 'office');
    await place(people, listing, 'first');
    await end(people, listing, 'first', { outcome: 'failed', cause: '无人报名' });
    const early = await people.office.send(address('act/agreement'), 'too-early', await agreementOf('360000'));
    const opened = await nextRound('324000');
    const page = await clerk.fill(await clerk.open(address('edit/submit')), address('edit/submit'));
    const office = await people.office.open(`/desk/review/${listing}`);
    const queue = await township.read('/desk/review');
    await pass(people, listing, 'second', 'office');

    expect([early.status, early.body['code']]).toEqual([422, 'FORM.INVALID']);
    expect(opened.at).toBe(address('edit/times'));
    expect(page.at).toBe(`/desk/listings/${listing}`);
    expect(office.text).toMatch(/360,000.*324,000.*10%/);
    expect(JSON.stringify(queue.body)).not.toContain(listing);
    expect(await state()).toMatchObject({
      state: 'approved',
      submissions: [{ scope: 'full' }, { scope: 'within-resolution' }],
    });
  });

  it('needs a new vote and the whole chain for a price below what was voted', async () => {
    const { clerk } = people;
    await place(people, listing, 'second');
    await end(people, listing, 'second', { outcome: 'failed', cause: '无人报名' });
    await nextRound('270000');
    const refused = await clerk.send(address('edit/submit'), 'below-the-floor', {});
    const record = await bring(clerk, village, 'second-vote.pdf', paper('second vote'));
    const voted = { 'papers.resolution': [...(papers['resolution'] ?? []), record] };
    const decision = await clerk.open(address('edit/decision'));
    await clerk.fill(decision, address('edit/decision'), { ...VOTED_AGAIN, ...voted }, 'next');
    const submitPage = await clerk.open(address('edit/submit'));
    const reasons = [...submitPage.html.matchAll(/name="(reasons\.[^"]+)"/g)].map(([, name = '']) => [
      name,
      '表决已同意',
    ]);
    const sent = await clerk.fill(submitPage, address('edit/submit'), Object.fromEntries(reasons));

    expect([refused.status, refused.body['code']]).toEqual([422, 'LISTING.BREACH']);
    expect(sent.at, sent.textOf('.notice.wrong')).toBe(`/desk/listings/${listing}`);
    expect(await state()).toMatchObject({ state: 'review', submissions: [{}, {}, { scope: 'full' }] });
  });

  it('is let by agreement after enough failed rounds, not below the last floor, and holds its term', async () => {
    const { clerk, office } = people;
    await pass(people, listing, 'third', 'township', 'office');
    await place(people, listing, 'third');
    await end(people, listing, 'third', { outcome: 'failed', cause: '无人报名' });
    const below = await office.send(address('act/agreement'), 'below-floor', await agreementOf('240000'));
    await done(office, address('act/agreement'), 'agreement', await agreementOf('260000'));
    const again = await draftPond(people, { key: 'later', village, pond, papers });
    const refused = await clerk.send(`/desk/listings/${again}/edit/submit`, 'later-submit', {});

    expect([below.status, JSON.stringify(below.body['errors'])]).toEqual([422, expect.stringContaining('最低价')]);
    expect(await state()).toMatchObject({ state: 'agreed', agreement: { priceFen: 26_000_000 } });
    expect(refused.body['details']).toMatchObject({ listing, state: 'sold' });
  });

  async function agreementOf(priceYuan: string) {
    const proof = await bring(people.office, village, 'proof.pdf', paper('proof of publicity'));
    const publicity = { publicityFrom: '2026-02-25', publicityUntil: '2026-03-06' };
    return { priceYuan, ...publicity, papers: [proof], reason: '三轮流拍,由原承包户续租' };
  }
});
