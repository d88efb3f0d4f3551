import { load as html } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { openBreaker } from '#shared/services/platform-calls/breaker.ts';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { aCollectionDesk, ON } from './a-collection-desk.ts';

const NOW = `/desk/collection/${PUBLIC}/now`;

async function switchedOn() {
  const desk = await aCollectionDesk();
  await desk.saveSetting('sources', [ON]);
  return desk;
}

describe('reading a platform now', () => {
  it('asks for the first page of each list, and goes back to the page', async () => {
    const desk = await switchedOn();

    const answer = await desk.send(PEOPLE.office, NOW, { lot: '' });

    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/collection/${PUBLIC}`]);
    expect(desk.sent.map(({ task }) => task).toSorted()).toEqual(['LIST#ended#', 'LIST#sale#']);
  });

  it('says on the page that the platform is left alone, with the form as it was', async () => {
    const desk = await switchedOn();
    await openBreaker(desk.ports, PUBLIC, 'PLATFORM.BLOCKED');

    const answer = await desk.send(PEOPLE.office, NOW, { lot: '47' });
    const page = html(await answer.text());

    expect(answer.status).toBe(422);
    expect(page('.notice.wrong').text()).toContain('这个平台暂停访问');
    expect(page('input[name=lot]').attr('value')).toBe('47');
    expect(page('input[name=lists][checked]')).toHaveLength(2);
    expect(desk.sent).toEqual([]);
  });

  it('is the office’s and the operator’s alone', async () => {
    const desk = await switchedOn();

    expect((await desk.send(PEOPLE.auditor, NOW)).status).toBe(403);
    expect((await desk.open(PEOPLE.office, '/v1/collection', 'application/json')).status).toBe(401);
    expect(desk.sent).toEqual([]);
  });
});

describe('the operator’s routes of collection', () => {
  it('tell how all platforms are, and of one what is read of it', async () => {
    const desk = await switchedOn();
    await desk.putTask({ what: 'list', list: 'sale', page: null }, { shown: 12, listed: 30 });

    const all = (await (await desk.operator('/v1/collection')).json()) as { health: unknown[] };
    const one = await (await desk.operator(`/v1/collection?platform=${PUBLIC}`)).json();

    expect(all.health).toHaveLength(3);
    expect(one).toMatchObject({
      health: [{ platform: PUBLIC, state: 'healthy' }],
      tasks: [{ id: 'LIST#sale#', what: 'list', title: '正在进行', version: 1, shown: 12, listed: 30 }],
    });
    expect((await desk.operator('/v1/collection?platform=nobody')).status).toBe(404);
  });

  it('let a platform be read now', async () => {
    const desk = await switchedOn();

    const answer = await desk.operator(`/v1/collection/${PUBLIC}`, {});

    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ requests: 2, moments: [expect.any(String), expect.any(String)] });
  });

  it.each([
    ['nobody', {}, 404, 'PLATFORM.UNKNOWN'],
    [PUBLIC, {}, 409, 'COLLECTION.OFF'],
    [PUBLIC, [], 400, 'REQUEST.INVALID'],
  ])('refuse to read %s (%j): %i %s', async (platform, body, status, code) => {
    const desk = await aCollectionDesk();

    const answer = await desk.operator(`/v1/collection/${platform}`, body);

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  it('know no lot but those of the record', async () => {
    const desk = await switchedOn();

    expect((await desk.operator(`/v1/collection/${PUBLIC}`, { lot: 'nobody' })).status).toBe(404);
  });
});
