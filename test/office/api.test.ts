import { describe, expect, it } from 'vitest';
import { aLot, aPage } from '#test/support/builders.ts';
import { anOffice } from './office-app.ts';

/** A desk that has taken in and mapped two documents of one lot. */
async function aBusyOffice() {
  const office = anOffice();
  const first = await office.bring({ ...aPage({ lots: [aLot({}, 'sold')] }), first: aPage({ lots: [aLot()] }) }, 1);
  const second = await office.bring(aPage({ lots: [aLot({ bidCount: 3 })] }), 0);
  await office.map(first);
  await office.map(second);
  return { ...office, first, second };
}

describe('the operator API', () => {
  it('lists what waits by cause', async () => {
    const office = anOffice();
    const documentId = await office.bring(aPage({ quarantined: [{ path: '/a/1', reason: 'missing' }] }), 1);
    await office.map(documentId);

    const all = await (await office.request('/v1/quarantine')).json();
    const some = await (await office.request('/v1/quarantine?platform=virtual')).json();

    expect(all).toMatchObject({ groups: [{ cause: { path: '/a/*' }, documentIds: [documentId] }], poison: [] });
    expect(some).toEqual(all);
  });

  it('lists the stored documents of a platform page by page', async () => {
    const { request, first, second } = await aBusyOffice();

    const page = (await (await request('/v1/documents?platform=virtual&limit=1')).json()) as { next: string };
    const rest = await (await request(`/v1/documents?platform=virtual&after=${page.next}`)).json();

    expect(page).toEqual({ documents: [second], next: second });
    expect(rest).toEqual({ documents: [first], next: null });
  });

  it('tells the story of a lot', async () => {
    const { request, first, second } = await aBusyOffice();

    const trace = await (await request('/v1/lots/virtual.1024/trace')).json();

    expect(trace).toMatchObject({ lotId: 'virtual.1024', documents: [{ documentId: second }, { documentId: first }] });
  });

  it('previews a replay and writes nothing', async () => {
    const { sendJson, replays, first } = await aBusyOffice();

    const report = await (await sendJson('/v1/replays', { documents: [first], dryRun: true })).json();

    expect(report).toMatchObject({
      documents: [{ documentId: first, before: 'applied', after: 'applied' }],
      lots: [{ lotId: 'virtual.1024', changed: true }],
    });
    expect(replays.sent).toEqual([]);
  });

  it('takes a replay and tells how far it is', async () => {
    const { sendJson, request, runReplays } = await aBusyOffice();

    const response = await sendJson('/v1/replays', { lots: ['virtual.1024'], scope: '标的 virtual.1024' });
    const { replayId, parts } = (await response.json()) as { replayId: string; parts: number };
    const before = await (await request(`/v1/replays/${replayId}`)).json();
    await runReplays();
    const after = await (await request(`/v1/replays/${replayId}`)).json();

    expect([response.status, parts]).toEqual([202, 1]);
    expect(before).toMatchObject({ scope: '标的 virtual.1024', done: false });
    expect(after).toMatchObject({ done: true, counts: { lots: 1, changed: 1 } });
  });

  const many = Array.from({ length: 21 }, () => 'virtual.1');
  it.each([
    ['nothing', undefined, ['']],
    ['no names', {}, ['']],
    ['a strange field', { lots: ['virtual.1'], dryrun: true }, ['/dryrun']],
    ['a field of another type', { documents: 'x', dryRun: 'yes' }, ['/documents', '/dryRun']],
    ['ids that are none', { documents: ['x'], lots: ['virtual.1', '../x'] }, ['/documents/0', '/lots/1']],
    ['a preview of too much', { lots: many, dryRun: true }, ['/lots']],
  ])('refuses a replay of %s and says where', async (_, body, pointers) => {
    const { sendJson, replays } = anOffice();

    const response = await sendJson('/v1/replays', body);
    const problem = (await response.json()) as { code: string; errors: readonly { pointer: string }[] };

    expect([response.status, problem.code]).toEqual([400, 'REQUEST.INVALID']);
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(replays.sent).toEqual([]);
  });

  it.each([
    ['/v1/documents', 400, 'REQUEST.INVALID'],
    ['/v1/documents?platform=virtual&limit=1001', 400, 'REQUEST.INVALID'],
    ['/v1/documents?platform=virtual&after=x', 400, 'REQUEST.INVALID'],
    ['/v1/documents?platform=nobody', 404, 'PLATFORM.UNKNOWN'],
    ['/v1/quarantine?platform=nobody', 404, 'PLATFORM.UNKNOWN'],
    ['/v1/lots/nothing/trace', 404, 'RESOURCE.NOT_FOUND'],
    ['/v1/lots/virtual.9/trace', 404, 'RESOURCE.NOT_FOUND'],
    ['/v1/replays/nothing', 404, 'RESOURCE.NOT_FOUND'],
    ['/v1/nothing', 404, 'RESOURCE.NOT_FOUND'],
  ])('answers %s with a problem', async (path, status, code) => {
    const { request } = anOffice();

    const response = await request(path);

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code, title: expect.stringMatching(/[一-鿿]/) });
  });
});
