import type { ComparisonJson } from '#shared/services/comparison/comparison-json.ts';
import type { Command } from '../command.ts';
import { overviewLines } from '../compare/overview-lines.ts';
import { COMPARISON_OPTIONS, comparisonQuery } from '../comparison-query.ts';
import { findHost, readJson } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

export const compareCommand: Command = {
  name: 'compare',
  usage:
    '[--from YYYY-MM-DD --to YYYY-MM-DD | --preset this-month|year-to-date|same-period-last-year] [--township|--class|--category|--kind <value>] [--demo] [--facts <hash>] [--json]',
  chinese: '比较各平台:成交、费用、时效(默认本年累计;--demo 计入示例收费标准;--facts 按某次数据重印;--json 输出模型)',
  english:
    'compare the platforms: outcome, fees, time (year to date unless told; --demo: with illustrative fees; --facts: reprint from that snapshot; --json: the model)',
  flags: ['demo', 'json'],
  options: COMPARISON_OPTIONS,
  arity: [0, 0],
  async run(args) {
    const comparison = (await readJson(
      findHost(dataDirectory()),
      `/v1/comparison?${comparisonQuery(args)}`,
    )) as ComparisonJson;
    if (args.has('json')) print(JSON.stringify(comparison));
    else for (const line of overviewLines(comparison)) print(line);
    return 0;
  },
};
