import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPlatform } from '#adapters/registry.ts';
import { fen } from '#shared/domain/money.ts';
import { addMs, fromEpochMs } from '#shared/domain/time.ts';
import type { PublisherSession } from '#shared/ports/platform-publisher.ts';
import { type RunningSandbox, runSandbox } from '#test/sandbox/running.ts';
import { DAY, START } from '#test/sandbox/terms.ts';
import { failureOf } from '../page-client.ts';
import { anOffer } from './offer.ts';
import { aSession } from './session.ts';

const NOW = fromEpochMs(START);
const REFERENCE = anOffer().reference;

let sandbox: RunningSandbox;
let session: PublisherSession;

beforeEach(async () => {
  sandbox = await runSandbox();
  session = aSession(`${sandbox.url}/sandbox`);
});

afterEach(() => sandbox.close());

const breaks = (endpoint: string, kind: string) => sandbox.ask('POST', '/control/faults', { endpoint, kind, times: 1 });
const lotsThere = async () => (await sandbox.ask('GET', `/lots?reference=${REFERENCE}`)).json['total'];

describe('publishing through the interface', () => {
  it('makes one lot of one offer, however often it is asked', async () => {
    const first = await session.publish(anOffer());
    const again = await session.publish(anOffer());

    expect(again).toEqual(first);
    expect(first).toMatchObject({ number: expect.stringMatching(/./), url: expect.stringMatching(/^https?:/) });
    expect(await session.look(REFERENCE)).toMatchObject({ number: first.number, revision: 1 });
    expect(await lotsThere()).toBe(1);
  });

  it('finds nothing under a reference that was never offered', async () => {
    expect(await session.look('LST-9-1')).toBe('none');
  });

  it.each(['lost-answer', 'captcha'])('does not know after %s, and gets the one lot by asking again', async (fault) => {
    await breaks('create', fault);

    const lost = await failureOf(session.publish(anOffer()));
    const again = await session.publish(anOffer());

    expect(lost?.code).toBe('PLATFORM.ANSWER_LOST');
    expect(await session.look(REFERENCE)).toMatchObject({ number: again.number });
    expect(await lotsThere()).toBe(1);
  });

  it('knows that nothing was done when the platform says that it failed', async () => {
    await breaks('create', 'server-error');

    const failure = await failureOf(session.publish(anOffer()));

    expect(failure).toMatchObject({ code: 'PLATFORM.UNAVAILABLE', details: { status: 503, retryAfterMs: 1_000 } });
    expect(await lotsThere()).toBe(0);
  });

  it('names the terms the platform refuses', async () => {
    const late = fromEpochMs(START - DAY);
    const failure = await failureOf(session.publish(anOffer({ title: '长'.repeat(61), biddingStartsAt: late })));

    const faults = failure?.details['faults'];
    expect(failure?.code).toBe('PLACEMENT.REFUSED');
    expect(faults).toEqual(expect.arrayContaining([expect.objectContaining({ pointer: '/title' })]));
    expect(faults).toEqual(expect.arrayContaining([expect.objectContaining({ pointer: '/windows/biddingStartsAt' })]));
  });

  it('refuses one reference for two contents', async () => {
    await session.publish(anOffer());

    const failure = await failureOf(session.publish(anOffer({ title: '另一个标的' })));

    expect(failure).toMatchObject({ code: 'PLACEMENT.REFUSED', details: { code: 'listing.conflict' } });
  });

  it('tells a key that is not accepted from everything else', async () => {
    const failure = await failureOf(aSession(`${sandbox.url}/sandbox`, 'other').publish(anOffer()));

    expect(failure).toMatchObject({ code: 'PLATFORM.REFUSED', details: { status: 401 } });
  });
});

describe('amending and withdrawing through the interface', () => {
  it('makes the listing equal to the offer once, and hides a reserve from every answer', async () => {
    const lot = await session.publish(anOffer());
    const amended = anOffer({ amendment: 1, amendmentReason: '名称有误', title: '改过的名称' });

    const first = await session.amend(amended, lot);
    const again = await session.amend(amended, first);

    expect([first.revision, again.revision, again.number]).toEqual([2, 2, lot.number]);
    expect((await sandbox.ask('GET', `/listings/${REFERENCE}`)).json['listing']).toMatchObject({ title: '改过的名称' });
  });

  it('sends a reserve price that only the platform can see', async () => {
    const reserved = { amendment: 1, amendmentReason: '调整保留价' };
    const lot = await session.publish(anOffer({ reserveFen: fen(25_000_00) }));

    const changed = await session.amend(anOffer({ ...reserved, reserveFen: fen(26_543_21) }), lot);

    const documents = await session.read(changed);
    expect(changed.revision).toBe(2);
    expect(documents.map(({ bytes }) => Buffer.from(bytes).toString()).join()).not.toMatch(/reserveFen|2654321/);
  });

  it('takes a lot down, and again, and what never was there', async () => {
    const lot = await session.publish(anOffer());

    await session.withdraw(REFERENCE, lot, '村民异议');
    await session.withdraw(REFERENCE, lot, '村民异议');
    await session.withdraw('LST-9-1', null, '没有发出');

    const failure = await failureOf(session.withdraw('LST-9-1', lot, '另一个'));
    expect((await sandbox.ask('GET', `/lots/${lot.number}`)).json.lot).toMatchObject({ status: 'withdrawn' });
    expect(failure).toMatchObject({ code: 'PLACEMENT.REFUSED', details: { code: 'listing.none' } });
  });
});

describe('reading and testing through the interface', () => {
  it('reads the lot’s documents, a result only when there is one, as the adapter understands them', async () => {
    const lot = await session.publish(anOffer());
    const before = await session.read(lot);
    await sandbox.ask('POST', '/control/leap', { ms: 60 * DAY });

    const after = await session.read(lot);

    expect(before.map(({ kind }) => kind)).toEqual(['lot', 'bids', 'settlement']);
    expect(after.map(({ kind }) => kind)).toEqual(['lot', 'bids', 'result', 'settlement']);
    for (const { kind, bytes, source, subject } of after) {
      const { lots, bids } = findPlatform('zhebei').map({ kind, bytes, observedAt: NOW });
      expect([...lots, ...bids].every(({ externalId }) => externalId === lot.number)).toBe(true);
      expect([subject, source]).toEqual([lot.number, expect.not.stringContaining('?')]);
    }
  });

  it('finds what the platform can do, that it is a demonstration, and how its clock stands', async () => {
    const report = await session.test(addMs(NOW, -90_000));

    expect(report).toMatchObject({ ok: true, isDemo: true, clockAheadMs: 90_000 });
    expect(report.name).toContain('演示平台');
    expect(report.lines.join()).toMatch(/发布、变更、撤下.*标的名称字数 60/s);
  });

  it('tells a connection with a wrong key', async () => {
    const tested = aSession(`${sandbox.url}/sandbox`, 'other').test(NOW);

    await expect(tested).rejects.toMatchObject({ code: 'PLATFORM.REFUSED', details: { status: 401 } });
  });
});
