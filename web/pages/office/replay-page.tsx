import type { ReplayProgress, ReplayReport } from '#shared/services/replay/replay-report.ts';
import { Layout } from '../layout.tsx';
import { Time } from '../time.tsx';
import { changesText } from './document-page.tsx';
import { ReplayForm, type ReplayTarget } from './replay-form.tsx';
import { ReportTables } from './report.tsx';

interface PreviewProps {
  readonly target: ReplayTarget;
  /** Documents that are to be replayed. */
  readonly documents: number;
  /** What the replay of the first of them would change. */
  readonly preview: ReplayReport;
  readonly stylesheet: string;
}

/** What a replay would change, and the button that lets it. */
export function ReplayPreviewPage({ target, documents, preview, stylesheet }: PreviewProps) {
  const shown = preview.documents.length;
  return (
    <Layout title="重新映射:先看变化" stylesheet={stylesheet}>
      <p>
        <a href="/office/quarantine">← 待核数据</a>
      </p>
      <h1>重新映射:先看变化</h1>
      {documents === 0 ? <p class="notice">这一类问题已经没有待核的文件。</p> : null}
      {documents > shown ? (
        <p class="notice">
          共 {documents} 份文件,以下只预览前 {shown} 份。全部预览可用 hub replay --dry-run。
        </p>
      ) : null}
      <p>{changesText(preview)}。尚未写入。</p>
      <ReportTables report={preview} />
      {documents === 0 ? null : <ReplayForm target={target} label={`确认重新映射 ${documents} 份文件`} confirmed />}
    </Layout>
  );
}

function Counts({ replay: { counts } }: { readonly replay: ReplayProgress }) {
  return (
    <dl>
      <dt>文件</dt>
      <dd>
        {counts.documents} 份,恢复采用 {counts.mended},变为不采用 {counts.broken},仍不采用 {counts.refused}
      </dd>
      <dt>标的</dt>
      <dd>
        {counts.lots} 个,有变化 {counts.changed},读不出内容 {counts.unsupported}
      </dd>
    </dl>
  );
}

/** How far a replay is, and what it changed. While it runs the function tells the browser to look again. */
export function ReplayPage({ replay, stylesheet }: { readonly replay: ReplayProgress; readonly stylesheet: string }) {
  return (
    <Layout title="重新映射" stylesheet={stylesheet}>
      <p>
        <a href="/office/quarantine">← 待核数据</a>
      </p>
      <h1>{replay.done ? '重新映射已完成' : '正在重新映射'}</h1>
      <p>
        {replay.scope},<Time at={replay.requestedAt} /> 由 {replay.requestedBy} 发起。
      </p>
      <p role="status">
        已完成 {replay.reports.length} / {replay.parts} 部分{replay.done ? '。' : ',本页每 2 秒自动刷新。'}
      </p>
      <Counts replay={replay} />
      {replay.reports.map((report) => (
        <ReportTables report={report} />
      ))}
    </Layout>
  );
}
