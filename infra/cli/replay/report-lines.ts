import { ERROR_CODES } from '#shared/errors/codes.ts';
import type {
  DocumentTransition,
  LotReplay,
  ReplayCounts,
  ReplayReport,
} from '#shared/services/replay/replay-report.ts';
import { differenceLabel, differenceText } from '#web/difference-text.ts';

const OUTCOME_TEXT = { none: '未解析', applied: '已采用', refused: '未采用' } as const;

function titleOf(code: string | undefined): string {
  const titles: Readonly<Record<string, { readonly title: string }>> = ERROR_CODES;
  return code === undefined ? '' : ` — ${titles[code]?.title ?? code}`;
}

function documentLines(document: DocumentTransition): readonly string[] {
  const { documentId, before, after, complaintsBefore, complaintsAfter, code } = document;
  if (before === after && complaintsBefore === complaintsAfter) return [];
  const was = `${OUTCOME_TEXT[before]},待核 ${complaintsBefore}`;
  return [`文件 ${documentId}: ${was} → ${OUTCOME_TEXT[after]},待核 ${complaintsAfter}${titleOf(code)}`];
}

/** The differences of a lot, a line each. */
export function lotLines({ lotId, differences, unsupported, unreadable }: LotReplay): readonly string[] {
  return [
    ...differences.map(({ fact, before, after }) => {
      const [was, is] = [differenceText(fact, before), differenceText(fact, after)];
      return `标的 ${lotId} ${differenceLabel(fact)}: ${was} → ${is}`;
    }),
    ...(unsupported ? [`标的 ${lotId}: 按现在的映射已读不出任何内容,记录保持原样,请人工判断`] : []),
    ...unreadable.map((documentId) => `标的 ${lotId}: 文件 ${documentId} 按现在的映射不采用`),
  ];
}

/** Every difference of a report, a line each. */
export function reportLines({ documents, lots }: ReplayReport): readonly string[] {
  return [...documents.flatMap(documentLines), ...lots.flatMap(lotLines)];
}

/** The totals of a replay in one line. */
export function countsLine({ documents, refused, mended, broken, lots, changed, unsupported }: ReplayCounts): string {
  return `文件 ${documents}(恢复采用 ${mended},变为不采用 ${broken},不采用 ${refused}),标的 ${lots}(有变化 ${changed},读不出 ${unsupported})`;
}
