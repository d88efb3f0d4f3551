import type { Note } from '#shared/domain/asset/note.ts';
import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import type { FieldErrors, FormValues } from '../form-text.ts';

/** All that an asset's form shows. */
export interface AssetFormView {
  readonly caller: Caller;
  /** Folder of the style sheet and the script. */
  readonly assets: string;
  readonly owner: Owner;
  /** Absent for a new asset. */
  readonly known?: { readonly id: string; readonly version: number } | undefined;
  /** What stands in the fields, without empty rows. */
  readonly values: FormValues;
  /** Files named in the fields, by id. */
  readonly files: ReadonlyMap<string, DeskFile>;
  /** Why it is shown again, and what is wrong by field. */
  readonly refused?: { readonly title: string; readonly errors: FieldErrors } | undefined;
  readonly warnings: readonly Note[];
  /** It was only checked, and nothing is wrong. */
  readonly isChecked?: boolean;
  readonly formKey: string;
  /** Address of the form, to come back to after an upload without scripts. */
  readonly back: string;
  /** Empty rows at the end of each list. */
  readonly spareRows: number;
}

/** A field's name, label, value, and what is to be said beside it. */
export function fieldIn(view: AssetFormView, name: string, label: string, hint?: string) {
  const value = view.values[name];
  const doubts = view.warnings.filter(({ pointer }) => pointer.slice(1).replaceAll('/', '.') === name);
  const beside = [...(hint === undefined ? [] : [hint]), ...doubts.map(({ sentence }) => `请核对:${sentence}`)];
  return {
    name,
    label,
    value: typeof value === 'string' ? value : '',
    hint: beside.length === 0 ? undefined : beside.join(' '),
    error: view.refused?.errors[name],
  };
}
