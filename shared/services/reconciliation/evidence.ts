import type { Caller } from '../../domain/caller.ts';
import { parseDocumentId } from '../../domain/document.ts';
import { AppError, toAppError } from '../../errors/app-error.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { readFile } from '../desk/files/read-file.ts';
import { keys } from '../records/keys.ts';

const FILE_ID = /^[0-9a-z]{16}$/;

/** A file of the desk, or a document we hold: an id or the address of its page. */
function idIn(text: string): string {
  return (
    text
      .trim()
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  );
}

async function isThere(caller: Caller, ports: { readonly records: ItemStore }, id: string): Promise<boolean> {
  try {
    if (FILE_ID.test(id)) return (await readFile(caller, ports, id)).status === 'ready';
    return (await ports.records.get(keys.document(parseDocumentId(id)))) !== undefined;
  } catch (error) {
    if (['RESOURCE.NOT_FOUND', 'REQUEST.INVALID'].includes(toAppError(error).code)) return false;
    throw error;
  }
}

/**
 * The id of the paper or file somebody names as evidence, by its number or the address of its page.
 * @throws AppError `FORM.INVALID` at `pointer` when there is no such file fit for use
 */
export async function evidenceIn(
  caller: Caller,
  ports: { readonly records: ItemStore },
  text: string,
  pointer: string,
): Promise<string> {
  const id = idIn(text);
  if (await isThere(caller, ports, id)) return id;
  const detail = '没有这个文件,或文件还没有检查完;请填写系统中文件的编号或网址';
  throw new AppError('FORM.INVALID', 'no such evidence', { details: { errors: [{ pointer, detail }] } });
}
