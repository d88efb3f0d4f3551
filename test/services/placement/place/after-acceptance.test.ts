import { describe, expect, it } from 'vitest';
import { toLotId } from '#shared/domain/lot-id.ts';
import { addMs } from '#shared/domain/time.ts';
import { parseEnvelope } from '#shared/messages/document-envelope.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { recordFailure } from '#shared/services/platform-calls/breaker.ts';
import { toLotItem } from '#shared/services/records/lot-record.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { anOffer, ID, LOT, PLATFORM, somePublishing } from './material.ts';
import { aValidated, failing, type Placing } from './placing.ts';

const MINUTE_MS = 60_000;
const FIRST_LOOK = addMs(START, MINUTE_MS);

const PAGE: FetchedDocument = {
  kind: 'lot',
  bytes: new TextEncoder().encode('{}'),
  contentType: 'application/json',
  source: 'https://example.invalid/lots/N-1',
  subject: LOT.number,
};

async function anAccepted(publishing = somePublishing()): Promise<Placing> {
  const placing = await aValidated(publishing);
  await placing.happen({ type: 'accepted', data: LOT });
  return placing;
}

describe('following a lot that was accepted', () => {
  it('puts what the platform shows among the raw documents, and looks again after a minute', async () => {
    const placing = await anAccepted();
    placing.ports.clock.advance(MINUTE_MS);
    placing.script = { read: async () => [PAGE] };

    await placing.run();
    const [key = ''] = await placing.documents.list('documents/');
    const stored = await placing.documents.get(key);

    expect(parseEnvelope(stored?.metadata ?? {})).toMatchObject({
      ...{ platform: PLATFORM, kind: 'lot', subject: 'N-1', source: PAGE.source },
      ...{ observedAt: FIRST_LOOK, broughtBy: 'placement', correlationId: `placement-${ID}` },
    });
    expect(await placing.workDueAt()).toBe(addMs(FIRST_LOOK, MINUTE_MS));
  });

  it('asks nobody while the record knows it already by what was pushed', async () => {
    const placing = await anAccepted();
    const lotId = toLotId(PLATFORM, LOT.number);
    const stamp = { at: START, rank: 50, document: 'an-event' };
    const state = { platform: PLATFORM, externalId: LOT.number, facts: {}, outcomes: {} };
    const known = { ...state, phase: { value: 'announced' as const, stamp } };
    const record = {
      lotId,
      version: 1,
      generation: 0,
      state: known,
      chunks: [],
      bidCount: 0,
      lastDocument: 'an-event',
    };
    await placing.ports.records.put(toLotItem(record), 'any');
    placing.ports.clock.advance(MINUTE_MS);

    await placing.run();

    expect(placing.asked).toEqual([]);
    expect(await placing.placement()).toMatchObject({ state: 'live', shown: { status: 'announced' } });
  });

  it('asks nothing before its time', async () => {
    const placing = await anAccepted();

    await placing.run();

    expect(placing.asked).toEqual([]);
    expect(await placing.workDueAt()).toBe(FIRST_LOOK);
  });

  it('looks again when the platform does not answer, and says so in the log', async () => {
    const placing = await anAccepted();
    placing.ports.clock.advance(MINUTE_MS);
    placing.script = { read: failing('PLATFORM.UNAVAILABLE') };

    await placing.run();

    expect(placing.warnings).toHaveLength(1);
    expect(await placing.workDueAt()).toBe(addMs(FIRST_LOOK, MINUTE_MS));
  });

  it('goes on by what others bring while the platform is left alone or not connected', async () => {
    const placing = await anAccepted();
    placing.ports.clock.advance(MINUTE_MS);
    for (let failed = 0; failed < 5; failed++) await recordFailure(placing.ports, PLATFORM);
    await placing.run();
    await placing.connect([]);
    placing.ports.clock.advance(MINUTE_MS);

    await placing.run();

    expect(placing.asked).toEqual([]);
    expect(await placing.workDueAt()).toBe(addMs(FIRST_LOOK, 2 * MINUTE_MS));
  });
});

describe('amending', () => {
  it('sends the offer of the amendment for the lot, and writes that it was done', async () => {
    const placing = await anAccepted();
    await placing.happen({ type: 'amendment-asked', data: { number: 1, reason: '更正面积' } });
    const offerSha256 = await placing.storeOffer(anOffer({ amendment: 1, amendmentReason: '更正面积' }));
    await placing.happen({ type: 'validated', data: { offerSha256, amendment: 1 } });
    placing.script = { amend: async (offer, lot) => ({ ...lot, revision: offer.amendment + 1 }) };

    await placing.run();

    expect(await placing.placement()).toMatchObject({ state: 'accepted', lot: { revision: 2 } });
    expect((await placing.placement()).amendment?.doneAt).toBe(START);
  });

  it('that got no answer is asked again, and is no doubt about the lot', async () => {
    const placing = await anAccepted();
    await placing.happen({ type: 'amendment-asked', data: { number: 1, reason: '更正面积' } });
    const offerSha256 = await placing.storeOffer(anOffer({ amendment: 1 }));
    await placing.happen({ type: 'validated', data: { offerSha256, amendment: 1 } });
    placing.script = { amend: failing('PLATFORM.ANSWER_LOST') };

    await placing.run();

    expect(await placing.placement()).toMatchObject({ state: 'accepted', mayBeThere: false });
    expect(await placing.workDueAt()).toBe(FIRST_LOOK);
  });
});

describe('withdrawing', () => {
  const ASKED = { type: 'withdrawal-asked', data: { reason: '村民代表会议撤销' } } as const;

  it('tells the platform, with the reason', async () => {
    const placing = await anAccepted();
    const told: unknown[] = [];
    await placing.happen(ASKED);
    placing.script = { withdraw: async (...of) => void told.push(of) };

    await placing.run();

    expect(told).toEqual([[ID, LOT, ASKED.data.reason]]);
    expect((await placing.events()).at(-1)).toEqual({
      type: 'withdrawn',
      data: { reason: ASKED.data.reason, said: 'platform' },
    });
  });

  it('tells nobody what was never sent', async () => {
    const placing = await aValidated();
    await placing.happen(ASKED);

    await placing.run();

    expect(placing.asked).toEqual([]);
    expect((await placing.events()).at(-1)).toMatchObject({ type: 'withdrawn', data: { said: 'never-sent' } });
  });

  it('takes down by reference what may be there', async () => {
    const placing = await aValidated();
    placing.script = { publish: failing('PLATFORM.ANSWER_LOST') };
    await placing.run();
    await placing.happen(ASKED);
    const told: unknown[] = [];
    placing.script = { withdraw: async (...of) => void told.push(of) };
    placing.ports.clock.advance(MINUTE_MS);

    await placing.run();

    expect(told).toEqual([[ID, null, ASKED.data.reason]]);
    expect((await placing.placement()).state).toBe('withdrawn');
  });

  it('looks for what may be there for as long as after any lost answer before it believes that there is nothing', async () => {
    const placing = await aValidated(somePublishing({ onceBy: 'look' }));
    placing.script = { look: async () => 'none', publish: failing('PLATFORM.ANSWER_LOST') };
    await placing.run();
    await placing.happen(ASKED);
    for (const minutes of [1, 5, 15]) {
      placing.ports.clock.advance(minutes * MINUTE_MS);
      await placing.run();
    }

    expect(placing.asked.filter((name) => name === 'withdraw')).toEqual([]);
    expect((await placing.events()).at(-1)).toMatchObject({ type: 'withdrawn', data: { said: 'platform' } });
  });
});
