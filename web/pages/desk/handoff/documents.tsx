import { isTemplateKind, TEMPLATE_FACTS, type TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import { timeText } from '../../../format.ts';
import { fileAddress } from '../files/file-entry.tsx';
import { DeskForm, Submit } from '../form.tsx';

/** What people call a kind of document. */
export function kindName(kind: string): string {
  return isTemplateKind(kind) ? TEMPLATE_FACTS[kind].name : kind;
}

/** Address of a listing's handing over, or of something below it. */
export function handoffAddress(listingId: string, below = ''): string {
  return `/desk/handoff/${listingId}${below}`;
}

/** Documents that were issued, with the way to each and to its stamped scan. */
export function IssuedDocuments({ listing, mayScan }: { readonly listing: Listing; readonly mayScan: boolean }) {
  if (listing.documents.length === 0) return <p class="soft">还没有出具编号的文书。</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">文书</th>
          <th scope="col">文号</th>
          <th scope="col">出具</th>
          <th scope="col">盖章扫描件</th>
        </tr>
      </thead>
      <tbody>
        {listing.documents.map(({ kind, number, sha256, scan, at, by }) => (
          <tr>
            <td>
              <a href={handoffAddress(listing.id, `/documents/${sha256}`)}>{kindName(kind)}(Word)</a>
            </td>
            <td>{number}</td>
            <td>
              {timeText(at)} {by.name}
            </td>
            <td>
              {scan === null ? <span class="soft">未上传</span> : <a href={fileAddress(scan)}>查看</a>}
              {mayScan ? (
                <>
                  {' '}
                  <a href={handoffAddress(listing.id, `/scan?number=${encodeURIComponent(number)}`)}>
                    {scan === null ? '上传' : '更换'}
                  </a>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ResultFormsProps {
  readonly listing: Listing;
  readonly kinds: readonly TemplateKind[];
  readonly formKey: string;
}

/** A button for each document about the result: it is numbered when it is issued. */
export function ResultForms({ listing, kinds, formKey }: ResultFormsProps) {
  return (
    <>
      {kinds.map((kind) => (
        <div class="buttons">
          <DeskForm
            action={handoffAddress(listing.id, `/documents/${kind}`)}
            formKey={`${formKey}-${kind}`}
            version={listing.version}
          >
            <Submit label={`出具${kindName(kind)}`} quiet />
          </DeskForm>
          <a href={handoffAddress(listing.id, `/print/${kind}`)} target="_blank" rel="noopener">
            预览{kindName(kind)}
          </a>
        </div>
      ))}
    </>
  );
}
