import type { Excerpt } from '#shared/services/quarantine/excerpts.ts';
import type { Complaint } from '#shared/services/records/document-outcome.ts';
import { Place, Reason } from './complaint.tsx';

/** A complaint and the raw text it means. */
export interface ComplaintView extends Complaint {
  /** Empty for a binary file. */
  readonly excerpts: readonly Excerpt[];
}

function ExcerptText({ excerpt }: { readonly excerpt: Excerpt }) {
  const { before, marked, after, line, offset, exact } = excerpt;
  return (
    <figure>
      <figcaption class="soft">
        第 {line} 行,第 {offset + 1} 个字符起{exact ? '' : '(按字词查找,可能不是同一处)'}
      </figcaption>
      <pre class="scroll">
        <code>
          {before}
          <mark>{marked}</mark>
          {after}
        </code>
      </pre>
    </figure>
  );
}

/** Every complaint with the raw text beside it. */
export function ComplaintList({ complaints }: { readonly complaints: readonly ComplaintView[] }) {
  return (
    <>
      {complaints.map(({ path, reason, excerpts }) => (
        <section class="panel">
          <h3>
            <Reason reason={reason} />
          </h3>
          {path === '' ? null : (
            <p>
              位置 <Place path={path} />
            </p>
          )}
          {excerpts.length === 0 ? <p>这是二进制文件(如 Excel),请下载后按上面的单元格位置查看。</p> : null}
          {excerpts.map((excerpt) => (
            <ExcerptText excerpt={excerpt} />
          ))}
        </section>
      ))}
    </>
  );
}
