import type { HostAddress } from '#infra/cli/host-client.ts';
import { DEMOS } from '#infra/demo/demos.ts';
import { loadDemo } from '#infra/demo/load.ts';
import type { DataDirectory } from './data-directory.ts';

const MARK = 'demo';

/**
 * Loads the demo year once, so that the comparison has something to show; `DEMO=off` leaves it out. A host that is
 * stopped meanwhile begins again at its next start: what is known already changes nothing.
 */
export async function showDemoYear(
  host: HostAddress,
  data: DataDirectory,
  say: (line: string) => void,
  stopping: AbortSignal,
): Promise<void> {
  const [demo] = DEMOS;
  if (demo === undefined || process.env['DEMO'] === 'off' || data.markedAt(MARK) !== undefined) return;
  say(`正在载入${demo.title},约一分钟;标的、单位、出价均为虚构。不要演示数据: DEMO=off / DEMO=off leaves it out`);
  try {
    const { lots } = await loadDemo(host, demo, demo.defaultSeed, say);
    data.mark(MARK);
    say(`演示数据已载入 / demo loaded: 标的 ${lots}`);
  } catch (thrown) {
    if (!stopping.aborted) throw thrown;
  }
}
