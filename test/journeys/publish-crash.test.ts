import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectSandbox } from '#infra/demo/desk/connection.ts';
import { deskHost } from '#test/support/desk-host.ts';
import { hub } from '#test/support/host-process.ts';
import { bringPapers, draftPond, pass, registerPond, submit } from './desk-acts.ts';
import { openDesk, type People, signedInPeople } from './desk-village.ts';
import { newFolder, removeFolders } from './host-catalogue.ts';

/** First days of terms that do not overlap: one pond, listed once for each. */
const TERMS = ['2026-07-01', '2029-07-01', '2032-07-01'] as const;
/** Longer than a lost answer is put off at first, and than waking leaves a placement alone. */
const LATER_MS = 4 * 60_000;
const MOST_STARTS = 12;
const UNDER_WAY = ['pending', 'validated', 'submitted', 'rejected'];

interface Row {
  readonly state: string;
  readonly listingId: string;
}

afterAll(removeFolders);

describe('three listings approved on a host that is killed while it publishes to a platform that loses answers', () => {
  const host = deskHost(newFolder());
  const listings: string[] = [];
  let people: People;

  const token = () => readFileSync(`${host.folder}/token`, 'utf8').trim();
  const sandbox = async (path: string, body?: object): Promise<{ readonly lots: number; readonly clock: string }> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { authorization: `Bearer ${token()}` };
    const response = await fetch(`${host.url()}/sandbox/control${path}`, { ...init, headers });
    expect(response.status).toBe(200);
    return (await response.json()) as { readonly lots: number; readonly clock: string };
  };
  const fails = async (): Promise<void> => {
    await sandbox('/faults', { endpoint: 'create', kind: 'lost-answer', times: 3 });
    await sandbox('/faults', { endpoint: 'create', kind: 'server-error', times: 1 });
  };
  const board = async (): Promise<readonly Row[]> =>
    (await people.office.read('/desk/placements')).body['placements'] as readonly Row[];
  const catalogue = async (): Promise<readonly { readonly lotId: string; readonly version: number }[]> => {
    const { lots } = (await (await fetch(`${host.url()}/v1/lots?platform=wuxing`)).json()) as {
      readonly lots: readonly { readonly lotId: string; readonly version: number }[];
    };
    return lots.filter(({ lotId }) => lotId.startsWith('wuxing.DEMO-'));
  };

  beforeAll(async () => {
    await host.start();
    people = await signedInPeople(host);
    const village = await openDesk(people);
    await connectSandbox({ url: host.url(), token: token() });
    const pond = await registerPond(people, village);
    const papers = await bringPapers(people, village, 'pond');
    for (const startsOn of TERMS) {
      const id = await draftPond(people, { key: startsOn, village, pond, startsOn, papers });
      await submit(people, id, startsOn);
      await pass(people, id, startsOn, 'township', 'bureau');
      listings.push(id);
    }
  });
  afterAll(() => host.stop());

  it('has exactly one lot of each on the platform in the end, and every placement knows its own', async () => {
    for (const [index, id] of listings.entries()) {
      await fails();
      // It falls dead in the middle of what follows: in preparing, in the lease, before the outcome.
      const dying = { 'x-die-after-writes': String(8 + 5 * index) };
      const fields = { step: 'office', opinion: '同意' };
      await people.office.send(`/desk/review/${id}/pass`, `approve-${id}`, fields, dying).catch(() => undefined);
      await host.died();
      await host.start(LATER_MS);
      await people.office.send(`/desk/review/${id}/pass`, `approve-${id}`, fields);
    }
    for (let starts = 0; starts < MOST_STARTS; starts += 1) {
      await vi.waitFor(async () => expect((await board()).length).toBe(TERMS.length), { timeout: 10_000 });
      const isQuiet = async () => expect((await board()).filter(({ state }) => UNDER_WAY.includes(state))).toEqual([]);
      if (
        await vi.waitFor(isQuiet, { timeout: 2_000 }).then(
          () => true,
          () => false,
        )
      )
        break;
      await host.kill();
      await host.start(LATER_MS);
    }

    expect((await board()).map(({ state }) => state).filter((state) => UNDER_WAY.includes(state))).toEqual([]);
    expect(await sandbox('')).toMatchObject({ lots: TERMS.length });
    await vi.waitFor(async () => expect(await catalogue()).toHaveLength(TERMS.length), { timeout: 20_000 });
    expect((await board()).map(({ listingId }) => listingId).toSorted()).toEqual(listings.toSorted());
  });

  it('lets neither a forged nor a replayed event change anything', async () => {
    const { eventsSecret } = JSON.parse(readFileSync(`${host.folder}/sandbox-secrets.json`, 'utf8')) as {
      readonly eventsSecret: string;
    };
    const [lot] = await catalogue();
    const push = async (secret: string, body: string) => {
      const headers = {
        'webhook-id': 'evt-of-the-test',
        'webhook-timestamp': String(Math.floor(now / 1000)),
        'webhook-signature': new Webhook(secret).sign('evt-of-the-test', new Date(now), body),
      };
      const response = await fetch(`${host.url()}/v1/platforms/wuxing/events`, { method: 'POST', headers, body });
      return { status: response.status, body: (await response.json()) as { status?: string; code?: string } };
    };
    // The host's day is another one than ours.
    const now = Date.parse((await sandbox('')).clock);
    const body = JSON.stringify({ schema: 'opi.event.v1', id: 'evt-of-the-test', type: 'nothing.we.know' });

    const forged = await push(`whsec_${btoa('a secret nobody gave to anyone')}`, body);
    const taken = await push(eventsSecret, body);
    const replayed = await push(eventsSecret, body);
    const changed = await push(eventsSecret, `${body} `);

    expect([forged.status, forged.body.code]).toEqual([401, 'EVENT.FORGED']);
    expect([taken.status, replayed.body.status, changed.status]).toEqual([202, 'known', 409]);
    expect((await catalogue())[0]).toEqual(lot);
  });

  it('passes the check of every log', async () => {
    const { code, output } = await hub(host.folder, 'audit', 'verify', '--json');

    expect(JSON.parse(output)).toMatchObject({ findings: [] });
    expect(code).toBe(0);
  });
});
