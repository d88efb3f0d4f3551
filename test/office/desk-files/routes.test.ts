import { describe, expect, it } from 'vitest';
import type { PresignedPut } from '#shared/ports/object-store.ts';
import { NEIGHBOUR } from '#test/services/desk-files/files-desk.ts';
import { aJpeg, aPdf } from '#test/support/files.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { aFilesApp, sent } from './files-app.ts';

const JSON_TYPES = { accept: 'application/json', 'content-type': 'application/json' };

type App = Awaited<ReturnType<typeof aFilesApp>>;

function offer({ ownerId, request }: App, bytes: Uint8Array, more: Readonly<Record<string, unknown>> = {}) {
  const body = {
    ownerId,
    name: '决议.pdf',
    size: bytes.length,
    sha256: sha256.sha256(bytes),
    contentType: 'x',
    ...more,
  };
  const headers = { ...JSON_TYPES, 'idempotency-key': 'offer-0001' };
  return request('/desk/files', { method: 'POST', headers, body: JSON.stringify(body) });
}

function form(
  { ownerId }: App,
  files: readonly (readonly [string, Uint8Array])[],
  back = '/desk/assets/a1/edit?step=2',
) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ _key: 'form-key-1', ownerId, field: 'pictures', back }))
    body.set(name, value);
  for (const [name, bytes] of files) body.append('file', new File([new Uint8Array(bytes)], name));
  return { method: 'POST', body };
}

describe('announcing a file over HTTP', () => {
  it('answers where to put the bytes, then what became of them', async () => {
    const app = await aFilesApp();
    const bytes = aPdf();

    const offered = (await (await offer(app, bytes)).json()) as { file: { id: string }; upload: PresignedPut };
    await app.files.upload(offered.upload, bytes);
    const waiting: unknown = await (
      await app.request(`/desk/files/${offered.file.id}`, { headers: JSON_TYPES })
    ).json();
    await app.look(offered.file.id);
    const done: unknown = await (await app.request(`/desk/files/${offered.file.id}`, { headers: JSON_TYPES })).json();

    expect(offered.file).toMatchObject({ status: 'expected', name: '决议.pdf' });
    expect(waiting).toMatchObject({ status: 'expected' });
    expect(done).toMatchObject({ status: 'ready', contentType: 'application/pdf', size: bytes.length });
  });

  it.each([
    [{ size: 0 }, 422, 'FILE.EMPTY'],
    [{ size: 'many' }, 400, 'REQUEST.INVALID'],
    [{ size: 40_000_000 }, 413, 'FILE.TOO_LARGE'],
    [{ ownerId: 'other' }, 404, 'RESOURCE.NOT_FOUND'],
  ])('is refused: %j', async (more, status, code) => {
    const app = await aFilesApp();

    const response = await offer(app, aPdf(), more);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });
});

describe('the small form', () => {
  it('takes several files and comes back to the page with their ids, the order kept', async () => {
    const app = await aFilesApp();
    const init = await sent(
      form(app, [
        ['一.jpg', aJpeg(20, 20)],
        ['二.pdf', aPdf()],
      ]),
    );

    const response = await app.request('/desk/files/form', init);

    const back = new URL(response.headers.get('location') ?? '', 'http://desk.invalid');
    const ids = back.searchParams.getAll('attach.pictures');
    const names = await Promise.all(ids.map(async (id) => (await app.look(id)).name));
    expect(response.status).toBe(303);
    expect(`${back.pathname} ${back.searchParams.get('step')}`).toBe('/desk/assets/a1/edit 2');
    expect(names).toEqual(['一.jpg', '二.pdf']);
  });

  it('takes 4 MB and refuses more with the way out', async () => {
    const app = await aFilesApp();
    const most = new Uint8Array(4 * 1024 * 1024);

    const [taken, refused] = [
      await app.request('/desk/files/form', await sent(form(app, [['a.pdf', most]]))),
      await app.request(
        '/desk/files/form',
        await sent(
          form(app, [
            ['a.pdf', most],
            ['b.pdf', most],
          ]),
        ),
      ),
    ];

    expect(taken.status).toBe(303);
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('4 MB');
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/sign-out',
    'javascript:alert(1)',
  ])('sends nobody to %s', async (back) => {
    const app = await aFilesApp();

    const response = await app.request('/desk/files/form', await sent(form(app, [['a.pdf', aPdf()]], back)));

    expect(response.status).toBe(400);
    expect(app.records.items('FILE#')).toEqual([]);
  });

  it('says that no file was chosen', async () => {
    const app = await aFilesApp();

    const response = await app.request('/desk/files/form', await sent(form(app, [])));

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('请重新选择文件');
  });

  it('is refused from another site', async () => {
    const app = await aFilesApp();
    const init = await sent(form(app, [['a.pdf', aPdf()]]));

    const response = await app.request('/desk/files/form', {
      ...init,
      headers: { ...init.headers, 'sec-fetch-site': 'cross-site' },
    });

    expect(response.status).toBe(403);
    expect(app.records.items('FILE#')).toEqual([]);
  });
});

describe('a file’s address', () => {
  it('leads to the stored file and to the small picture', async () => {
    const app = await aFilesApp();
    const { id } = await app.bring(aJpeg(20, 20));

    const [full, small] = [await app.request(`/desk/files/${id}`), await app.request(`/desk/files/${id}/small`)];

    const [fullPlace = '', smallPlace = ''] = [full, small].map(({ headers }) => headers.get('location') ?? '');
    expect([full.status, small.status]).toEqual([303, 303]);
    expect(fullPlace).toMatch(/^memory:files%2F[0-9a-f]{64}\?/);
    expect(smallPlace.split('?')[0]).not.toBe(fullPlace.split('?')[0]);
    expect(full.headers.get('cache-control')).toBe('no-store');
  });

  it('shows that the file is looked at, and looks again by itself', async () => {
    const app = await aFilesApp();
    const id = await app.upload(aPdf(), '决议.pdf');

    const response = await app.request(`/desk/files/${id}`);

    expect(response.headers.get('refresh')).toBe('3');
    expect(await response.text()).toContain('正在检查');
  });

  it('shows why a file was refused and what to do', async () => {
    const app = await aFilesApp();
    const { id } = await app.bring(new TextEncoder().encode('MZ'), '<b>决议.exe');

    const text = await (await app.request(`/desk/files/${id}`)).text();

    expect(text).toContain('没有收下:这是程序');
    expect(text).toContain('&lt;b&gt;决议');
  });

  it.each(['', '/small', '/entry'])('tells another village nothing%s', async (more) => {
    const app = await aFilesApp();
    const { id } = await app.bring(aJpeg(20, 20));

    const response = await app.request(`/desk/files/${id}${more}`, {}, NEIGHBOUR);

    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('照片');
  });
});
