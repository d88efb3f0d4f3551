import type { DocumentEnvelope } from '#shared/domain/document.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { DocumentOutcome } from '#shared/services/records/document-outcome.ts';
import type { ReplayReport } from '#shared/services/replay/replay-report.ts';
import { documentTitle, type Platforms, platformName } from '../../platforms.ts';
import { Layout } from '../layout.tsx';
import { Time } from '../time.tsx';
import { ComplaintList, type ComplaintView } from './excerpts.tsx';
import { ReplayForm } from './replay-form.tsx';
import { ReportTables } from './report.tsx';

/** All that is known of one stored document. */
export interface DocumentProps {
  readonly documentId: string;
  readonly envelope: DocumentEnvelope;
  /** Bytes. */
  readonly size: number;
  /** Absent while it has not been mapped. */
  readonly outcome: DocumentOutcome | undefined;
  readonly complaints: readonly ComplaintView[];
  /** What today's mapping would change. */
  readonly preview: ReplayReport;
  /** Auditors look and change nothing. */
  readonly mayReplay: boolean;
  readonly platforms: Platforms;
  readonly stylesheet: string;
}

function EnvelopeFacts({ documentId, envelope, size, platforms }: DocumentProps) {
  return (
    <dl>
      <dt>平台与文件</dt>
      <dd>
        {platformName(platforms, envelope.platform)},{documentTitle(platforms, documentId) ?? envelope.kind}
      </dd>
      <dt>观察时间</dt>
      <dd>
        <Time at={envelope.observedAt} />
      </dd>
      <dt>收到时间</dt>
      <dd>
        <Time at={envelope.receivedAt} />
      </dd>
      <dt>来源</dt>
      <dd>{envelope.source}</dd>
      {envelope.subject === undefined ? null : (
        <>
          <dt>所属标的</dt>
          <dd>{envelope.subject}</dd>
        </>
      )}
      <dt>送交人</dt>
      <dd>{envelope.broughtBy}</dd>
      <dt>大小</dt>
      <dd>{size} 字节</dd>
      <dt>sha256</dt>
      <dd>
        <code>{envelope.sha256}</code>
      </dd>
    </dl>
  );
}

function OutcomeText({ outcome }: Pick<DocumentProps, 'outcome'>) {
  if (outcome === undefined) return <p class="notice">还没有解析。</p>;
  if (outcome.outcome === 'refused') {
    const { title, wayOut } = ERROR_CODES[outcome.code];
    return (
      <p class="notice">
        整份文件没有采用:{title}。{wayOut} <span class="soft">代码 {outcome.code}</span>
      </p>
    );
  }
  return (
    <p>
      已采用:标的 {outcome.lots},出价 {outcome.bids},待核 {outcome.quarantined},未读字段 {outcome.unread}
      ;映射版本 {outcome.mappingVersion}。
    </p>
  );
}

/** Says in one line what a replay would do. */
export function changesText({ documents, lots }: ReplayReport): string {
  const changed = lots.filter((lot) => lot.changed).length;
  const refused = documents.filter(({ after }) => after === 'refused').length;
  const left = documents.reduce((sum, { complaintsAfter }) => sum + complaintsAfter, 0);
  return `文件 ${documents.length} 份(其中仍不采用 ${refused} 份),标的 ${lots.length} 个(其中有变化 ${changed} 个),剩余待核 ${left} 处`;
}

/** One stored document: what it is, what became of it, every complaint beside the raw text, and what a replay would change. */
export function DocumentPage(props: DocumentProps) {
  const { documentId, outcome, complaints, preview, mayReplay, stylesheet } = props;
  const kept = outcome?.outcome === 'applied' ? outcome.quarantined - complaints.length : 0;
  return (
    <Layout title="原始文件" stylesheet={stylesheet}>
      <p>
        <a href="/office/quarantine">← 待核数据</a>
      </p>
      <h1>原始文件</h1>
      <p class="soft">{documentId}</p>
      <EnvelopeFacts {...props} />
      <p>
        <a href={`/office/documents/${documentId}/raw`}>下载原始文件</a>
      </p>
      <h2>解析结果</h2>
      <OutcomeText outcome={outcome} />
      {complaints.length === 0 ? null : <h2>疑问与原文</h2>}
      <ComplaintList complaints={complaints} />
      {kept > 0 ? <p>另有 {kept} 处没有逐条保存,重新映射时会再次列出。</p> : null}
      <h2>按现在的映射重新解析,会有什么变化</h2>
      <p>{changesText(preview)}。</p>
      <ReportTables report={preview} />
      {mayReplay ? <ReplayForm target={{ document: documentId }} label="重新映射这份文件" /> : null}
    </Layout>
  );
}
