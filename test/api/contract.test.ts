import { beforeAll, describe, expect, it } from 'vitest';
import { type AnswerSchema, answerSchemas } from '#infra/openapi/answer-schemas.ts';
import { type Operation, operations } from '#infra/openapi/operations.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { aFilledApi, askDocs, LOT } from './an-api.ts';

type Ask = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;

const STATUSES = [200, 304, 400, 404, 500, 503] as const;
type Status = (typeof STATUSES)[number];

function failing(error: Error) {
  const fail = () => Promise.reject(error);
  return { records: { get: fail, put: fail, query: fail }, readCatalogue: fail };
}

function pathOf({ path }: Operation, id: string = LOT): string {
  return path.replace('{id}', id);
}

function documentedStatuses({ problems }: Operation): readonly Status[] {
  return [200, 304, ...problems];
}

let ask: Ask;
let askBroken: Awaited<ReturnType<typeof aFilledApi>>['askBroken'];

beforeAll(async () => {
  const api = await aFilledApi();
  askBroken = api.askBroken;
  ask = (path, headers) => (path.startsWith('/v1/') ? api.ask(path, headers) : askDocs(path, headers));
});

/** Makes an operation answer with a status. */
const provoke: Readonly<Record<Status, (operation: Operation) => Promise<Response>>> = {
  200: (operation) => ask(pathOf(operation)),
  304: async (operation) => {
    const first = await ask(pathOf(operation));
    return ask(pathOf(operation), { 'if-none-match': first.headers.get('etag') ?? '' });
  },
  400: (operation) => ask(`${pathOf(operation)}?colour=red`),
  404: (operation) => ask(pathOf(operation, 'virtual.nowhere')),
  500: (operation) => askBroken(failing(new TypeError('a bug')))(pathOf(operation)),
  503: (operation) => askBroken(failing(new AppError('STORE.UNAVAILABLE', 'no answer')))(pathOf(operation)),
};

function expectShape(schema: AnswerSchema, value: unknown): void {
  const parsed = answerSchemas[schema].safeParse(value);
  expect(parsed.error?.issues ?? []).toEqual([]);
}

async function expectAnswer(response: Response, { contentType, schema }: Operation): Promise<void> {
  expect(response.headers.get('content-type')?.split(';')[0]).toBe(contentType);
  expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
  const body = await response.text();
  expect(body.length).toBeGreaterThan(100);
  if (schema === undefined) return;
  const values = contentType === 'application/jsonl' ? body.trimEnd().split('\n') : [body];
  for (const value of values) expectShape(schema, JSON.parse(value));
}

const cases = operations.flatMap((operation) =>
  documentedStatuses(operation).map((status) => ({ status, id: operation.operationId, operation })),
);

describe('the contract of the API', () => {
  it.each(cases)('$id answers $status as documented', async ({ status, operation }) => {
    const response = await provoke[status](operation);

    expect(response.status).toBe(status);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    if (status === 200) {
      await expectAnswer(response, operation);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    } else if (status === 304) {
      expect(await response.text()).toBe('');
      expect(response.headers.get('etag')).not.toBeNull();
    } else {
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      const problem: unknown = await response.json();
      expectShape('Problem', problem);
      expect(problem).toMatchObject({ status });
      expect(response.headers.has('retry-after')).toBe(status === 503);
    }
  });

  it.each(operations)('$operationId documents each status it can be brought to', async (operation) => {
    const documented = documentedStatuses(operation);
    const statuses = STATUSES.filter((status) => operation.path.startsWith('/v1/') || status < 400);

    const found = await Promise.all(statuses.map(async (status) => (await provoke[status](operation)).status));

    expect(documented).toEqual(expect.arrayContaining([...new Set(found)]));
  });

  it('answers an address nobody knows with a problem', async () => {
    const response = await ask('/v1/nothing');

    expect(response.status).toBe(404);
    expectShape('Problem', await response.json());
  });

  it('names every wrong parameter and value, and what would be right', async () => {
    const response = await ask('/v1/lots?colour=red&status=open&limit=0&sort=newest&sort=ending&platform=nobody');

    const { errors } = (await response.json()) as { errors: { parameter: string; allowed?: string[] }[] };
    expect(errors.map(({ parameter }) => parameter)).toEqual(['colour', 'status', 'sort', 'limit']);
    expect(errors[0]?.allowed).toContain('endsWithin');
    expect(errors[1]?.allowed).toContain('bidding');
  });

  it('refuses a platform there is none of', async () => {
    const response = await ask('/v1/lots.csv?platform=nobody');

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ parameter: 'platform', allowed: ['virtual'] }] });
  });
});
