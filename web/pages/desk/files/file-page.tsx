import type { DeskFile } from '#shared/domain/files/file.ts';
import { DeskPage, type DeskPageProps } from '../frame.tsx';

/** A file that cannot be shown: it is still looked at, or was not taken. */
export function FilePage({ file, ...frame }: Pick<DeskPageProps, 'caller' | 'assets'> & { readonly file: DeskFile }) {
  const isRefused = file.status === 'refused';
  return (
    <DeskPage {...frame} title={file.name}>
      <h1>{file.name}</h1>
      {isRefused ? (
        <p class="notice wrong">没有收下:{file.refusal}</p>
      ) : (
        <p class="notice">正在检查,一般几秒钟就好,本页会自动刷新。超过一小时仍是这样,请重新上传。</p>
      )}
    </DeskPage>
  );
}
