import * as z from 'zod/mini';
import { parseDocumentId } from '#shared/domain/document.ts';
import { type LotId, parseLotId } from '#shared/domain/lot-id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { MOST_DOCUMENTS_LISTED } from '#shared/services/quarantine/list-documents.ts';

/** A preview maps every document of every lot it shows while somebody waits. */
export const MOST_PREVIEWED = 20;

/** As much as fits into one request. */
const MOST_REPLAYED = 10_000;

const ReplayBody = z.strictObject({
  documents: z._default(z.array(z.string()), []),
  lots: z._default(z.array(z.string()), []),
  /** What is replayed, in words for people. */
  scope: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(200))),
  dryRun: z._default(z.boolean(), false),
});

const ListQuery = z.object({
  platform: z.string().check(z.minLength(1)),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST_DOCUMENTS_LISTED)), 1000),
});

/** What somebody asks to be replayed. */
export interface ReplayRequest {
  readonly documents: readonly string[];
  readonly lots: readonly LotId[];
  readonly scope: string;
  readonly dryRun: boolean;
}

/** Which stored documents somebody asks for. */
export interface ListRequest {
  readonly platform: string;
  readonly after?: string;
  readonly limit: number;
}

type Fault = readonly [place: string, detail: string];

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function faultsOf({ issues }: z.core.$ZodError): readonly Fault[] {
  return issues.flatMap((issue): readonly Fault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [toPointer([...issue.path, key]), '没有这一项'])
      : [[toPointer(issue.path), '缺少,或类型、范围不符']],
  );
}

function invalidBody(faults: readonly Fault[]): AppError {
  const errors = faults.map(([pointer, detail]) => ({ pointer, detail }));
  return invalidRequest('the body is not as described', errors);
}

function isDocumentId(text: string): boolean {
  try {
    return parseDocumentId(text) === text;
  } catch {
    return false;
  }
}

function checkReplay({ documents, lots, dryRun }: z.infer<typeof ReplayBody>): readonly Fault[] {
  const limit = dryRun ? MOST_PREVIEWED : MOST_REPLAYED;
  const tooMany = `一次最多 ${limit} 个`;
  const nothing: readonly Fault[] = documents.length + lots.length === 0 ? [['', '没有指明文件或标的']] : [];
  return [
    ...nothing,
    ...(documents.length > limit ? [['/documents', tooMany] as const] : []),
    ...(lots.length > limit ? [['/lots', tooMany] as const] : []),
    ...documents.flatMap((id, index) => (isDocumentId(id) ? [] : [[`/documents/${index}`, '不是文件编号'] as const])),
    ...lots.flatMap((id, index) => (parseLotId(id) ? [] : [[`/lots/${index}`, '不是标的编号'] as const])),
  ];
}

/**
 * Reads a body by its schema.
 * @throws AppError `REQUEST.INVALID` with JSON pointers
 */
export function parseBody<T extends z.core.$ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = z.safeParse(schema, body);
  if (!parsed.success) throw invalidBody(faultsOf(parsed.error));
  return parsed.data;
}

/**
 * Reads the body of `POST /v1/replays`.
 * @throws AppError `REQUEST.INVALID` with JSON pointers
 */
export function parseReplayRequest(body: unknown): ReplayRequest {
  const parsed = z.safeParse(ReplayBody, body);
  const faults = parsed.success ? checkReplay(parsed.data) : faultsOf(parsed.error);
  if (!parsed.success || faults.length > 0) throw invalidBody(faults);
  const { documents, lots, scope, dryRun } = parsed.data;
  const words = `文件 ${documents.length} 份,标的 ${lots.length} 个`;
  return { documents, lots: lots.flatMap((id) => parseLotId(id) ?? []), scope: scope ?? words, dryRun };
}

/**
 * Reads the query of `GET /v1/documents`.
 * @throws AppError `REQUEST.INVALID` naming the parameters
 */
export function parseListRequest(query: Readonly<Record<string, string>>): ListRequest {
  const parsed = z.safeParse(ListQuery, query);
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
  const { after } = query;
  if (after !== undefined && !isDocumentId(after)) faults.push('after');
  if (!parsed.success || faults.length > 0) {
    const errors = faults.map((parameter) => ({ parameter, detail: '缺少,或写法、范围不符' }));
    throw invalidRequest('the query is not as described', errors);
  }
  const { platform, limit } = parsed.data;
  return { platform, limit, ...(after === undefined ? {} : { after }) };
}

/**
 * Reads a lot's id from an address.
 * @throws AppError `RESOURCE.NOT_FOUND`
 */
export function parseLotAddress(text: string): LotId {
  const lotId = parseLotId(text);
  if (lotId !== undefined) return lotId;
  throw new AppError('RESOURCE.NOT_FOUND', 'no such lot', { details: { lotId: text.slice(0, 200) } });
}
