import type { WordTable } from '#adapters/kit/word-table.ts';
import { findPlatform } from '#adapters/registry.ts';
import { wordTables } from '#adapters/words.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

/** Our words in Chinese where people see them in Chinese. */
const OUR_TEXT: Readonly<Record<string, string>> = STATUS_TEXT;

/**
 * Writes a platform's words beside ours as a Markdown table (词汇对照表), for people who know the trade to review.
 * @throws AppError `PLATFORM.UNKNOWN`; `RESOURCE.NOT_FOUND` when the adapter describes no words
 */
export function describePlatform(id: string): readonly string[] {
  const { manifest } = findPlatform(id);
  const words = wordTables.get(id)?.();
  if (words === undefined) {
    throw new AppError('RESOURCE.NOT_FOUND', 'the platform describes no words', { details: { platform: id } });
  }
  return markdownOf(manifest, words);
}

/** The table, one row a word, in the order the adapter gives. */
export function markdownOf(
  { id, name, confidence, mappingVersion }: PlatformManifest,
  words: WordTable,
): readonly string[] {
  const rows = words.map(({ field, theirs, ours, note }) => {
    const text = Object.hasOwn(OUR_TEXT, ours) ? `${ours} ${OUR_TEXT[ours]}` : ours;
    return `| ${[field, theirs, text, note ?? ''].map(toCell).join(' | ')} |`;
  });
  return [
    `# ${toCell(name)} 词汇对照`,
    '',
    `平台 \`${id}\`,映射版本 ${mappingVersion},依据 ${confidence}。不在表中的词一律隔离待查,不作猜测。`,
    '',
    '| 项目 | 平台用词 | 本系统 | 说明 |',
    '|---|---|---|---|',
    ...rows,
  ];
}

function toCell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ').trim();
}
