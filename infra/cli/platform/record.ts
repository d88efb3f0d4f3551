import { extname } from 'node:path';
import type { Expectation } from '#adapters/kit/fixture.ts';
import { createSendAround } from '#adapters/kit/http-send.ts';
import { createPageReader } from '#adapters/kit/page-reader.ts';
import { maskRecording, type Recording } from '#adapters/kit/recording.ts';
import { findPlatform } from '#adapters/registry.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import { readSourceFile } from '../source-file.ts';
import { mapRecordings, writeExpectations, writeRecording, writeUnread } from './fixture-files.ts';

const EXTENSIONS: readonly (readonly [RegExp, string])[] = [
  [/json/i, '.json'],
  [/csv/i, '.csv'],
  [/javascript/i, '.js'],
  [/html/i, '.html'],
];

/** A page as it was found. */
interface Source {
  readonly bytes: Uint8Array;
  readonly extension: string;
}

interface RecordOrder {
  readonly id: string;
  readonly kind: string;
  /** Address or file. */
  readonly source: string;
  /** The case it shows: `page`, `bad-row`, `login-page`. */
  readonly name: string;
  /** The lot it is about, where the document does not say so. */
  readonly subject: string | undefined;
}

/**
 * Keeps a page as a fixture with persons masked, and writes what it maps to now beside it, for review.
 * @throws AppError `PLATFORM.UNKNOWN`, `DOCUMENT.KIND_UNKNOWN`, `REQUEST.INVALID` for a name that is taken or not plain,
 * `FILE.UNREADABLE`, and what fetching or masking refuses
 */
export async function recordDocument(root: string, order: RecordOrder): Promise<readonly string[]> {
  const platform = findPlatform(order.id);
  const name = toFileName(platform.manifest, order);
  const source = await readSource(platform.manifest, order);
  const recording = maskRecording(source.bytes);
  if (!writeRecording(root, order.id, name + source.extension, recording.bytes)) {
    throw new AppError('REQUEST.INVALID', 'a fixture of that name exists', { details: { name } });
  }
  const recorded = mapRecordings(root, platform);
  const own = recorded.filter((file) => file.name === name);
  writeExpectations(root, order.id, own);
  writeUnread(root, order.id, recorded);
  return summaryOf(`adapters/${order.id}/fixtures/${name}`, source.extension, recording, own[0]?.output);
}

/**
 * Rewrites what every fixture is expected to say, and unread.txt, from the mapping as it is now.
 * @throws AppError `PLATFORM.UNKNOWN`
 */
export function refreshExpectations(root: string, id: string): readonly string[] {
  const recorded = mapRecordings(root, findPlatform(id));
  const changed = writeExpectations(root, id, recorded);
  const unread = writeUnread(root, id, recorded);
  return [
    `样本 ${recorded.length},预期改动 ${changed.length},未读字段 ${unread}`,
    ...changed.map((name) => `  adapters/${id}/fixtures/${name}.expected.json`),
    ...(changed.length > 0 ? ['请逐个用 git diff 复核;含义有变时提高 manifest 的 mappingVersion。'] : []),
  ];
}

function toFileName({ documentKinds }: PlatformManifest, { kind, name, subject }: RecordOrder): string {
  if (!Object.hasOwn(documentKinds, kind)) {
    const known = Object.keys(documentKinds);
    throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind, known } });
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || !/^(?:[A-Za-z]*\d{6,})?$/.test(subject ?? '')) {
    throw new AppError(
      'REQUEST.INVALID',
      'a case is named in small letters, digits and hyphens, a subject by its number',
      {
        details: { name, ...(subject !== undefined && { subject }) },
      },
    );
  }
  return subject === undefined || subject === '' ? `${kind}-${name}` : `${kind}-${name}-${subject}`;
}

async function readSource({ hosts, documentKinds }: PlatformManifest, { source, kind }: RecordOrder): Promise<Source> {
  if (!/^https?:/i.test(source)) {
    const extension = extname(source).toLowerCase();
    return { bytes: readSourceFile(source).bytes, extension: /^\.\w{1,5}$/.test(extension) ? extension : '.txt' };
  }
  const { bytes, contentType } = await createPageReader(createSendAround({ privateHosts: [] })).read({
    url: source,
    hosts,
  });
  const type = contentType ?? documentKinds[kind]?.contentType ?? '';
  return { bytes, extension: EXTENSIONS.find(([pattern]) => pattern.test(type))?.[1] ?? '.txt' };
}

function summaryOf(
  path: string,
  extension: string,
  { bytes, charset, masked, suspects }: Recording,
  output: Expectation | undefined,
): readonly string[] {
  return [
    `样本 ${path}${extension}: ${bytes.length} 字节, ${charset}, 遮盖 ${masked} 个字符`,
    `预期 ${path}.expected.json: ${outcomeText(output)}`,
    ...suspects.map((suspect) => `  请查看: ${suspect}`),
    '两个文件都要人工复核:预期只是现有映射的结果,未必正确;个人信息须全部遮盖后才能提交。',
  ];
}

function outcomeText(output: Expectation | undefined): string {
  if (output === undefined) return '-';
  if ('refused' in output) return `拒收 ${output.refused.code}`;
  const bids = output.bids.reduce((sum, log) => sum + log.bids.length, 0);
  return `标的 ${output.lots.length}, 出价 ${bids}, 隔离 ${output.quarantined.length}, 未读字段 ${output.unread?.length ?? 0}`;
}
