import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { LotTrace, TracedDocument } from '#shared/services/replay/trace-lot.ts';
import { differenceLabel } from '#web/difference-text.ts';
import { timeText } from '#web/format.ts';
import type { Command } from '../command.ts';
import { findHost, readJson } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

const OUTCOME_TEXT = { none: '未解析', applied: '已采用', refused: '未采用' } as const;

function titleOf(code: string): string {
  const titles: Readonly<Record<string, { readonly title: string }>> = ERROR_CODES;
  return titles[code]?.title ?? code;
}

function documentLines(document: TracedDocument): readonly string[] {
  const { documentId, kind, sourceTime, receivedAt, outcome, code, mappingVersion, replay, facts, version } = document;
  const became = [
    OUTCOME_TEXT[outcome] + (code === undefined ? '' : `(${titleOf(code)})`),
    ...(mappingVersion === null ? [] : [`映射版本 ${mappingVersion}`]),
    ...(replay === undefined ? [] : [`由重新映射 ${replay} 读取`]),
    version === null ? '没有新内容' : `记录成为版本 ${version}`,
  ];
  return [
    `${timeText(sourceTime)} ${kind}: ${became.join(',')}`,
    `  ${documentId}`,
    ...(receivedAt === null ? [] : [`  收到 ${timeText(receivedAt)}`]),
    ...(facts.length === 0 ? [] : [`  现值来自此文件: ${facts.map(differenceLabel).join('、')}`]),
  ];
}

export const traceCommand: Command = {
  name: 'trace',
  usage: '<lot> [--json]',
  chinese:
    '说明一个标的的来龙去脉:哪些文件、用哪个映射版本解析、哪些数据出自哪份文件、记录如何变化、统计数字取自哪份快照',
  english:
    'tell the whole story of a lot: its documents, mappings, which facts rest on which, the versions they led to, and the snapshot figures are made from',
  flags: ['json'],
  options: [],
  arity: [1, 1],
  async run(args) {
    const [lot = ''] = args.positionals;
    const path = `/v1/lots/${encodeURIComponent(lot)}/trace`;
    const trace = (await readJson(findHost(dataDirectory()), path)) as LotTrace;
    if (args.has('json')) {
      print(JSON.stringify(trace));
      return 0;
    }
    const { lotId, version, generation, bids, lastDocument, documents, figures } = trace;
    print(`标的 ${lotId}: 记录版本 ${version}(第 ${generation} 代),出价 ${bids},文件 ${documents.length}`);
    if (lastDocument !== null) print(`最后写入: ${lastDocument}`);
    if (figures !== null) print(`统计数字取自快照 ${figures.name}(到变更 ${figures.upToSeq}),摘要 ${figures.etag}`);
    for (const document of documents) for (const line of documentLines(document)) print(line);
    return 0;
  },
};
