import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskPerson } from '#test/support/desk-browser.ts';
import { deskHost } from '#test/support/desk-host.ts';
import { hub } from '#test/support/host-process.ts';
import { bringPapers, draftPond, isReady, submit, upload } from './desk-acts.ts';
import { openDesk, type People, POND, paper, pondTerms, signedInPeople, THIRD_PART } from './desk-village.ts';
import { newFolder, removeFolders } from './host-catalogue.ts';

/** One command of somebody, the same however often it is sent. */
interface Step {
  readonly who: keyof People;
  readonly path: string;
  readonly key: string;
  readonly fields: object;
  /** The host falls dead after so many writes to its record; where the command makes fewer, after the answer. */
  readonly diesAfter: readonly number[];
}

const AFTER_THE_ANSWER = 99;

afterAll(removeFolders);

describe('a host killed in each step from the register to the stamped scan, each time started again on the same data', () => {
  const host = deskHost(newFolder());
  let people: People;
  let village = '';
  let pond = '';
  let listing = '';

  beforeAll(async () => {
    await host.start();
    people = await signedInPeople(host);
    village = await openDesk(people);
  });
  afterAll(() => host.stop());

  async function sendAndDie(person: DeskPerson, { path, key, fields }: Step, writes: number): Promise<void> {
    const dying = { 'x-die-after-writes': String(writes) };
    const answer = await person.send(path, key, fields, dying).catch((): undefined => undefined);
    await (answer === undefined ? host.died() : host.kill());
    await host.start();
  }

  /** Sends a command to a host that dies of it, as often as asked, then once more to one that lives. */
  async function carryOut(step: Step): Promise<string> {
    const person = people[step.who];
    for (const writes of step.diesAfter) await sendAndDie(person, step, writes);
    const { status, body } = await person.send(step.path, step.key, step.fields);
    if (status !== 200) throw new Error(`${step.path} answered ${status}: ${JSON.stringify(body)}`);
    return String(body['id']);
  }

  async function listed(): Promise<Record<string, unknown>> {
    return (await people.clerk.read(`/desk/listings/${listing}`)).body['listing'] as Record<string, unknown>;
  }

  it('has the pond and its draft once', async () => {
    const step = (name: string, fields: object, ...diesAfter: number[]) =>
      carryOut({
        who: 'clerk',
        path: `/desk/listings/${listing}/edit/${name}`,
        key: `step-${name}`,
        fields,
        diesAfter,
      });
    const asset = { ...POND, ...THIRD_PART, ownerId: village };
    pond = await carryOut({ who: 'clerk', path: '/desk/assets', key: 'register-pond', fields: asset, diesAfter: [2] });
    const draft = { ownerId: village, asset: pond };
    listing = await carryOut({
      who: 'clerk',
      path: '/desk/listings',
      key: 'draft-pond',
      fields: draft,
      diesAfter: [1],
    });
    const { assets, terms, times, bidders, decision } = pondTerms(pond);
    const papers = await bringPapers(people, village, 'pond');
    await step('assets', assets);
    await step('terms', terms);
    await step('times', times);
    await step('bidders', bidders);
    await step('decision', { ...decision, papers }, AFTER_THE_ANSWER);
    await step('platform', { platform: 'wuxing', reason: '不收村里的服务费' });
    const found = await people.clerk.read('/desk/assets');
    const drafts = await people.clerk.read('/desk/listings');

    expect(found.body).toMatchObject({ total: 1, assets: [{ id: pond }] });
    expect(drafts.body).toMatchObject({ listings: [{ id: listing, state: 'draft' }] });
    expect(await listed()).toMatchObject({ version: 7, state: 'draft' });
  });

  it('has one approval of each step, and one number on each document', async () => {
    const review = (who: 'township' | 'bureau' | 'office', ...diesAfter: number[]) => {
      const path = `/desk/review/${listing}/pass`;
      return carryOut({ who, path, key: `pass-as-${who}`, fields: { step: who, opinion: '同意' }, diesAfter });
    };
    const office = (path: string, fields: object, ...diesAfter: number[]) =>
      carryOut({ who: 'office', path, key: `office-${path.split('/').at(-1)}`, fields, diesAfter });
    const submitting = { path: `/desk/listings/${listing}/edit/submit`, key: 'submit-pond', fields: {} };
    await carryOut({ who: 'clerk', ...submitting, diesAfter: [2] });
    await review('township', 1);
    await review('bureau');
    await review('office', AFTER_THE_ANSWER);
    await office(`/desk/handoff/${listing}/package`, {}, 3);
    await office(`/desk/handoff/${listing}/address`, { url: 'https://wuxing.invalid/lot/1' }, 1);
    const sold = { outcome: 'sold', hammerYuan: '402000', at: '2026-03-09 09:00', cause: '平台公告' };
    await office(`/desk/listings/${listing}/act/end-round`, sold);
    await office(`/desk/handoff/${listing}/documents/confirmation`, {}, 2);

    expect(await listed()).toMatchObject({
      version: 15,
      state: 'sold',
      submissions: [{ version: 8 }],
      rounds: [{ placed: { url: 'https://wuxing.invalid/lot/1' }, ended: { ending: { outcome: 'sold' } } }],
      documents: [
        { kind: 'notice', number: '吴资交告〔2026〕1号' },
        { kind: 'confirmation', number: expect.stringMatching(/〔2026〕1号$/) },
      ],
    });
  });

  it('has taken in a scan whose bytes had just come when it died, and filed it once', async () => {
    const { clerk } = people;
    const { number } = ((await listed())['documents'] as { number: string }[])[1] ?? {};
    const scan = await upload(clerk, village, 'scan.pdf', paper('stamped'));
    await host.kill();
    await host.start();
    await isReady(clerk, scan);
    const path = `/desk/handoff/${listing}/scan`;
    await carryOut({ who: 'clerk', path, key: 'file-scan', fields: { number, scan }, diesAfter: [1] });

    expect(await listed()).toMatchObject({ version: 16, documents: [{ scan: null }, { scan }] });
  });

  it('holds the pond for the term that was sold, and for no other', async () => {
    const papers = await bringPapers(people, village, 'more');
    const same = await draftPond(people, { key: 'same-term', village, pond, papers });
    const later = await draftPond(people, { key: 'later-term', village, pond, papers, startsOn: '2029-07-01' });

    const refused = await people.clerk.send(`/desk/listings/${same}/edit/submit`, 'submit-same', {});
    await submit(people, later, 'later-term');

    expect(refused.body).toMatchObject({
      code: 'ASSET.LOCKED',
      details: { listing, state: 'sold', until: '2029-06-30' },
    });
  });

  it('passes the check of every log', async () => {
    const { code, output } = await hub(host.folder, 'audit', 'verify', '--json');

    expect(JSON.parse(output)).toMatchObject({ findings: [] });
    expect(code).toBe(0);
  });
});
