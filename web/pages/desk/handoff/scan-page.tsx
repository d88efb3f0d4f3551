import type { DeskFile } from '#shared/domain/files/file.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import { UploadField, UploadForm } from '../files/upload-field.tsx';
import { DeskForm, ErrorSummary, Submit } from '../form.tsx';
import type { FieldErrors } from '../form-text.ts';
import { DeskPage, type DeskPageProps } from '../frame.tsx';
import { handoffAddress, kindName } from './documents.tsx';

interface ScanPageProps extends Pick<DeskPageProps, 'caller' | 'assets'> {
  readonly listing: Listing;
  readonly number: string;
  readonly files: readonly DeskFile[];
  readonly formKey: string;
  readonly errors?: FieldErrors | undefined;
}

/** Where the stamped scan of a document is brought back. */
export function ScanPage({ listing, number, files, formKey, errors, ...frame }: ScanPageProps) {
  const kind = listing.documents.find((document) => document.number === number)?.kind ?? '';
  const back = handoffAddress(listing.id, `/scan?number=${encodeURIComponent(number)}`);
  return (
    <DeskPage {...frame} title="上传盖章扫描件" here="listings">
      <h1>
        {kindName(kind)} {number}
      </h1>
      {errors === undefined ? null : <ErrorSummary title="还不能保存" errors={errors} />}
      <DeskForm action={handoffAddress(listing.id, '/scan')} formKey={formKey} version={listing.version}>
        <input type="hidden" name="number" value={number} />
        <UploadField
          name="scan"
          label="盖章后的扫描件或照片"
          accept="papers"
          files={files}
          ownerId={listing.ownerId}
          error={errors?.['scan']}
          required
        />
        <Submit label="保存" />
      </DeskForm>
      <UploadForm name="scan" ownerId={listing.ownerId} back={back} formKey={`${formKey}-upload`} />
      <p>
        <a href={handoffAddress(listing.id)}>返回</a>
      </p>
    </DeskPage>
  );
}
