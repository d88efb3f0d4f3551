import { existsSync } from 'node:fs';
import { samples } from '#adapters/samples.ts';
import { deliver, type HostAddress } from '#infra/cli/host-client.ts';
import { projectRoot, realMaterialDirectory } from '#infra/cli/settings.ts';
import { readSourceFile } from '#infra/cli/source-file.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';

/**
 * Brings the sample pages through the door, the project's own and captured ones where they are present.
 * @returns false when the host began to stop before all were tried
 */
export async function loadSamples(
  host: HostAddress,
  say: (line: string) => void,
  stopping: AbortSignal,
): Promise<boolean> {
  const folders = { own: projectRoot(), real: realMaterialDirectory() };
  const present = samples.filter(({ from, file }) => existsSync(`${folders[from]}/${file}`));
  const missing = samples.length - present.length;
  if (missing > 0) say(`未找到 ${missing} 份采集的真实页面,只载入自带样例`);
  for (const [index, { platform, kind, from, file, observedAt, subject }] of present.entries()) {
    const step = `[${index + 1}/${present.length}]`;
    try {
      const { name, ...source } = readSourceFile(`${folders[from]}/${file}`, observedAt);
      const about = subject === undefined ? {} : { subject };
      const { outcome } = await deliver(host, { platform, kind, source: name, ...source, ...about });
      const word = outcome.outcome === 'applied' ? `标的 ${outcome.lots}` : ERROR_CODES[outcome.code].title;
      say(`载入样例 ${step} ${name}: ${word}`);
    } catch (thrown) {
      if (stopping.aborted) return false;
      const { code } = toAppError(thrown);
      say(`载入样例 ${step} ${file} 失败: ${ERROR_CODES[code].title}(${code})`);
    }
  }
  return true;
}
