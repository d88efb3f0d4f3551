import type { DeskFile } from '#shared/domain/files/file.ts';
import { orderName } from './files-in.ts';
import { sizeText } from './size-text.ts';

/** Address of a file for whoever may see it. */
export function fileAddress(id: string): string {
  return `/desk/files/${id}`;
}

function Status({ status, refusal, size, picture }: DeskFile) {
  if (status === 'expected') return <span class="soft">正在检查</span>;
  if (status === 'refused') return <span class="error">没有收下:{refusal}</span>;
  const pixels = picture === null ? '' : `,${picture.width}×${picture.height}`;
  return <span class="soft">{`${sizeText(size ?? 0)}${pixels}`}</span>;
}

/** A file as people see it: small picture or name, what it is or what is wrong with it. */
export function FileLink({ file }: { readonly file: DeskFile }) {
  if (file.status === 'refused') return <span>{file.name}</span>;
  return (
    <a href={fileAddress(file.id)} target="_blank" rel="noopener">
      {file.picture === null ? null : <img src={`${fileAddress(file.id)}/small`} alt="" width="120" loading="lazy" />}
      {file.name}
    </a>
  );
}

export interface FileEntryProps {
  /** The form's field the file stands in. */
  readonly name: string;
  readonly file: DeskFile;
  /** 1, 2, 3, … */
  readonly position: number;
  /** People may change the order. */
  readonly ordered: boolean;
}

/** One file of a field: unticked it is left out when the form is saved; a refused one cannot be kept. */
export function FileEntry({ name, file, position, ordered }: FileEntryProps) {
  const isRefused = file.status === 'refused';
  return (
    <li data-status={file.status}>
      <FileLink file={file} /> <Status {...file} />
      {isRefused ? null : (
        <label>
          <input type="checkbox" name={name} value={file.id} checked />
          <span>保留</span>
        </label>
      )}
      {isRefused || !ordered ? null : (
        <label>
          <span>顺序</span>
          <input type="number" min="1" max="999" name={orderName(name, file.id)} value={String(position)} />
        </label>
      )}
    </li>
  );
}
