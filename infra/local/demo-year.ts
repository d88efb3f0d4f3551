import type { HostAddress } from '#infra/cli/host-client.ts';
import { DEMOS } from '#infra/demo/demos.ts';
import { loadDemo } from '#infra/demo/load.ts';

/**
 * Loads the demo year, so that the comparison has something true to show.
 * @returns false when the host began to stop before all was there; what is known already changes nothing the next time
 */
export async function loadDemoYear(
  host: HostAddress,
  say: (line: string) => void,
  stopping: AbortSignal,
): Promise<boolean> {
  const [demo] = DEMOS;
  if (demo === undefined) return true;
  const [from, to] = demo.period;
  say(`正在载入${demo.title},约一分钟;标的、单位、出价均为虚构。不要演示数据: DEMO=off / DEMO=off leaves it out`);
  try {
    const { lots } = await loadDemo(host, demo, demo.defaultSeed, say);
    say(
      `演示数据已载入 / demo loaded: 标的 ${lots},平台比较 ${host.url}/office/comparison?from=${from}&to=${to}&demo=1`,
    );
    return true;
  } catch (thrown) {
    if (stopping.aborted) return false;
    throw thrown;
  }
}
