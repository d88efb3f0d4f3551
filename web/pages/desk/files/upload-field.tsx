import type { DeskFile } from '#shared/domain/files/file.ts';
import { type FieldProps, fieldId } from '../field.tsx';
import { VerdictList } from '../verdicts.tsx';
import { FileEntry, FileLink } from './file-entry.tsx';

/** What may be chosen: papers and pictures, or pictures only. The bytes decide in the end. */
const ACCEPT = {
  papers: '.pdf,.docx,.xlsx,.jpg,.jpeg,.png,image/jpeg,image/png,application/pdf',
  pictures: 'image/jpeg,image/png,.jpg,.jpeg,.png',
} as const;

const HINT = {
  papers: 'PDF、照片(JPEG、PNG)、Word(docx)或 Excel(xlsx),单个最多 30 MB。',
  pictures: '照片 JPEG 或 PNG,单张最多 20 MB;上传后自动缩小,并去掉拍摄地点等信息。',
} as const;

export interface UploadFieldProps extends FieldProps {
  readonly accept: keyof typeof ACCEPT;
  readonly multiple?: boolean | undefined;
  /** Those it has, in order. */
  readonly files: readonly DeskFile[];
  /** The owner whose matter it is. */
  readonly ownerId: string;
}

function uploadFormId(name: string): string {
  return `${fieldId(name)}-upload`;
}

/**
 * A field of files inside a form: those it has, and a place to add more. With scripts a file goes up at once; without, it is
 * sent by the small form that `UploadForm` puts after the page's own, to which the controls here belong.
 */
export function UploadField(props: UploadFieldProps) {
  const { name, label, accept, multiple = false, files, ownerId, error, verdicts = [], required } = props;
  const [id, form] = [fieldId(name), uploadFormId(name)];
  return (
    <fieldset
      class={error === undefined ? 'field files' : 'field files wrong'}
      data-files={name}
      data-owner={ownerId}
      data-ordered={multiple ? '' : undefined}
    >
      <legend>
        {label}
        {required === true ? <span class="must">必填</span> : null}
      </legend>
      <ol class="files" aria-live="polite">
        {files.map((file, index) => (
          <FileEntry name={name} file={file} position={index + 1} ordered={multiple} />
        ))}
      </ol>
      <label for={id}>{multiple ? '添加文件(可多选)' : '选择文件'}</label>
      <input
        type="file"
        id={id}
        form={form}
        name="file"
        accept={ACCEPT[accept]}
        multiple={multiple}
        aria-describedby={`${id}-hint`}
      />
      <button type="submit" form={form} class="quiet" data-upload-button>
        上传
      </button>
      <p class="hint" id={`${id}-hint`}>
        {props.hint ?? HINT[accept]}
      </p>
      {error === undefined ? null : (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div id={`${id}-checks`} data-checks={name}>
        <VerdictList verdicts={verdicts} />
      </div>
    </fieldset>
  );
}

/** The form an upload field sends without scripts; put it outside the page's own form, once for each field. */
export function UploadForm(props: {
  readonly name: string;
  readonly ownerId: string;
  /** Fresh for each page shown: the key of the upload. */
  readonly formKey: string;
  /** Address of this page with its search, to come back to. */
  readonly back: string;
}) {
  return (
    <form id={uploadFormId(props.name)} method="post" action="/desk/files/form" enctype="multipart/form-data">
      <input type="hidden" name="_key" value={props.formKey} />
      <input type="hidden" name="ownerId" value={props.ownerId} />
      <input type="hidden" name="field" value={props.name} />
      <input type="hidden" name="back" value={props.back} />
    </form>
  );
}

/** Files to look at only, numbered as they stand in the record. */
export function FileList({ files }: { readonly files: readonly DeskFile[] }) {
  if (files.length === 0) return <p class="soft">没有文件</p>;
  return (
    <ol class="files">
      {files.map((file) => (
        <li>
          <FileLink file={file} />
        </li>
      ))}
    </ol>
  );
}
