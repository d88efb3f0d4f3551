import { needsAttention, type PlatformHealth } from '#shared/services/collection/health.ts';
import { healthLines } from '../collection-lines.ts';
import type { Command } from '../command.ts';
import { findHost, readJson } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

export const healthCommand: Command = {
  name: 'health',
  usage: '[--json]',
  chinese: '列出各平台的采集情况:状态、数据截至何时、为什么、怎么办;有平台被拦截或格式变化时退出码为 1',
  english:
    'how the data of every platform is, why, and what to do; exits with 1 when a platform keeps us out or changed',
  flags: ['json'],
  options: [],
  arity: [0, 0],
  async run(args) {
    const { health } = (await readJson(findHost(dataDirectory()), '/v1/collection')) as {
      readonly health: readonly PlatformHealth[];
    };
    if (args.has('json')) print(JSON.stringify({ health }));
    else for (const line of health.flatMap(healthLines)) print(line);
    return health.some(needsAttention) ? 1 : 0;
  },
};
