import * as z from 'zod/mini';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { API_VERSION } from '#web/api/version.ts';
import { answerSchemas } from './answer-schemas.ts';
import { components, sayings } from './described.ts';
import { answerExample, problemExample } from './examples.ts';
import { type HeaderName, type Operation, operations } from './operations.ts';
import { pathParameters, queryParameters, sharedParameters } from './parameter-objects.ts';

const DESCRIPTION = [
  '公共资产拍卖汇总的公开数据接口:标的、竞买记录、轮次、平台、变更流,以及订阅、日程和导出。只读,无需登录。',
  '金额以分为整数,字段名以 Fen 结尾,含义由旁边的 priceBasis 决定;时间为 RFC 3339 北京时间;null 表示不知道,不是零也不是没有。',
  '答复带 ETag;带 If-None-Match 再问,没有变化时答 304。增加字段不算不兼容,请忽略不认识的字段。请求过快时网关答 429。',
  'Public, read-only. Money is whole fen, times are Beijing time, null is unknown. Fields may be added; ignore what you do not know.',
].join('\n\n');

const HEADERS: Readonly<Record<HeaderName | 'ETag', { description: string; schema: { type: string } }>> = {
  ETag: { description: '答复的版本,用于 If-None-Match。Version of the answer.', schema: { type: 'string' } },
  Link: { description: '下一页:<地址>; rel="next";没有则已到末页。Next page.', schema: { type: 'string' } },
  RowCount: { description: '本次行数。Rows of this answer.', schema: { type: 'integer' } },
  TotalCount: { description: '总行数。Rows of all answers.', schema: { type: 'integer' } },
};

const HEADER_FIELDS: Readonly<Record<HeaderName, string>> = {
  Link: 'Link',
  RowCount: 'X-Row-Count',
  TotalCount: 'X-Total-Count',
};

const PROBLEMS = {
  400: { name: 'BadRequest', code: 'REQUEST.INVALID', english: 'The request cannot be understood.' },
  404: { name: 'NotFound', code: 'RESOURCE.NOT_FOUND', english: 'No such thing.' },
  500: { name: 'InternalError', code: 'INTERNAL.UNEXPECTED', english: 'Our own fault.' },
  503: { name: 'Unavailable', code: 'STORE.UNAVAILABLE', english: 'Try again later, after Retry-After.' },
} as const;

/** Answers may gain fields, so the document does not forbid more than it names; and it repeats no limits of integers. */
function openSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openSchema);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, of]) =>
      !(name === '$schema' || name === '$id' || (name === 'additionalProperties' && of === false)) &&
      !((name === 'maximum' || name === 'minimum') && Math.abs(Number(of)) === Number.MAX_SAFE_INTEGER),
  );
  return Object.fromEntries(kept.map(([name, of]) => [name, openSchema(of)]));
}

function schemas() {
  const nameless = Object.entries(answerSchemas).filter(([name, schema]) => components.get(schema)?.id !== name);
  if (nameless.length > 0) throw new TypeError(`schemas under another name: ${nameless.map(([name]) => name)}`);
  const uri = (id: string) => `#/components/schemas/${id}`;
  return openSchema(z.toJSONSchema(components, { uri, metadata: sayings, io: 'input' }).schemas);
}

function problemResponses() {
  const named = Object.entries(PROBLEMS).map(([status, { name, code, english }]) => {
    const content = { schema: { $ref: '#/components/schemas/Problem' }, example: problemExample(code) };
    const description = `${ERROR_CODES[code].title}。${english}`;
    const retry = status === '503' ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {};
    return [name, { description, ...retry, content: { 'application/problem+json': content } }];
  });
  const etag = { ETag: { $ref: '#/components/headers/ETag' } };
  const notModified = { description: '没有变化。The asker has this answer already.', headers: etag };
  return Object.fromEntries([...named, ['NotModified', notModified]]);
}

function success({ contentType, schema, headers = [], operationId }: Operation) {
  const named = headers.map((name) => [HEADER_FIELDS[name], { $ref: `#/components/headers/${name}` }]);
  const shape =
    schema === undefined
      ? { type: contentType.endsWith('json') ? 'object' : 'string' }
      : { $ref: `#/components/schemas/${schema}` };
  const example = answerExample(operationId);
  return {
    description: '成功。Success.',
    headers: { ETag: { $ref: '#/components/headers/ETag' }, ...Object.fromEntries(named) },
    content: { [contentType]: { schema: shape, ...(example === undefined ? {} : { example }) } },
  };
}

function pathItem(operation: Operation) {
  const { path, operationId, summary, description, parameters, defaults, problems } = operation;
  const refused = problems.map((status) => [status, { $ref: `#/components/responses/${PROBLEMS[status].name}` }]);
  const responses = {
    200: success(operation),
    304: { $ref: '#/components/responses/NotModified' },
    ...Object.fromEntries(refused),
  };
  const asked = [...pathParameters(path), ...queryParameters(parameters, defaults)];
  return { get: { operationId, summary, description, parameters: asked, responses, 'x-example': operation.example } };
}

/** The public API as an OpenAPI 3.1 document. */
export function openApiDocument() {
  return {
    openapi: '3.1.1',
    info: {
      title: '公共资产拍卖汇总 API',
      version: API_VERSION,
      summary: 'Lots of every auction platform a district sells through.',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(operations.map((operation) => [operation.path, pathItem(operation)])),
    components: { schemas: schemas(), parameters: sharedParameters(), headers: HEADERS, responses: problemResponses() },
  };
}
