import type { QuarantineView } from '#shared/services/quarantine/read-quarantine.ts';
import { Layout } from '../layout.tsx';

interface OfficeProps {
  readonly quarantine: QuarantineView;
  readonly stylesheet: string;
}

/** Where the office's work begins: what waits for a person, and where to go. */
export function OfficePage({ quarantine, stylesheet }: OfficeProps) {
  const documents = new Set(quarantine.groups.flatMap(({ documentIds }) => documentIds)).size;
  const waiting = quarantine.groups.length + quarantine.poison.length;
  return (
    <Layout title="资产办工作台" stylesheet={stylesheet}>
      <h1>资产办工作台</h1>
      <ul>
        <li>
          <a href="/office/comparison">平台比较</a>:费用、时效、成交、数据质量,本期通报
        </li>
        <li>
          <a href="/office/quarantine">待核数据</a>
          {waiting === 0 ? ':没有待核的内容' : `:${waiting} 类问题,至少 ${documents} 份文件`}
        </li>
        <li>
          <a href="/">标的目录</a>
        </li>
      </ul>
    </Layout>
  );
}
