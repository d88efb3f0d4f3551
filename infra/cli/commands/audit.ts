import { auditLines } from '../audit/finding-lines.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { Command, ExitCode } from '../command.ts';
import { findHost, readJson } from '../host-client.ts';
import { print, printError } from '../output.ts';
import { dataDirectory } from '../settings.ts';

function printUsage(): ExitCode {
  printError('用法 / usage: hub audit verify [--json]');
  return 2;
}

export const auditCommand: Command = {
  name: 'audit',
  usage: 'verify [--json]',
  chinese: '留痕校验:读出全部办公记录和每日摘要,在本机重新计算,指出哪一本、第几条、哪里不符',
  english: 'check every log of the desk and every sealed day on this machine, and name what was changed',
  flags: ['json'],
  options: [],
  arity: [1, 1],
  async run(args) {
    if (args.positionals[0] !== 'verify') return printUsage();
    const host = findHost(dataDirectory());
    const report = await verifyAudit((path) => readJson(host, path));
    if (args.has('json')) print(JSON.stringify(report));
    else for (const line of auditLines(report)) print(line);
    return report.findings.length === 0 ? 0 : 1;
  },
};
