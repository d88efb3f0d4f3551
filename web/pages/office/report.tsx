import type { DocumentTransition, LotReplay, ReplayReport } from '#shared/services/replay/replay-report.ts';
import { differenceLabel, differenceText } from '../../difference-text.ts';
import { Reason } from './complaint.tsx';

const OUTCOME_TEXT = { none: '未解析', applied: '已采用', refused: '未采用' } as const;

function DocumentRow({ document }: { readonly document: DocumentTransition }) {
  const { documentId, before, after, code, reason } = document;
  return (
    <tr>
      <td>
        <a href={`/office/documents/${documentId}`}>{documentId}</a>
      </td>
      <td>
        {OUTCOME_TEXT[before]},待核 {document.complaintsBefore}
      </td>
      <td>
        {OUTCOME_TEXT[after]},待核 {document.complaintsAfter}
        {code === undefined ? null : (
          <p>
            {reason === undefined ? null : <Reason reason={reason} />}
            <span class="soft"> 代码 {code}</span>
          </p>
        )}
      </td>
    </tr>
  );
}

function DocumentTable({ documents }: { readonly documents: readonly DocumentTransition[] }) {
  if (documents.length === 0) return null;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>文件</th>
            <th>现在</th>
            <th>重新映射后</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentRow document={document} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LotRows({ lot }: { readonly lot: LotReplay }) {
  return (
    <>
      {lot.differences.map(({ fact, before, after }) => (
        <tr>
          <td>
            <a href={`/lots/${lot.lotId}`}>{lot.lotId}</a>
          </td>
          <td>{differenceLabel(fact)}</td>
          <td>{differenceText(fact, before)}</td>
          <td>{differenceText(fact, after)}</td>
        </tr>
      ))}
    </>
  );
}

function LotTable({ lots }: { readonly lots: readonly LotReplay[] }) {
  if (lots.length === 0) return null;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>标的</th>
            <th>项目</th>
            <th>现在</th>
            <th>重新映射后</th>
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <LotRows lot={lot} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a replay changes: documents first, then every fact of every lot that differs. */
export function ReportTables({ report }: { readonly report: ReplayReport }) {
  const unsupported = report.lots.filter((lot) => lot.unsupported);
  return (
    <>
      <DocumentTable documents={report.documents} />
      <LotTable lots={report.lots.filter(({ differences }) => differences.length > 0)} />
      {unsupported.length === 0 ? null : (
        <p class="notice">
          以下标的按现在的映射已读不出任何内容,记录保持原样,请人工判断:
          {unsupported.map(({ lotId }) => lotId).join('、')}
        </p>
      )}
    </>
  );
}
