import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import * as z from 'zod';
import { AppError } from '#shared/errors/app-error.ts';

/** Secrets by the names under which connections know them. */
export type NamedSecrets = Readonly<Record<string, string>>;

const SecretsFile = z.record(z.string(), z.string());

/** File the secrets of platforms are kept in on this machine, never in the project: `SECRETS_FILE`, else below `~/.config`. */
export function secretsFile(): string {
  return process.env['SECRETS_FILE'] ?? `${homedir()}/.config/auction-aggregator/secrets.json`;
}

/**
 * What a secrets file holds; nothing where there is no file.
 * @throws AppError `FILE.UNREADABLE` for a file that holds anything else
 */
export function readSecrets(file: string): NamedSecrets {
  try {
    return SecretsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return {};
    // Not the cause: the message of a parser may quote what it found.
    throw new AppError('FILE.UNREADABLE', 'the file of secrets is not readable', { details: { file } });
  }
}

/** Replaces a file in one step, for its owner's eyes only. */
export function writePrivately(file: string, text: string): void {
  const next = `${file}.${process.pid}.next`;
  writeFileSync(next, text, { mode: 0o600 });
  renameSync(next, file);
}

/**
 * Keeps a secret under a name, in the place of the one that was there.
 * @throws AppError `FILE.UNREADABLE` when the file holds something else already
 */
export function keepSecret(file: string, name: string, value: string): void {
  const kept = { ...readSecrets(file), [name]: value };
  const folder = dirname(file);
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(folder, 0o700);
  writePrivately(file, `${JSON.stringify(kept, null, 2)}\n`);
}
