import { describe, expect, it } from 'vitest';
import { createDesk } from '#functions/desk/desk-app.ts';
import { addPeopleRoutes, PEOPLE_ACCESS } from '#functions/desk/people.ts';
import { cardPerson } from '#shared/services/access/people.ts';
import { memoryEventPorts } from '#test/support/event-ports.ts';
import { countingIds, seededRandom } from '#test/support/fixed-ambient.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';
import { PUBLIC_EVENT, signedIn } from '#test/support/sign-in.ts';

const LOG = { info: () => {}, warn: () => {}, error: () => {} };

async function aPlace() {
  const ports = memoryEventPorts({ effects: { person: cardPerson } });
  const more = { files: memoryObjectStore(), ids: countingIds('key-0000'), random: seededRandom(1), log: LOG };
  const given = () => ({ ...ports, ...more, platforms: [], publishing: [], fees: { schedules: [] } as never });
  const modules = [{ access: PEOPLE_ACCESS, add: addPeopleRoutes }];
  const app = createDesk({ ports: given, modules, filesOrigin: () => 'http://files.invalid' });
  const office = await signedIn(ports, 'office-1', 'office');
  const auditor = await signedIn(ports, 'auditor-1', 'auditor');
  const ask = (path: string, cookie = office, form?: Readonly<Record<string, string>>) => {
    const headers = {
      cookie,
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const init = form ? { method: 'POST', headers, body: new URLSearchParams(form).toString() } : { headers };
    return app.request(`http://localhost${path}`, init, { event: PUBLIC_EVENT });
  };
  return { ports, ask, office, auditor };
}

const CLERK = { _key: 'key-of-the-form', role: 'village-clerk', scope: '330502100237', from: '2024-05-06' };

describe('the pages of people', () => {
  it('give somebody a role, and list him under it', async () => {
    const { ask } = await aPlace();

    const granted = await ask('/desk/people/clerk-1/assignments', undefined, CLERK);
    const list = await (await ask('/desk/people')).text();
    const page = await (await ask('/desk/people/clerk-1')).text();

    expect([granted.status, granted.headers.get('location')]).toEqual([303, '/desk/people/clerk-1']);
    expect(list).toMatch(/村级经办\(1\).*clerk-1.*织里镇义皋村委会/s);
    expect(page).toContain('2024-05-06 起');
    expect(page).toContain('停止任职');
  });

  it('show the form again with what was entered and what is wrong', async () => {
    const { ask } = await aPlace();

    const answer = await ask('/desk/people/clerk-1/assignments', undefined, { ...CLERK, scope: '330502100' });
    const html = await answer.text();

    expect(answer.status).toBe(422);
    expect(html).toContain('村级经办须到村(12 位)');
    expect(html).toMatch(/<option value="330502100" selected="">/);
    expect(html).toMatch(/<option value="village-clerk" selected="">/);
  });

  it('end a role with a reason, which stays on the page', async () => {
    const { ask } = await aPlace();
    await ask('/desk/people/clerk-1/assignments', undefined, CLERK);
    const [, assignment = ''] = /<option value="(\w{16})"/.exec(await (await ask('/desk/people/clerk-1')).text()) ?? [];

    const nameless = await ask('/desk/people/clerk-1/endings', undefined, { _key: 'key-of-end-1', assignment });
    const form = { _key: 'key-of-end-2', assignment, reason: '换届' };
    const ended = await ask('/desk/people/clerk-1/endings', undefined, form);
    const page = await (await ask('/desk/people/clerk-1')).text();

    expect([nameless.status, ended.status]).toEqual([422, 303]);
    expect(await nameless.text()).toContain('请写明停止任职的原因');
    expect(page).toContain('已停止:换届');
    expect(page).not.toContain('停止哪一项');
  });

  it('offer nothing to change to an auditor, nor to somebody about himself', async () => {
    const { ask, auditor } = await aPlace();
    await ask('/desk/people/clerk-1/assignments', undefined, CLERK);

    const pages = [await ask('/desk/people/clerk-1', auditor), await ask('/desk/people/office-1')];

    for (const page of pages) expect(await page.text()).not.toMatch(/action="\/desk\/people/);
    expect((await ask('/desk/people/nobody', auditor)).status).toBe(404);
  });

  it('have no id twice', async () => {
    const { ask } = await aPlace();
    await ask('/desk/people/clerk-1/assignments', undefined, CLERK);
    const html = await (await ask('/desk/people/clerk-1')).text();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  });
});
