import { createHash } from 'node:crypto';
import type { LotReplay } from '#shared/services/replay/replay-report.ts';
import type { LotJson } from '#web/lot-json.ts';
import { lotLines } from '../replay/report-lines.ts';

/** Where the records are not the fold of their documents. */
export function compareWithDocuments(lots: readonly LotReplay[]): readonly string[] {
  return lots.flatMap((lot) => {
    if (!lot.changed && !lot.unsupported) return [];
    const lines = lotLines(lot);
    return lines.length > 0 ? lines : [`标的 ${lot.lotId}: 与其文件不一致`];
  });
}

/** Where the newest version in the feed is not the record's. */
export function compareVersions(lots: readonly LotReplay[], feed: ReadonlyMap<string, LotJson>): readonly string[] {
  return lots.flatMap(({ lotId, version }) => {
    const told = feed.get(lotId)?.version ?? 0;
    return told === version ? [] : [`标的 ${lotId}: 记录版本 ${version},变更里最新是 ${told}`];
  });
}

/** One digest over all that is known of all lots, whatever their order: equal before and after means nothing changed. */
export function digestOfAll(lots: readonly LotReplay[]): string {
  const lines = lots.map(({ lotId, digest }) => `${lotId} ${digest}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}
