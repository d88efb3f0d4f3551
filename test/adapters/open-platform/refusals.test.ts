import { describe, expect, it } from 'vitest';
import { failureOf } from '../page-client.ts';
import { anOffer } from './offer.ts';
import { aPlatform, aProblem, HTML, type Said } from './session.ts';

const RECEIPT = { lotId: 'N-1', status: 'announced', url: 'https://platform.example/1' };

/** How publishing fails where every request is answered the same. */
async function publishing(said: Said) {
  const { session } = await aPlatform(() => said);
  return failureOf(session.publish(anOffer()));
}

describe('an answer to publishing', () => {
  it.each<[string, Said]>([
    ['a page in place of JSON', HTML],
    ['nothing at all', { status: 200 }],
    ['a receipt without a number', { status: 201, body: { ...RECEIPT, lotId: undefined } }],
    ['a number that fits no address', { status: 201, body: { ...RECEIPT, lotId: '../1' } }],
    ['an address that is none', { status: 201, body: { ...RECEIPT, url: 'javascript:alert(1)' } }],
    ['a redirect', { status: 302, headers: { location: '/login' } }],
    ['a gateway’s failure', { status: 502, body: '<h1>Bad Gateway</h1>' }],
  ])('leaves open what became of it when it is %s', async (_, said) => {
    expect((await publishing(said))?.code).toBe('PLATFORM.ANSWER_LOST');
  });

  it.each<[string, Said, string]>([
    ['409', aProblem(409, 'listing.frozen'), 'listing.frozen'],
    ['413 without a word', { status: 413, body: 'too large' }, 'platform.refused'],
    ['422', aProblem(422, 'listing.invalid'), 'listing.invalid'],
    [
      '400 about fields',
      aProblem(400, 'form.bad', { errors: [{ pointer: '/title', code: 'x', detail: 'y' }] }),
      'form.bad',
    ],
  ])('is a refusal of the listing when it is %s', async (_, said, code) => {
    const failure = await publishing(said);

    expect(failure).toMatchObject({ code: 'PLACEMENT.REFUSED', details: { code } });
    expect(failure?.details['faults']).toMatchObject([{ detail: expect.stringMatching(/[一-鿿]|y/) }]);
  });

  it.each<[number, string]>([
    [400, 'version.unsupported'],
    [401, 'auth.required'],
    [403, 'auth.forbidden'],
    [404, 'path.unknown'],
    [405, 'method.unknown'],
  ])('asks a person to mend the connection when it is %s %s', async (status, code) => {
    expect(await publishing(aProblem(status, code))).toMatchObject({ code: 'PLATFORM.REFUSED', details: { status } });
  });

  it.each<[string, Said, object]>([
    ['a failure the platform tells of', aProblem(500, 'server.failed'), { code: 'PLATFORM.UNAVAILABLE' }],
    ['a refusal for now', aProblem(409, 'busy', { retryable: true }), { code: 'PLATFORM.UNAVAILABLE' }],
    [
      'too many requests',
      { ...aProblem(429, 'rate.limited'), headers: { 'retry-after': '7' } },
      { code: 'PLATFORM.RATE_LIMITED', details: { retryAfterMs: 7_000 } },
    ],
  ])('says that nothing was done when it is %s', async (_, said, failure) => {
    expect(await publishing(said)).toMatchObject(failure);
  });
});

describe('a refused field', () => {
  it.each([
    ['/title', '/title'],
    ['/extensionMinutes', '/extension'],
    ['/registration/to', '/windows/registrationEndsAt'],
    ['/viewing/to', '/windows/viewingUntil'],
    ['/documents/0/sha256', '/papers'],
    ['/termMonths', '/lease/months'],
  ])('%s is shown at the term %s', async (pointer, term) => {
    const said = aProblem(422, 'listing.invalid', { errors: [{ pointer, code: 'field.invalid', detail: '不合约定' }] });

    expect((await publishing(said))?.details['faults']).toEqual([
      { pointer: term, code: 'field.invalid', detail: '不合约定' },
    ]);
  });

  it.each(['/unheardOf/3', 'title', '/constructor'])(
    '%s belongs to no term and is named in the words',
    async (pointer) => {
      const said = aProblem(422, 'listing.invalid', { errors: [{ pointer, code: '', detail: '' }] });

      expect((await publishing(said))?.details['faults']).toEqual([
        { pointer: '', code: 'listing.invalid', detail: `被拒绝（接口字段 ${pointer}）` },
      ]);
    },
  );
});
