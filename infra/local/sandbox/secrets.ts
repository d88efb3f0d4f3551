import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { writePrivately } from '../secrets/file.ts';

const SandboxSecrets = z.object({ key: z.string().min(20), eventsSecret: z.string().startsWith('whsec_') });

/** What the sandbox and its callers share. */
export type SandboxSecrets = z.infer<typeof SandboxSecrets>;

function make(): SandboxSecrets {
  return { key: randomBytes(24).toString('hex'), eventsSecret: `whsec_${randomBytes(24).toString('base64')}` };
}

/** The sandbox's own secrets, made once and kept in a file of the data directory. */
export function sandboxSecrets(file: string): SandboxSecrets {
  if (!existsSync(file)) writePrivately(file, `${JSON.stringify(make())}\n`);
  return SandboxSecrets.parse(JSON.parse(readFileSync(file, 'utf8')));
}
