import type { PlatformLedger, PublishedTotal } from '#shared/services/quarantine/read-ledger.ts';
import { UNKNOWN } from '../../words.ts';
import { Time } from '../time.tsx';
import { percentText } from './figure-text.ts';
import { FigureTable } from './table.tsx';

/** How the record of a platform stands now, the platform named. */
export interface LedgerLine extends PlatformLedger {
  readonly name: string;
  /** Lots of the platform in the newest facts, of any time and kind. */
  readonly received: number;
}

const PUBLISHED = '平台公布总数(截至)';

function Published({ total }: { readonly total: PublishedTotal | null }) {
  if (total === null) return <span class="soft">{UNKNOWN}</span>;
  return (
    <>
      <a href={`/office/documents/${total.documentId}`} title="公布总数的原始文件">
        {total.listed}
      </a>
      (<Time at={total.at} />)
    </>
  );
}

/** Documents that were repaired, and the platform's own total beside what was received (采集台账). */
export function Ledger({ lines }: { readonly lines: readonly LedgerLine[] }) {
  return (
    <>
      <FigureTable
        caption="采集台账(现时状态,不属于快照)"
        head={['平台', '曾待核文件', '已修复', '未修复', '修复率', PUBLISHED, '已收标的', '差额']}
        words={['曾待核文件', '已修复', '修复率', PUBLISHED, '差额']}
        rows={lines.map(({ platform, name, complained, repaired, open, repairRate, total, received }) => [
          name,
          complained,
          repaired,
          <a href="/office/quarantine">{open}</a>,
          percentText(repairRate),
          <Published total={total} />,
          <a href={`/?${new URLSearchParams({ platform })}`}>{received}</a>,
          total === null ? UNKNOWN : total.listed - received,
        ])}
      />
      <p class="soft">
        现时状态,不属于快照:与所选期间、筛选和数据指纹无关。修复率=曾待核而今已无待核内容的文件占曾待核文件的比例。差额=平台公布总数-已收标的:为正的,可能漏收;平台的列表不再列出已结束的标的时,差额为负。
      </p>
    </>
  );
}
