import { describe, expect, it } from 'vitest';
import type { PlacedLot } from '#shared/domain/placement/placement.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { START } from '#test/sandbox/terms.ts';
import { failureOf } from '../page-client.ts';
import { anOffer } from './offer.ts';
import { aPlatform, aProblem, aSession, type Heard, HTML, type Said } from './session.ts';

const LOT: PlacedLot = { number: 'N-1', url: 'https://platform.example/1', revision: 1 };
const HELD = {
  ...{ lotId: 'N-1', status: 'announced', url: LOT.url },
  ...{ reference: anOffer().reference, revision: 1, listing: {} },
};

describe('looking and amending', () => {
  it.each<[string, Said]>([
    ['an unknown path', aProblem(404, 'path.unknown')],
    ['a page', { status: 404, body: '<h1>Not Found</h1>' }],
  ])('does not take %s for a listing that is not there', async (_, said) => {
    const { session } = await aPlatform(() => said);

    expect(await failureOf(session.look('LST-1-1'))).toMatchObject({ code: 'PLATFORM.REFUSED' });
  });

  it('does not know what a page in place of JSON means, and may ask again', async () => {
    const { session } = await aPlatform(() => HTML);

    expect(await failureOf(session.look('LST-1-1'))).toMatchObject({ code: 'PLATFORM.UNAVAILABLE' });
  });

  it('sends nothing to a reference that would lead elsewhere', async () => {
    const { session, heard } = await aPlatform(() => ({ status: 200, body: HELD }));

    const failures = [await failureOf(session.look('../lots')), await failureOf(session.look('..'))];

    expect(failures.map((failure) => failure?.code)).toEqual(Array(2).fill('PLATFORM.FORBIDDEN_ADDRESS'));
    expect(heard).toEqual([]);
  });

  it('amends under the revision just read, with a reason, and comes back later when it was overtaken', async () => {
    const { session, heard } = await aPlatform(({ method }) =>
      method === 'GET' ? { status: 200, body: { ...HELD, revision: 7 } } : aProblem(412, 'revision.stale'),
    );

    const failure = await failureOf(session.amend(anOffer({ amendment: 1, amendmentReason: '名称有误' }), LOT));

    expect(failure).toMatchObject({ code: 'PLATFORM.UNAVAILABLE', details: { status: 412 } });
    expect(heard[1]).toMatchObject({
      path: `/base/opi/v1/listings/${anOffer().reference}`,
      headers: { 'if-match': '"7"', authorization: 'Bearer key-of-the-tests', 'opi-version': '1' },
      json: { reason: '名称有误', schema: 'opi.listing.v1' },
    });
  });

  it('amends no lot under which the platform has another', async () => {
    const { session, heard } = await aPlatform(() => ({ status: 200, body: { ...HELD, lotId: 'N-2' } }));

    expect(await failureOf(session.amend(anOffer(), LOT))).toMatchObject({ code: 'PLACEMENT.REFUSED' });
    expect(heard).toHaveLength(1);
  });
});

describe('reading a lot', () => {
  const pageOf = ({ path }: Heard): Said => {
    const cursor = Number(new URL(path, 'http://x').searchParams.get('cursor') ?? 0);
    return { status: 200, body: { schema: 'opi.bids.v1', nextCursor: String(cursor + 1) } };
  };
  const partsOf = (bids: (heard: Heard) => Said) => (heard: Heard) => {
    if (heard.path.includes('/bids')) return bids(heard);
    return heard.path.endsWith('/N-1') ? { status: 200, body: {} } : { status: 404, body: 'not here' };
  };

  it('takes every page of bids, and does without parts the platform does not have', async () => {
    const { session } = await aPlatform(
      partsOf((heard) =>
        heard.path.endsWith('cursor=2') ? { status: 200, body: { nextCursor: null } } : pageOf(heard),
      ),
    );

    const kinds = (await session.read(LOT)).map(({ kind }) => kind);

    expect(kinds).toEqual(['lot', 'bids', 'bids', 'bids']);
  });

  it('stops at pages without an end', async () => {
    const { session } = await aPlatform(partsOf(pageOf));

    expect(await failureOf(session.read(LOT))).toMatchObject({ code: 'PLATFORM.UNAVAILABLE' });
  });

  it('says that the platform has no such lot', async () => {
    const { session } = await aPlatform(() => aProblem(404, 'lot.none'));

    expect(await failureOf(session.read(LOT))).toMatchObject({
      code: 'PLACEMENT.REFUSED',
      details: { code: 'lot.none' },
    });
  });
});

describe('testing a connection', () => {
  const CONFORMANCE = { name: '甲', levels: ['read', 'bids'], limits: { rows: 5 }, demo: false, clock: 'soon' };

  it('finds no publishing at a platform that only shows', async () => {
    const { session } = await aPlatform(() => ({ status: 200, body: CONFORMANCE }));

    const report = await session.test(fromEpochMs(START));

    expect(report).toMatchObject({ ok: false, name: '甲', isDemo: false, clockAheadMs: null });
    expect(report.lines.join()).toMatch(/不能经接口上架.*rows 5.*没有按约定给出时间/s);
  });

  it('has no session without the key', () => {
    expect(() => aSession('https://platform.example', ' ')).toThrow(
      expect.objectContaining({ code: 'SECRET.MISSING', details: { field: 'key' } }),
    );
  });
});
