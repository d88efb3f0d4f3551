import { toAppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';

/** Words for the facts of an error that a person at the terminal can act on. */
const WORDS: Readonly<Record<string, string>> = {
  path: '目录 directory',
  found: '现有版本 found',
  wanted: '需要版本 wanted',
  port: '端口 port',
};

/** Tells the person at the terminal what went wrong and what to do, in Chinese and English, and ends with code 1. */
export function exitWithError(thrown: unknown): never {
  const error = toAppError(thrown);
  const { title, wayOut } = ERROR_CODES[error.code];
  console.error(`${title} / ${error.message} (${error.code})`);
  for (const [name, value] of Object.entries(error.details)) console.error(`  ${WORDS[name] ?? name}: ${value}`);
  console.error(wayOut);
  if (error.code === 'INTERNAL.UNEXPECTED') console.error(error.cause);
  process.exit(1);
}
