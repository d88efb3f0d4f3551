import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '#functions/audit-app.ts';
import { auditLines, findingLine } from '#infra/cli/audit/finding-lines.ts';
import { verifyAudit } from '#infra/cli/audit/verify.ts';
import { type Audited, anAuditedOffice, DAY_MS } from '#test/services/audit/audited.ts';
import { OPERATOR_EVENT, PUBLIC_EVENT } from '#test/support/sign-in.ts';

let office: Audited;
let app: ReturnType<typeof createAudit>;

beforeEach(() => {
  office = anAuditedOffice();
  app = createAudit(() => office.ports, '/assets/site.css');
});

function ask(path: string, event: object = PUBLIC_EVENT): Promise<Response> {
  return Promise.resolve(app.request(`http://localhost${path}`, {}, { event }));
}

async function read(path: string): Promise<unknown> {
  const answer = await ask(path, OPERATOR_EVENT);
  expect(answer.status).toBe(200);
  return answer.json();
}

async function aSealedDay(logs = 3): Promise<void> {
  for (let index = 0; index < logs; index++) await office.happen(`o${index}`);
  office.ports.clock.advance(DAY_MS);
  await office.seal();
}

describe('the page of sealed days', () => {
  it('says what it is before there is any', async () => {
    const page = await ask('/audit');

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('还没有公布过');
  });

  it('shows the head of each day and nothing of the logs', async () => {
    await aSealedDay();
    const item = await office.ports.records.get({ pk: 'AUDIT', sk: '2024-05-06' });

    const text = await (await ask('/audit')).text();

    expect(text).toContain(String(item?.['head']));
    expect(text).not.toContain('owner/');
  });

  it('is a feed too, with an entry for each day', async () => {
    await aSealedDay();
    const item = await office.ports.records.get({ pk: 'AUDIT', sk: '2024-05-06' });

    const feed = await ask('/audit.atom');

    expect(feed.headers.get('content-type')).toContain('application/atom+xml');
    const text = await feed.text();
    expect(text.match(/<entry>/g)).toHaveLength(1);
    expect(text).toContain(`<title>2024-05-06 摘要 ${item?.['head']}</title>`);
  });
});

describe('the routes to whole logs', () => {
  it.each(['/v1/audit/streams', '/v1/audit/days'])('%s is not for the public', async (path) => {
    expect((await ask(path)).status).toBe(401);
  });

  it.each([
    '/v1/audit/streams?after=nothing',
    '/v1/audit/streams?after=lot/1',
    '/v1/audit/days?after=2024-02-30',
    '/v1/audit/days?after=x',
  ])('%s is refused', async (path) => {
    const answer = await ask(path, OPERATOR_EVENT);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'REQUEST.INVALID', errors: [{ parameter: 'after' }] });
  });
});

describe('hub audit verify', () => {
  it('reads every log and every day, page by page, and finds all as it was', async () => {
    await aSealedDay(450);

    const report = await verifyAudit(read);

    expect(report).toMatchObject({ logs: 450, events: 450, days: 1, findings: [], newest: { day: '2024-05-06' } });
    expect(auditLines(report)).toEqual([
      '记录 450 本,共 450 条;已封存 1 天: 全部一致',
      `最近一天 2024-05-06 的摘要: ${report.newest?.head}`,
    ]);
  });

  it('names the log, the event and what is wrong', async () => {
    await aSealedDay();
    const event = await office.event('o1', 1);
    await office.tamper({ ...event, logged: { ...event.logged, at: '2020-01-01T00:00:00.000Z' } as never });

    const { findings } = await verifyAudit(read);

    expect(findings.map(findingLine)).toEqual(['记录 owner/o1 第 1 条: 内容与它的校验值不符']);
  });

  it('says where a seal and a log differ', () => {
    const finding = { stream: 'listing/a', sequence: 4, day: '2024-05-06', fault: 'cut-off' } as never;

    expect(findingLine(finding)).toBe('记录 listing/a 第 4 条 2024-05-06 的封存: 封存过,现在没有了');
  });
});
