import type { FieldError, JsonObject } from '#infra/opi/wire.ts';

/** What the sandbox answers. */
export interface Answer {
  readonly status: number;
  /** Text is a page, bytes are whatever their `content-type` says. */
  readonly body: JsonObject | string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const PROBLEMS = {
  'auth.required': [401, '缺少接口密钥或密钥不对'],
  'version.unsupported': [400, '请求头 OPI-Version 须为 1'],
  'request.not_json': [400, '请求内容不是 JSON 对象'],
  'request.too_large': [413, '请求内容过大'],
  'key.mismatch': [400, '请求头 Idempotency-Key 须与委托编号 reference 相同'],
  'query.invalid': [400, '查询条件有误'],
  'path.unknown': [404, '没有这个接口'],
  'lot.none': [404, '没有这个标的'],
  'listing.none': [404, '没有这个委托'],
  'result.none': [404, '竞价尚未结束，没有结果'],
  'listing.conflict': [409, '同一委托编号已用于另一份内容'],
  'listing.frozen': [409, '竞价已开始或已结束，不能变更'],
  'listing.over': [409, '竞价已结束，不能撤回'],
  'revision.required': [428, '变更须带 If-Match'],
  'revision.stale': [412, '委托已被变更，请读取最新版本后再提交'],
  'listing.invalid': [422, '委托内容有误'],
  'control.invalid': [422, '设置有误'],
  'rate.limited': [429, '请求过于频繁'],
  'server.failed': [503, '平台暂时不可用（演示故障）'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ProblemCode = keyof typeof PROBLEMS;

const RETRYABLE: readonly ProblemCode[] = ['rate.limited', 'server.failed'];

/** An answer that says what is wrong, where, and whether trying again may help (RFC 9457). */
export function problem(
  code: ProblemCode,
  faults: readonly FieldError[] = [],
  headers: Answer['headers'] = {},
): Answer {
  const [status, title] = PROBLEMS[code];
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
    body: {
      type: `urn:opi:problem:${code}`,
      title,
      status,
      code,
      errors: faults.map((fault) => ({ ...fault })),
      retryable: RETRYABLE.includes(code),
    },
  };
}
