import { type HandoffSource, PAPERS_FOR_PLATFORM, runningRound } from '#shared/domain/handoff/source.ts';
import { PAPER_NAMES } from '#shared/domain/listing/paper-names.ts';
import type { PaperKind } from '#shared/domain/listing/terms.ts';

/** One thing of the package: whether it is in it. */
export interface CheckedPaper {
  readonly isThere: boolean;
  /** Chinese, with ✓ or 缺 before it. */
  readonly text: string;
}

function line(isThere: boolean, name: string): CheckedPaper {
  return { isThere, text: `${isThere ? '✓' : '缺'} ${name}` };
}

/** What of the village's own decision making stays in its files: it is there, and nobody else gets it. */
const KEPT_INSIDE: readonly PaperKind[] = ['resolution', 'publicity-proof', 'approval-reply'];

/** What the package holds and what it lacks; papers that carry votes or the lowest price are named and stay inside. */
export function checklistOf(source: HandoffSource): readonly CheckedPaper[] {
  const { papers } = runningRound(source).terms;
  const countOf = (kind: PaperKind) => papers.filter((paper) => paper.kind === kind).length;
  const pictures = new Set(source.assets.flatMap(({ asset }) => asset.pictures)).size;
  const kept = KEPT_INSIDE.filter((kind) => countOf(kind) > 0);
  return [
    line(true, '公告(Word 与网页各一份)'),
    line(true, '字段表'),
    line(pictures > 0, pictures > 0 ? `图片 ${pictures} 张` : '图片'),
    ...PAPERS_FOR_PLATFORM.map((kind) => {
      const count = countOf(kind);
      return line(count > 0, count > 1 ? `${PAPER_NAMES[kind]} ${count} 份` : PAPER_NAMES[kind]);
    }),
    ...kept.map((kind) => line(true, `${PAPER_NAMES[kind]}(留存产权人处,不随件移交)`)),
  ];
}
