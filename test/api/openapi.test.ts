import { describe, expect, it } from 'vitest';
import { type AnswerSchema, answerSchemas } from '#infra/openapi/answer-schemas.ts';
import { openApiDocument } from '#infra/openapi/document.ts';
import { operations } from '#infra/openapi/operations.ts';
import served from '#web/api/openapi.json' with { type: 'json' };
import { anApi, askDocs, docs } from './an-api.ts';

const document = JSON.parse(JSON.stringify(openApiDocument()));

/** Every value in the document under a key, with where it stands. */
function valuesUnder(wanted: string, value: unknown = document, at = '#'): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [...(key === wanted ? [[here, inner] as const] : []), ...valuesUnder(wanted, inner, here)];
  });
}

function resolve(pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>(
    (value, step) => Object(value)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  );
}

/** The routes of the apps as OpenAPI writes paths. */
function routesOf(): readonly string[] {
  const routes = [...anApi().app.routes, ...docs.routes].filter(({ method }) => method !== 'ALL');
  return routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
}

describe('the OpenAPI document', () => {
  it('is the one that is served: npm run openapi writes it', () => {
    expect(served).toEqual(document);
  });

  it('describes every route, and no other', () => {
    const described = Object.keys(document.paths).map((path) => `GET ${path}`);

    expect(described.sort()).toEqual([...routesOf()].sort());
  });

  it('has no reference that leads nowhere', () => {
    const references = valuesUnder('$ref').map(([, reference]) => String(reference));

    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((reference) => !reference.startsWith('#/') || resolve(reference) === undefined)).toEqual(
      [],
    );
  });

  it('uses everything under its components', () => {
    const references = new Set(valuesUnder('$ref').map(([, reference]) => reference));
    const names = Object.entries<object>(document.components).flatMap(([kind, of]) =>
      Object.keys(of).map((name) => `#/components/${kind}/${name}`),
    );

    expect(names.filter((name) => !references.has(name))).toEqual([]);
  });

  it('gives each operation an id of its own, a summary, a description and its path parameters', () => {
    const ids = operations.map(({ operationId }) => operationId);

    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, { get }] of Object.entries<{ get: Record<string, unknown> }>(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = (get['parameters'] as { in?: string; name: string }[]).filter(
        (parameter) => parameter.in === 'path',
      );
      expect(given.map(({ name }) => name)).toEqual(inPath);
      expect(get['summary']).toMatch(/^[A-Z][^\u4e00-\u9fff]+\.$/);
      expect(get['description']).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('says of each response what it is', () => {
    const responses = valuesUnder('responses').flatMap(([, of]) => Object.values(Object(of)));

    for (const response of responses as { $ref?: string; description?: string }[]) {
      expect(response.$ref ?? response.description).toBeTypeOf('string');
    }
  });

  it('repeats no parameter within an operation', () => {
    for (const [, parameters] of valuesUnder('parameters').filter(([at]) => at.includes('/get/'))) {
      const names = (parameters as { $ref?: string; name?: string }[]).map(({ $ref, name }) => name ?? $ref);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('holds nothing that only JSON Schema drafts before 2020-12 or OpenAPI 3.0 know', () => {
    for (const word of ['nullable', 'definitions', '$schema', '$id']) expect(valuesUnder(word)).toEqual([]);
    expect(valuesUnder('exclusiveMinimum').filter(([, limit]) => typeof limit !== 'number')).toEqual([]);
  });

  it.each(valuesUnder('example').map(([at, example]) => ({ at, example })))(
    'shows a true example at $at',
    ({ at, example }) => {
      const { schema } = resolve(at.slice(0, at.lastIndexOf('/'))) as { schema: { $ref: string } };
      const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1) as AnswerSchema;

      expect(answerSchemas[name].safeParse(example).error?.issues ?? []).toEqual([]);
    },
  );
});

describe('the page about the API', () => {
  it('shows every route and schema, a call to try on this very site, and no script', async () => {
    const html = await (await askDocs('/docs')).text();

    for (const { operationId, path } of operations) {
      expect(html).toContain(`id="${operationId}"`);
      expect(html).toContain(`GET ${path}`);
    }
    for (const name of Object.keys(document.components.schemas)) expect(html).toContain(`id="${name}"`);
    expect(html).toContain('https://auctions.example/v1/changes?since=-1&amp;limit=100');
    expect(html).not.toMatch(/<script|style=|onclick/);
  });

  it('calls a made-up host where the asker names none that can be trusted', async () => {
    const html = await (await askDocs('/docs', { host: 'evil"><script>' })).text();

    expect(html).not.toContain('evil');
  });
});
