import type { Demo } from '#infra/demo/demo.ts';
import { DEMOS } from '#infra/demo/demos.ts';
import { loadDemo, refuseOtherLots } from '#infra/demo/load.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Command } from '../command.ts';
import { findHost } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

const NAMES = DEMOS.map(({ name }) => name);

function demoNamed(name: string | undefined): Demo {
  const found = DEMOS.find((demo) => demo.name === name);
  if (found !== undefined) return found;
  throw new AppError('REQUEST.INVALID', 'no such demo', { details: { known: NAMES } });
}

function readSeed({ defaultSeed, largestSeed }: Demo, text: string | undefined): number {
  if (text === undefined) return defaultSeed;
  const seed = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (seed >= 1 && seed <= largestSeed) return seed;
  throw new AppError('REQUEST.INVALID', 'the seed is out of range', {
    details: { seed: text, from: 1, to: largestSeed },
  });
}

export const demoCommand: Command = {
  name: 'demo',
  usage: `<${NAMES.join('|')}> [--seed <n>] [--force]`,
  chinese: '把合成的演示数据经收件口载入正在运行的系统(已有其他标的时拒绝,--force 除外;同一 --seed 结果相同)',
  english:
    'load synthetic documents through the door of the running host (refused beside other lots unless --force; the same --seed makes the same lots)',
  flags: ['force'],
  options: ['seed'],
  arity: [1, 1],
  async run(args) {
    const demo = demoNamed(args.positionals[0]);
    const seed = readSeed(demo, args.option('seed'));
    const host = findHost(dataDirectory());
    if (!args.has('force')) await refuseOtherLots(host, demo, seed);
    print(`${demo.title},种子 ${seed}:标的、单位、出价均为虚构,仅供演示。`);
    const from = performance.now();
    const { documents, lots, quarantined, refused } = await loadDemo(host, demo, seed, print);
    const seconds = Math.round((performance.now() - from) / 1000);
    const [first, last] = demo.period;
    print(`${seconds} 秒内已载入 ${documents} 份文件:标的 ${lots},待核 ${quarantined},未采用 ${refused}。`);
    print(`标的目录: ${host.url.replace('127.0.0.1', 'localhost')}/`);
    print(`通报: npm run -s hub -- report --from ${first} --to ${last}`);
    return refused > 0 ? 1 : 0;
  },
};
