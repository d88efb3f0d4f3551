import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_MODULES } from '#functions/desk/modules.ts';
import { HANDOFF_ACCESS } from '#functions/handoff-routes.ts';
import { CONNECTIONS_ACCESS } from '#functions/placements-connections.ts';
import { PLACEMENTS_ACCESS } from '#functions/placements-routes.ts';
import { demoPicture } from '#infra/demo/desk/papers.ts';
import { deskHost } from '#test/support/desk-host.ts';
import { done, isReady } from './desk-acts.ts';
import {
  openDesk,
  PAPERS,
  type People,
  POND,
  paper,
  pondTerms,
  SHORT_NOTICE,
  signedInPeople,
  THIRD_PART,
} from './desk-village.ts';
import { newFolder, removeFolders } from './host-catalogue.ts';

const FIRST_LAWFUL = '最早可为2026年3月30日';

afterAll(removeFolders);

/** Each step goes on where the one before it ended, as people do. */
describe('a fish pond of 织里镇 entered in a browser without scripts, with a notice one day too short', () => {
  const host = deskHost(newFolder());
  let people: People;
  let pond = '';
  let listing = '';
  let files: readonly string[] = [];
  const step = (name: string) => `/desk/listings/${listing}/edit/${name}`;

  beforeAll(async () => {
    await host.start();
    people = await signedInPeople(host);
    await openDesk(people);
  });
  afterAll(() => host.stop());

  it('is registered with its picture and its three parts', async () => {
    const { clerk } = people;
    const picture = demoPicture(600, 400, [168, 200, 228], [64, 120, 120]);
    const form = await clerk.attach(await clerk.open('/desk/assets/new'), 'pictures', '北塘.png', picture);
    const registered = await clerk.fill(form, '/desk/assets', POND);
    const edit = await clerk.open(`${registered.at}/edit`);
    const shown = await clerk.fill(edit, edit.at, THIRD_PART);
    pond = shown.at.split('/').at(-1) ?? '';
    const { body } = await clerk.read(`/desk/assets/${pond}`);

    expect(body).toMatchObject({ asset: { pictures: [expect.any(String)], parts: [{}, {}, { name: '三号塘' }] } });
    expect(shown.text).toContain('二号塘');
  });

  it('is listed step by step; beside the day stands what the auction house would break, and the first lawful day', async () => {
    const { clerk } = people;
    let page = await clerk.fill(await clerk.open('/desk/listings/new'), '/desk/listings');
    listing = page.at.split('/')[3] ?? '';
    for (const [name, typed] of Object.entries(pondTerms(pond, { bidding: SHORT_NOTICE }))) {
      page = await clerk.fill(page, step(name), typed, 'next');
    }
    const times = await clerk.open(step('times'));

    expect(page.at).toBe(step('platform'));
    expect(times.textOf('.verdict.breach')).toMatch(/在浙北拍卖:拍卖公告期.*《拍卖法》第四十五条/);
    expect(times.textOf('.verdict.breach')).toContain(FIRST_LAWFUL);
    expect(times.textOf('.verdict.warning')).toMatch(/公告期.本地默认.*待确认/);
  });

  it('is not taken without its papers, each told by its name', async () => {
    const { clerk } = people;
    const chosen = await clerk.open(step('platform'));
    const page = await clerk.fill(chosen, step('platform'), { platform: 'zhebei', reason: '本地拍卖行' });
    const refused = await clerk.fill(page, step('submit'));
    const { status, body } = await clerk.send(step('submit'), 'without-papers', {});

    expect(page.textOf('.panel .verdict.breach')).toMatch(/拍卖公告期.*《拍卖法》第四十五条/);
    expect(refused.status).toBe(422);
    expect(refused.textOf('.notice.wrong')).toContain('缺少:成员(代表)会议表决书');
    expect([status, body['code']]).toEqual([422, 'LISTING.INCOMPLETE']);
  });

  it('is refused at the auction house for the day that is missing', async () => {
    const { clerk } = people;
    let page = await clerk.open(step('decision'));
    for (const kind of PAPERS) page = await clerk.attach(page, `papers.${kind}`, `${kind}.pdf`, paper(kind));
    files = new URL(page.at, host.url()).searchParams.getAll('attach.papers.resolution');
    for (const id of new URL(page.at, host.url()).searchParams.values()) await isReady(clerk, id);
    await clerk.fill(await clerk.open(page.at), step('decision'), {}, 'next');

    const refused = await clerk.fill(await clerk.open(step('submit')), step('submit'));
    const { status, body } = await clerk.send(step('submit'), 'too-short', {});

    expect(refused.textOf('.notice.wrong')).toContain(FIRST_LAWFUL);
    expect([refused.status, status, body['code']]).toEqual([422, 422, 'LISTING.BREACH']);
    expect(body['details']).toMatchObject({ verdicts: [{ rule: 'al-45', citation: '《拍卖法》第四十五条' }] });
  });

  it('may go to the district’s own platform with a reason for the warning, not without', async () => {
    const { clerk } = people;
    const chosen = await clerk.open(step('platform'));
    const page = await clerk.fill(chosen, step('platform'), { platform: 'wuxing', reason: '区里的线上平台' });
    const unjustified = await clerk.fill(page, step('submit'));
    const sent = await clerk.fill(unjustified, step('submit'), {
      'reasons.hz-def-notice': '承包户等着清塘,村民代表已同意',
    });

    expect(page.textOf('.panel .verdict.breach')).toBe('');
    expect(unjustified.status).toBe(422);
    expect(unjustified.textOf('.notice.wrong')).toContain('请说明理由');
    expect(sent.at).toBe(`/desk/listings/${listing}`);
    expect(sent.textOf('main')).toContain('镇街三资办审核');
  });

  it('does not exist for the clerk of another village', async () => {
    const { stranger } = people;
    const [file = ''] = files;
    const addresses = [
      `/desk/listings/${listing}`,
      step('times'),
      `/desk/assets/${pond}`,
      `/desk/files/${file}`,
      `/desk/handoff/${listing}`,
      `/desk/handoff/${listing}/package`,
      `/desk/handoff/${listing}/print/notice`,
    ];
    const statuses = await Promise.all(addresses.map(async (address) => (await stranger.open(address)).status));
    const posted = await stranger.send(step('submit'), 'not-mine-1', {});
    const { body } = await stranger.read('/desk/listings');
    const search = await stranger.open('/desk/assets?q=北塘');

    expect(statuses).toEqual(addresses.map(() => 404));
    expect([posted.status, posted.body['code']]).toEqual([404, 'RESOURCE.NOT_FOUND']);
    expect(body).toEqual({ listings: [] });
    expect(search.textOf('main')).not.toContain('义皋');
  });

  it('is read by the auditor, who can change nothing', async () => {
    const { auditor } = people;
    const tables = [HANDOFF_ACCESS, PLACEMENTS_ACCESS, CONNECTIONS_ACCESS];
    const routes = [...DESK_MODULES.map(({ access }) => access), ...tables].flatMap(Object.keys);
    const posts = routes.filter((route) => route.startsWith('POST ')).map((route) => route.slice('POST '.length));
    const statuses = await Promise.all(
      posts.map(async (path) => (await auditor.send(path.replace(':id', listing), 'auditor-key', {})).status),
    );
    const page = await auditor.open(`/desk/listings/${listing}`);

    expect(page.status).toBe(200);
    expect(page.html).not.toContain('method="post" action="/desk');
    expect(posts.length).toBeGreaterThan(30);
    expect(new Set(statuses)).toEqual(new Set([403]));
  });

  it('is approved by three people along the chain, none of whom entered it', async () => {
    const { clerk, township, bureau, office } = people;
    const role = { role: 'township-reviewer', scope: '330502100', from: '2026-03-01' };
    await done(office, '/desk/people/clerk-yigao/assignments', 'clerk-reviews', role);
    const own = await clerk.send(`/desk/review/${listing}/pass`, 'own-review', { step: 'township' });
    const outOfTurn = await office.send(`/desk/review/${listing}/pass`, 'out-of-turn', { step: 'office' });
    const reason = (await township.open(`/desk/review/${listing}`)).text;
    for (const person of [township, bureau, office]) {
      const page = await person.open(`/desk/review/${listing}`);
      await person.fill(page, `/desk/review/${listing}/pass`, { opinion: '同意' });
    }
    const { body } = await clerk.read(`/desk/listings/${listing}`);

    expect([own.status, own.body['code']]).toEqual([403, 'LISTING.OWN_REVIEW']);
    expect([outOfTurn.status, outOfTurn.body['code']]).toEqual([403, 'ACCESS.DENIED']);
    expect(reason).toContain('承包户等着清塘,村民代表已同意');
    expect(body['listing']).toMatchObject({
      state: 'approved',
      steps: [{ by: { id: 'office-centre' } }, {}, {}, {}, {}, {}],
    });
  });
});
