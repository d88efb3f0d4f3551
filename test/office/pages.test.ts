import { describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { quarantineMessage } from '#shared/services/quarantine-message.ts';
import { anOffice, anOfficeWithComplaint } from './office-app.ts';

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

function anchors(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
}

describe('the pages of the office', () => {
  it('show on the board what waits, since when, and how to repair it', async () => {
    const { request, documentId } = await anOfficeWithComplaint();

    const html = await (await request('/office/quarantine')).text();

    expect(html).toContain('虚拟平台,详情');
    expect(html).toContain(
      '没见过的状态:&quot;ended&quot; <code class="soft">unknown status word &quot;ended&quot;</code>',
    );
    expect(html).toContain('/first/says/lots/*/status');
    expect(html).toContain('1 处,1 份文件');
    expect(html).toContain('2024年5月6日 10:01');
    expect(anchors(html)).toContain(`/office/documents/${documentId}`);
    expect(html).toContain('重新映射这 1 份文件');
  });

  it('say when nothing waits, and show messages nobody could read', async () => {
    const { request, records, clock } = anOffice();
    const error = new AppError('MESSAGE.INVALID', 'not a document notification');

    const before = await (await request('/office/quarantine')).text();
    const message = { queue: 'documents', messageId: '1', body: HOSTILE };
    await quarantineMessage(systemCaller('normalise'), { records, clock }, message, error);
    const after = await (await request('/office/quarantine')).text();

    expect(before).toContain('没有待核的内容');
    expect(after).toContain('队列消息无法读取');
    expect(after).toContain('不是文件到达的通知 <code class="soft">not a document notification</code>');
    expect(after).not.toContain('没有待核的内容');
  });

  it('show a document with the raw text beside each complaint and what a replay would change', async () => {
    const { request, documentId } = await anOfficeWithComplaint();

    const html = await (await request(`/office/documents/${documentId}`)).text();

    expect(html).toContain('<h3>没见过的状态:&quot;ended&quot; <code class="soft">');
    expect(html).toContain('<mark>&quot;bidding&quot;</mark>');
    expect(html).toContain('page.json');
    expect(html).toMatch(/<td>状态<\/td><td>竞价中<\/td><td>已结束,结果未报<\/td>/);
    expect(anchors(html)).toContain(`/office/documents/${documentId}/raw`);
  });

  it('name the cell a complaint points at', async () => {
    const { request, documentId } = await anOfficeWithComplaint({ path: '/D4', reason: 'a new wording' });

    const board = await (await request('/office/quarantine')).text();
    const document = await (await request(`/office/documents/${documentId}`)).text();

    expect(board).toContain('<code>/D*</code><span class="soft">(D 列)</span>');
    expect(document).toContain('<code>/D4</code><span class="soft">(D4 单元格)</span>');
    expect(document).toContain('<h3><code>a new wording</code></h3>');
  });

  it('show the text of strangers as text', async () => {
    const { request, documentId } = await anOfficeWithComplaint({ path: `/${HOSTILE}`, reason: HOSTILE });

    const pages = ['/office/quarantine', `/office/documents/${documentId}`];
    const htmls = await Promise.all(pages.map(async (path) => (await request(path)).text()));

    for (const html of htmls) {
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toMatch(/<script|<img/);
    }
  });

  it('show a document refused as a whole with its beginning', async () => {
    const office = anOffice();
    const documentId = await office.bring({ refused: 'DOCUMENT.BLOCKED' }, 1);
    await office.map(documentId);

    const html = await (await office.request(`/office/documents/${documentId}`)).text();

    expect(html).toContain('整份文件没有采用:这是登录、验证码或拦截页');
    expect(html).toContain('{&quot;refused&quot;:&quot;DOCUMENT.BLOCKED&quot;}');
  });

  it('hand out the raw bytes so that a browser opens none of them', async () => {
    const { request, documentId, documents } = await anOfficeWithComplaint();

    const response = await request(`/office/documents/${documentId}/raw`);

    const stored = await documents.get(`documents/${documentId}`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(stored?.bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${documentId}.json"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['/office', '/office/quarantine', '/office/documents/x', '/office/replays/x'])(
    'are kept from scripts, frames and caches at %s',
    async (path) => {
      const { request } = anOffice();

      const { headers } = await request(path);

      expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it.each([
    ['a document that is not there', `/office/documents/p.list.20240506T020000000Z-${'0'.repeat(64)}`, 404],
    ['no document id', '/office/documents/x', 400],
    ['a replay nobody asked for', '/office/replays/nothing', 404],
    ['another address', '/office/nothing', 404],
  ])('answer with a problem page for %s', async (_, path, status) => {
    const { request } = anOffice();

    const response = await request(path);

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('open for nobody without an identity', async () => {
    const { request } = anOffice();

    const response = await request('/office/quarantine', {}, '');

    expect(response.status).toBe(401);
  });
});
