import { describe, expect, it } from 'vitest';
import { anOffice, anOfficeWithComplaint, SAME_SITE } from './office-app.ts';

function field(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
}

describe('the forms of the office', () => {
  it('preview a replay of a group, then replay it when confirmed, and the group is gone', async () => {
    const { request, submit, replays, runReplays } = await anOfficeWithComplaint();
    const board = await (await request('/office/quarantine')).text();
    const group = field(board, 'group');

    const preview = await submit({ group });
    const previewed = await preview.text();

    expect(replays.sent).toEqual([]);
    expect(previewed).toContain('尚未写入');
    expect(previewed).toMatch(/<td>状态<\/td><td>竞价中<\/td><td>已结束,结果未报<\/td>/);
    expect(field(previewed, 'group')).toBe(group);

    const confirmed = await submit({ group, confirmed: field(previewed, 'confirmed') });
    const address = confirmed.headers.get('location') ?? '';
    const running = await request(address);
    await runReplays();
    const done = await request(address);

    expect(confirmed.status).toBe(303);
    expect(running.headers.get('refresh')).toBe('2');
    expect(await running.text()).toContain('已完成 0 / 1 部分');
    expect(done.headers.get('refresh')).toBeNull();
    expect(await done.text()).toContain('重新映射已完成');
    expect(await (await request('/office/quarantine')).text()).toContain('没有待核的内容');
  });

  it('replay one document', async () => {
    const { submit, replays, documentId } = await anOfficeWithComplaint();

    await submit({ document: documentId, confirmed: 'yes' });

    expect(replays.sent).toMatchObject([{ body: { documents: [documentId] } }]);
  });

  it('ask for nothing when a group is empty by now', async () => {
    const { submit, replays } = anOffice();

    const response = await submit({ group: 'virtual|lot||/a|missing', confirmed: 'yes' });

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('已经没有待核的文件');
    expect(replays.sent).toEqual([]);
  });

  it.each([
    ['another site', { ...SAME_SITE, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { ...SAME_SITE, 'sec-fetch-site': 'same-site' }],
    ['another origin', { 'content-type': SAME_SITE['content-type'], origin: 'https://example.invalid' }],
    ['a hidden origin', { 'content-type': SAME_SITE['content-type'], origin: 'null' }],
    ['nowhere said', { 'content-type': SAME_SITE['content-type'] }],
    ['another site as JSON', { 'content-type': 'application/json', origin: 'https://example.invalid' }],
  ])('refuse a form from %s', async (_, headers) => {
    const { submit, replays, documentId } = await anOfficeWithComplaint();

    const response = await submit({ document: documentId, confirmed: 'yes' }, { host: 'office.invalid', ...headers });

    expect(response.status).toBe(403);
    expect(await response.text()).toContain('请求来自别的网站');
    expect(replays.sent).toEqual([]);
  });

  it('take a form of their own origin from browsers that say only that', async () => {
    const { submit, documentId } = await anOfficeWithComplaint();
    const headers = {
      'content-type': SAME_SITE['content-type'],
      origin: 'https://office.invalid',
      host: 'office.invalid',
    };

    const response = await submit({ document: documentId, confirmed: 'yes' }, headers);

    expect(response.status).toBe(303);
  });
});
