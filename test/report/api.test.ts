import { describe, expect, it } from 'vitest';
import { createComparison } from '#functions/compare-app.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Problem } from '#shared/errors/problem.ts';
import { beijing } from '#test/support/round-facts.ts';
import { memoryAccess, OPERATOR, OPERATOR_EVENT, PUBLIC_EVENT } from '#test/support/sign-in.ts';
import { reportDocx } from '#web/report/docx/document.ts';
import { reportOf } from '#web/report/report-of.ts';
import { AS_OF, FACTS, FACTS_HASH, fixedComparison } from './fixed-facts.ts';

const PERIOD = 'from=2023-01-01&to=2023-10-31';
const OTHER_HASH = 'c3d4'.repeat(16);

function manifest(id: string, name: string) {
  return {
    id,
    name,
    kind: 'marketplace',
    homepage: 'https://example.invalid/',
    capabilities: {
      publish: 'handoff',
      amend: 'handoff',
      withdraw: 'handoff',
      list: 'page',
      lot: 'page',
      bids: 'page',
      result: 'page',
      settlement: 'handoff',
    },
    documentKinds: {},
    hosts: [],
    mappingVersion: 1,
    confidence: 'assumed',
  } as const;
}

/** The API over sixty lots; `asked` says who asked for which facts. */
function anApi(facts = FACTS) {
  const asked: { readonly caller: Caller; readonly hash: string | undefined }[] = [];
  const app = createComparison({
    ...memoryAccess(beijing('2024-02-03 18:00')),
    readFacts: async (caller, hash) => {
      asked.push({ caller, hash });
      return { hash: hash ?? FACTS_HASH, at: AS_OF, facts };
    },
    readLedger: async () => [],
    manifests: [manifest('east', '东方平台'), manifest('west', '西部平台')],
    schedules: [],
  });
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}, event = OPERATOR_EVENT) =>
    app.request(`http://office.invalid${path}`, { headers }, { event });
  return { asked, ask };
}

const { ask } = anApi();

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return (await response.json()) as Problem;
}

describe('GET /v1/comparison', () => {
  it('answers with the figures and what identifies them', async () => {
    const response = await ask(`/v1/comparison?${PERIOD}`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      factsHash: FACTS_HASH,
      request: { period: { from: '2023-01-01', to: '2023-10-31' } },
      all: { outcome: { sold: { lots: 40 }, success: { official: { part: 40, whole: 60, rate: 666_667 } } } },
    });
  });

  it('ends a preset on the day of the newest fact', async () => {
    const response = await ask('/v1/comparison?preset=year-to-date');

    expect(await response.json()).toMatchObject({ request: { period: { from: '2023-01-01', to: '2023-11-01' } } });
  });

  it('gives one tag to one answer, and none of it again to who has it', async () => {
    const first = await ask(`/v1/comparison?${PERIOD}`);
    const tag = first.headers.get('etag') ?? '';

    const again = await ask(`/v1/comparison?${PERIOD}`, { 'if-none-match': tag });
    const narrowed = await ask(`/v1/comparison?${PERIOD}&category=state`, { 'if-none-match': tag });

    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(narrowed.status).toBe(200);
    expect(narrowed.headers.get('etag')).not.toBe(tag);
  });

  it('reads the facts of a hash for who asks to print again', async () => {
    const { asked, ask: askThis } = anApi();

    const response = await askThis(`/v1/comparison?${PERIOD}&facts=${OTHER_HASH}`);

    expect(await response.json()).toMatchObject({ factsHash: OTHER_HASH });
    expect(asked).toEqual([{ caller: OPERATOR, hash: OTHER_HASH }]);
  });

  it.each([
    ['from=2023-10-31&to=2023-01-01', 'to'],
    ['from=2023-01-01', 'to'],
    [`${PERIOD}&preset=this-month`, 'preset'],
    [`${PERIOD}&township=330502`, 'township'],
    [`${PERIOD}&facts=xyz`, 'facts'],
    [`${PERIOD}&format=docx`, 'format'],
  ])('refuses %s', async (query, parameter) => {
    const response = await ask(`/v1/comparison?${query}`);

    expect(response.status).toBe(400);
    const { code, errors } = await problemOf(response);
    expect(code).toBe('REQUEST.INVALID');
    expect(errors).toEqual([expect.objectContaining({ parameter })]);
  });

  it('refuses who does not say who they are', async () => {
    const response = await ask('/v1/comparison', {}, PUBLIC_EVENT);

    expect((await problemOf(response)).code).toBe('ACCESS.UNAUTHENTICATED');
  });
});

describe('GET /v1/reports', () => {
  it('is text unless asked otherwise', async () => {
    const response = await ask(`/v1/reports?${PERIOD}`);

    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain('截至2023年10月31日,全区各类资产交易已完成竞价标的60个');
  });

  it('gives the Word file that the comparison makes, under a name that says the period', async () => {
    const response = await ask(`/v1/reports?${PERIOD}&format=docx`);

    const expected = await reportDocx(reportOf(fixedComparison(), FACTS));
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), expected)).toBe(0);
    expect(response.headers.get('content-disposition')).toContain('filename="report_2023-01-01_2023-10-31.docx"');
  });

  it.each([
    ['json', 'application/json'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['csv', 'text/csv'],
  ])('is written as %s', async (format, contentType) => {
    const response = await ask(`/v1/reports?${PERIOD}&format=${format}`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(contentType);
  });

  it('lists exactly the lots behind a figure as CSV', async () => {
    const response = await ask(`/v1/reports?${PERIOD}&format=csv&figure=west%2Fsold`);

    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 20);
    expect(lines.slice(1).every((line) => line.startsWith('west.'))).toBe(true);
  });

  it.each([
    [`${PERIOD}&format=pdf`, 'format'],
    [`${PERIOD}&format=csv&figure=nowhere%2Fsold`, 'figure'],
    [`${PERIOD}&format=docx&figure=west%2Fsold`, 'figure'],
  ])('refuses %s', async (query, parameter) => {
    const response = await ask(`/v1/reports?${query}`);

    expect((await problemOf(response)).errors).toEqual([expect.objectContaining({ parameter })]);
  });

  it('refuses what does not fit into one answer', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ ...FACTS[1], lotId: `west.${index}` }));
    const { ask: askMany } = anApi(many as unknown as typeof FACTS);

    const response = await askMany(`/v1/reports?${PERIOD}&format=csv&figure=all%2Flots`);

    expect(response.status).toBe(422);
    expect((await problemOf(response)).code).toBe('REPORT.TOO_LARGE');
  });
});
