import { manifests } from '#adapters/manifests.ts';
import type { CapabilityWay } from '#shared/ports/auction-platform.ts';
import type { Command } from '../command.ts';
import { print } from '../output.ts';

function wayText(way: CapabilityWay): string {
  if (typeof way === 'string') return way;
  return 'api' in way ? `api (${way.api}), 否则 ${wayText(way.otherwise)}` : `– (${way.no})`;
}

export const platformsCommand: Command = {
  name: 'platforms',
  usage: '[--json]',
  chinese: '列出平台、能力与可导入的文件类型',
  english: 'list platforms, what each can do and which documents it reads',
  flags: ['json'],
  options: [],
  arity: [0, 0],
  async run(args) {
    if (args.has('json')) {
      const shown = manifests.map(({ id, name, capabilities, documentKinds }) => ({
        id,
        name,
        capabilities,
        documentKinds: Object.keys(documentKinds),
      }));
      print(JSON.stringify(shown));
      return 0;
    }
    for (const { id, name, capabilities, documentKinds } of manifests) {
      print(`${id}  ${name}`);
      const kinds = Object.entries(documentKinds).map(([kind, { title }]) => `${kind} ${title}`);
      print(`  文件类型: ${kinds.join(', ')}`);
      for (const [capability, way] of Object.entries(capabilities)) print(`  ${capability}: ${wayText(way)}`);
    }
    return 0;
  },
};
