import { describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { aConnection, anOffer, LOT, somePublishing } from './material.ts';
import { aValidated, failing, waitUntilDue } from './placing.ts';

const MINUTE_MS = 60_000;
const FAULTS = [{ pointer: '/title', code: 'text.too_long', detail: '标题过长' }];

describe('a refusal by the platform', () => {
  it('is tried again after one and five minutes; the third that is the same is a person’s business', async () => {
    const placing = await aValidated();
    placing.script = { publish: failing('PLACEMENT.REFUSED', { code: 'listing.invalid', faults: FAULTS }) };
    const retries: unknown[] = [];
    for (let run = 0; run < 3; run++) {
      await placing.run();
      retries.push((await placing.placement()).refusal?.retryAt);
      await waitUntilDue(placing);
    }

    expect(retries).toEqual([addMs(START, MINUTE_MS), addMs(START, 6 * MINUTE_MS), null]);
    expect(await placing.placement()).toMatchObject({
      state: 'blocked',
      refusal: { stage: 'platform', code: 'listing.invalid', faults: FAULTS, count: 3 },
    });
    expect(await placing.workDueAt()).toBeUndefined();
  });
});

describe('a failure that may pass', () => {
  it.each<[ErrorCode, object, number]>([
    ['PLATFORM.UNAVAILABLE', {}, 1],
    ['PLATFORM.RATE_LIMITED', { retryAfterMs: 7 * MINUTE_MS }, 7],
    ['PLATFORM.REFUSED', {}, 30],
    ['PLATFORM.FORBIDDEN_ADDRESS', {}, 30],
  ])('%s puts it off', async (code, details, minutes) => {
    const placing = await aValidated();
    placing.script = { publish: failing(code, details) };

    await placing.run();

    expect(await placing.placement()).toMatchObject({
      state: 'validated',
      mayBeThere: false,
      postponedFor: code,
      postponedUntil: addMs(START, minutes * MINUTE_MS),
      refusal: null,
    });
  });

  it('that the system has itself sends nothing, and says so', async () => {
    const picture = {
      role: 'picture',
      name: 'a.jpg',
      sha256: 'a',
      contentType: 'image/jpeg',
      key: 'a',
      bytes: 1,
    } as const;
    const placing = await aValidated(undefined, anOffer({ files: [picture] }));
    const [publisher = expect.unreachable()] = placing.ports.publishers;
    const { connect: bare } = publisher;
    const connect: typeof bare = (settings) => {
      const publish = async () => {
        await settings.readFile(picture);
        return LOT;
      };
      return { ...bare(settings), publish };
    };
    Object.assign(publisher, { connect });

    await placing.run();

    expect(await placing.placement()).toMatchObject({
      state: 'blocked',
      mayBeThere: false,
      refusal: { stage: 'package' },
    });
  });
});

describe('a connection that is not there', () => {
  it('puts it off for half an hour, and says so once', async () => {
    const placing = await aValidated();
    await placing.connect([]);
    for (let run = 0; run < 3; run++) {
      await placing.run();
      await waitUntilDue(placing);
    }

    expect((await placing.events()).slice(2)).toEqual([
      {
        type: 'postponed',
        data: {
          step: 'publish',
          code: 'CONNECTION.MISSING',
          until: addMs(START, 30 * MINUTE_MS),
          mayBeThere: false,
        },
      },
    ]);
    expect(placing.ports.clock.now()).toBe(addMs(START, 90 * MINUTE_MS));
  });

  it('is used as soon as it is there again', async () => {
    const placing = await aValidated();
    await placing.connect([]);
    await placing.run();
    await placing.connect([aConnection()]);
    await waitUntilDue(placing);
    placing.script = { publish: async () => LOT };

    await placing.run();

    expect((await placing.placement()).state).toBe('accepted');
  });
});

describe('the secrets of a connection', () => {
  it('are read by their names, but not the one that signs pushed events', async () => {
    const placing = await aValidated(somePublishing({ eventsSecret: 'events' }));
    const read: string[] = [];
    const secrets = { key: '/platforms/somewhere/key', events: '/platforms/somewhere/events' };
    await placing.connect([aConnection({ secrets })]);
    Object.assign(placing.ports.secrets, { read: async (name: string) => read.push(name) });
    placing.script = { publish: async () => LOT };

    await placing.run();

    expect(read).toEqual(['/platforms/somewhere/key']);
  });
});

describe('an offer that is not there as it was stored', () => {
  it('is a person’s business', async () => {
    const placing = await aValidated();
    await placing.offers.remove(`offers/${(await placing.placement()).offer?.sha256}`);

    await placing.run();

    expect(await placing.placement()).toMatchObject({ state: 'blocked', refusal: { code: 'DOCUMENT.DAMAGED' } });
  });
});
