import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostUrl, hub, type Running, startHostProcess } from '#test/support/host-process.ts';
import { signInThrough } from '#test/support/sign-in.ts';
import { newFolder, removeFolders } from './host-catalogue.ts';

afterAll(removeFolders);

describe('signing in at the embedded host', () => {
  const folder = newFolder();
  let host: Running;
  const page = (path: string, cookie: string) =>
    fetch(`${hostUrl(folder)}${path}`, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });

  beforeAll(async () => {
    host = startHostProcess(folder);
    await host.until(/samples loaded/);
  });
  afterAll(async () => {
    host.process.kill('SIGTERM');
    await host.ended;
  });

  it('is where a browser without a session is sent, to come back after', async () => {
    const response = await page('/office/comparison?demo=1', '');

    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/sign-in?to=${encodeURIComponent('/office/comparison?demo=1')}`,
    ]);
    expect(response.headers.get('www-authenticate')).toBeNull();
  });

  it('takes one click, and leads back to the page that was asked for', async () => {
    const { cookie, landed } = await signInThrough(hostUrl(folder), 'office-centre', '/office/quarantine');

    const response = await page(landed, cookie);

    expect(landed).toBe('/office/quarantine');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('重新映射');
  });

  it('gives each person his own pages', async () => {
    const url = hostUrl(folder);
    const [clerk, auditor, reviewer] = await Promise.all(
      ['clerk-yigao', 'auditor', 'reviewer-zhili'].map((account) => signInThrough(url, account)),
    );
    const status = async (path: string, who?: { readonly cookie: string }) =>
      (await page(path, who?.cookie ?? '')).status;

    expect(await status('/office/quarantine', auditor)).toBe(200);
    expect(await status('/office/quarantine', clerk)).toBe(403);
    expect(await status('/office/quarantine', reviewer)).toBe(403);
    expect(await status('/office/comparison', reviewer)).toBe(200);
    expect(await status('/office/comparison', clerk)).toBe(403);
  });

  it('tells a newcomer his number, and lets him in once the operator has given him a role', async () => {
    const { cookie, landed } = await signInThrough(hostUrl(folder), 'newcomer');
    const before = await page('/office/comparison', cookie);
    const text = await (await page(landed, cookie)).text();

    const granted = await hub(folder, 'people', 'grant', 'newcomer', '--role', 'auditor', '--scope', '330502');
    const after = await page('/office/comparison', cookie);
    const [, assignment = ''] = /^ {4}(\w{16}) /m.exec(granted.output) ?? [];
    const ended = await hub(folder, 'people', 'end', 'newcomer', assignment, '--reason', '试用结束');
    const again = await page('/office/comparison', cookie);

    expect(landed).toBe('/sign-in/no-role');
    expect(text).toContain('<code>newcomer</code>');
    expect([granted.code, ended.code]).toEqual([0, 0]);
    expect(granted.output).toContain('审计 · 吴兴区');
    expect(ended.output).toContain('已停止:试用结束');
    expect([before.status, after.status, again.status]).toEqual([403, 200, 403]);
  });

  it('ends with signing out', async () => {
    const { cookie } = await signInThrough(hostUrl(folder), 'auditor');

    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const out = await fetch(`${hostUrl(folder)}/sign-out`, { method: 'POST', headers, redirect: 'manual' });
    const after = await page('/office', cookie);

    expect([out.status, after.status]).toEqual([303, 303]);
    expect(after.headers.get('location')).toBe('/sign-in?to=%2Foffice');
  });

  it('stays when the host starts anew, whose people have their roles only once', async () => {
    const { cookie } = await signInThrough(hostUrl(folder), 'office-centre');
    host.process.kill('SIGKILL');
    await host.ended;

    host = startHostProcess(folder);
    await host.until(/数据目录/);
    const response = await page('/office', cookie);
    const { output } = await hub(folder, 'people', 'show', 'office-centre', '--json');
    const [person] = JSON.parse(output) as { name: string; assignments: unknown[] }[];

    expect(response.status).toBe(200);
    expect([person?.name, person?.assignments.length]).toEqual(['郑受理', 1]);
    expect(host.output()).not.toMatch(/oidc-provider/);
    expect(statSync(`${folder}/issuer-keys.json`).mode & 0o077).toBe(0);
  });
});
