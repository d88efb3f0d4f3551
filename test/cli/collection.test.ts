import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newTask } from '#shared/domain/collection/task.ts';
import { putTask } from '#shared/services/collection/all-tasks.ts';
import { recordIncident } from '#shared/services/collection/incidents.ts';
import { openBreaker } from '#shared/services/platform-calls/breaker.ts';
import { aCollectionDesk, ON } from '#test/functions/collection/a-collection-desk.ts';
import { PUBLIC } from '#test/support/desk.ts';
import { hub } from '#test/support/host-process.ts';

type Desk = Awaited<ReturnType<typeof aCollectionDesk>>;

const LIST = { what: 'list', list: 'sale', page: null } as const;

let folder: string;
let server: Server;
let desk: Desk;

/** Serves the operator's routes of collection on loopback, as a host does. */
async function startHost(): Promise<string> {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const answer = await desk.operator(request.url ?? '', request.method === 'POST' ? JSON.parse(body) : undefined);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What reads the platform's lists does so as soon as it is asked. */
async function readAtOnce(failures: number): Promise<void> {
  const { ports } = desk;
  const { lists } = ports.fetching[0] ?? { lists: [] };
  for (const { id } of lists) {
    const task = { ...newTask({ ...LIST, list: id }), lastAt: ports.clock.now(), shown: 12, failures };
    await putTask(ports.records, PUBLIC, task, ports.clock.now());
  }
}

beforeEach(async () => {
  folder = mkdtempSync(`${tmpdir()}/hub-collection-`);
  desk = await aCollectionDesk();
  writeFileSync(`${folder}/host.json`, JSON.stringify({ url: await startHost() }));
  writeFileSync(`${folder}/token`, 'token');
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('hub health', () => {
  it('prints each platform with its state, why, and what to do', async () => {
    const { code, output } = await hub(folder, 'health');

    expect(code).toBe(0);
    expect(output).toContain('未采集\t区公共平台\t还没有数据\t标的 0 个\n  没有开启采集。平台允许按约定的频率');
  });

  it('ends with 1 when a platform keeps us out, and says so', async () => {
    await desk.saveSetting('sources', [ON]);
    await desk.putTask(LIST, { failures: 1, hasIncident: true });
    const incident = { platform: PUBLIC, code: 'PLATFORM.BLOCKED', place: 'list:sale', excerpt: null, document: null };
    await recordIncident(desk.ports, incident);

    const { code, output } = await hub(folder, 'health');
    const json = await hub(folder, 'health', '--json');

    expect([code, json.code]).toEqual([1, 1]);
    expect(output).toMatch(/被拦截\t区公共平台\t数据截至 2024年5月6日 10:00\t.*\n {2}列表“正在进行”:平台不让系统访问/);
    expect(JSON.parse(json.output)).toMatchObject({ health: [{ state: 'blocked' }, {}, {}] });
  });
});

describe('hub collect', () => {
  it.each([
    [0, 0, '正在进行\t已读到,2024年5月6日 10:00,12 个标的\t下次 '],
    [3, 1, '正在进行\t没有读到,连续 3 次\t下次 '],
  ])('asks the host to read and prints what came after %i failures, ending with %i', async (failures, ended, line) => {
    await desk.saveSetting('sources', [ON]);
    desk.onAsked(() => readAtOnce(failures));

    const { code, output } = await hub(folder, 'collect', PUBLIC);

    expect(code).toBe(ended);
    expect(output).toContain(line);
  });

  it('says in plain words that a platform is off or left alone', async () => {
    const off = await hub(folder, 'collect', PUBLIC);
    await desk.saveSetting('sources', [ON]);
    await openBreaker(desk.ports, PUBLIC, 'PLATFORM.BLOCKED');
    const paused = await hub(folder, 'collect', PUBLIC, '--lot', '47');

    expect([off.code, paused.code]).toEqual([1, 1]);
    expect(off.output).toMatch(/^这个平台没有开启采集。由交易中心在平台采集页面开启/m);
    expect(paused.output).toMatch(/^这个平台暂停访问,至 2024年5月6日 10:30。平台连续失败/m);
  });

  it('knows no platform but ours', async () => {
    const { code, output } = await hub(folder, 'collect', 'nobody');

    expect(code).toBe(1);
    expect(output).toContain('"code":"PLATFORM.UNKNOWN"');
  });
});
