import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostUrl, hub, type Running, startHostProcess } from '#test/support/host-process.ts';
import { newFolder, readLots, removeFolders, SAMPLE_LOTS, settledLots } from './host-catalogue.ts';

const FIXTURES = 'adapters/alibaba/fixtures';

afterAll(removeFolders);

describe('the embedded host', () => {
  const folder = newFolder();
  let host: Running;

  beforeAll(async () => {
    host = startHostProcess(folder);
    await host.until(/samples loaded/);
  });
  afterAll(async () => {
    host.process.kill('SIGTERM');
    await host.ended;
  });

  it('shows the sample lots on a page without scripts, with a strict policy', async () => {
    await settledLots(folder, SAMPLE_LOTS);

    const response = await fetch(hostUrl(folder));
    const html = await response.text();

    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('流拍');
    expect(html).not.toContain('<script');
  });

  it('answers an unchanged page with 304', async () => {
    const first = await fetch(`${hostUrl(folder)}/v1/lots`);

    const second = await fetch(`${hostUrl(folder)}/v1/lots`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });

    expect(second.status).toBe(304);
  });

  it('answers an unknown lot with a problem in Chinese', async () => {
    const response = await fetch(`${hostUrl(folder)}/v1/lots/nobody.1`);

    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'RESOURCE.NOT_FOUND', title: '没有找到' });
  });

  it('takes documents only from an operator', async () => {
    const response = await fetch(`${hostUrl(folder)}/v1/documents`, { method: 'POST', body: '{}' });

    expect(response.status).toBe(403);
  });

  it('says what an import changed, and that the same import changes nothing', async () => {
    const when = ['--observed-at', '2026-05-20T10:00:00+08:00'];
    const page = `${FIXTURES}/item-withdrawn.html`;

    const first = await hub(folder, 'import', 'alibaba', 'item', page, ...when);
    const before = await settledLots(folder, SAMPLE_LOTS + 1);
    const second = await hub(folder, 'import', 'alibaba', 'item', page, ...when);

    expect(first.output).toMatch(/变化 1\n/);
    expect(second.output).toContain('没有新变化');
    expect(await readLots(folder)).toEqual(before);
  });

  it('refuses a punish page with a problem, exit code 1 and no change', async () => {
    const before = await readLots(folder);

    const { code, output } = await hub(folder, 'import', 'alibaba', 'list', `${FIXTURES}/list-punish-page.html`);

    expect(code).toBe(1);
    expect(output).toContain('"code":"DOCUMENT.BLOCKED"');
    expect(await readLots(folder)).toEqual(before);
  });

  it('keeps its token from other users of the machine', () => {
    expect(statSync(`${folder}/token`).mode & 0o077).toBe(0);
  });

  it('says which port is taken', async () => {
    const port = new URL(hostUrl(folder)).port;

    const second = startHostProcess(newFolder(), { PORT: port });

    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('端口已被占用');
  });

  it('says that another host has the data directory', async () => {
    const second = startHostProcess(folder);

    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('数据目录正被另一个进程使用');
  });
});
