import type { Asset } from '#shared/domain/asset/asset.ts';
import { checkAsset } from '#shared/domain/asset/check-asset.ts';
import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readFile } from '#shared/services/desk/files/read-file.ts';
import { AssetFormPage } from '#web/pages/desk/assets/asset-form.tsx';
import type { AssetFormView } from '#web/pages/desk/assets/asset-form-view.ts';
import { closeRows } from '#web/pages/desk/assets/asset-values.ts';
import { readAssetForm } from '#web/pages/desk/assets/read-asset-form.ts';
import { filesIn, withAttached } from '#web/pages/desk/files/files-in.ts';
import { type FormValues, fieldErrorsOf } from '#web/pages/desk/form-text.ts';
import { callerIn } from '../admission.ts';
import { problemOf } from '../answers.ts';
import type { Page } from './desk-answers.ts';
import { type DeskPorts, today } from './desk-ports.ts';
import type { DeskContext } from './desk-routes.ts';
import { deskAssets } from './static.ts';

const SPARE_ROWS = 2;
const MORE_ROWS = 8;

/** What a form of an asset is shown with, beside what stands in it. */
export type FormCase = Pick<AssetFormView, 'owner' | 'known' | 'back' | 'refused'> & {
  readonly values: FormValues;
  /** Of what is stored, or was only checked. */
  readonly checked?: Asset;
  readonly isChecked?: boolean;
  readonly spareRows?: number;
};

/** Files a form names, by id; those that are not there for the caller are left out. */
export async function filesNamed(
  caller: Caller,
  ports: DeskPorts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeskFile>> {
  const found = await Promise.all(
    ids.map((id) =>
      readFile(caller, ports, id).catch((thrown: unknown) => {
        if (thrown instanceof AppError && thrown.code === 'RESOURCE.NOT_FOUND') return undefined;
        throw thrown;
      }),
    ),
  );
  return new Map(found.flatMap((file) => (file === undefined ? [] : [[file.id, file] as const])));
}

/** Fields that hold files: the pictures, and the scan of each certificate. */
function fileFields(values: FormValues): readonly string[] {
  return ['pictures', ...Object.keys(values).filter((name) => /^certificates\.\d+\.file$/.test(name))];
}

/** The form's values with files that were uploaded without scripts. */
function attached(url: string, values: FormValues): FormValues {
  const { searchParams } = new URL(url);
  const names = [...searchParams.keys()].flatMap(
    (key) => /^attach\.((?:certificates\.\d{1,3}\.file)|pictures)$/.exec(key)?.[1] ?? [],
  );
  const added = [...new Set(names)].map((name) => {
    const ids = withAttached(url, name, filesIn(values, name));
    return [name, name === 'pictures' ? ids : ids.slice(-1)] as const;
  });
  return { ...values, ...Object.fromEntries(added) };
}

/** The form of an asset as a page. */
export async function assetForm(context: DeskContext, ports: DeskPorts, shown: FormCase): Promise<Page> {
  const caller = callerIn(context);
  const values = attached(context.req.url, shown.values);
  const ids = fileFields(values).flatMap((name) => filesIn(values, name));
  const { owner, known, refused, checked } = shown;
  const warnings = checked === undefined ? [] : checkAsset(checked, owner.kind, today(ports)).warnings;
  const view: AssetFormView = {
    caller,
    assets: deskAssets,
    owner,
    known,
    values,
    files: await filesNamed(caller, ports, ids),
    refused,
    warnings,
    isChecked: shown.isChecked ?? false,
    formKey: ports.ids.next(),
    back: shown.back,
    spareRows: shown.spareRows ?? SPARE_ROWS,
  };
  return AssetFormPage({ view });
}

/**
 * The form once more where the person asked for no more than rows or a check (`_more`, `_check`); undefined where it is to
 * be saved.
 */
export async function formOnly(
  context: DeskContext,
  ports: DeskPorts,
  form: FormValues,
  shown: Omit<FormCase, 'values'> & { readonly owner: Owner },
): Promise<Page | undefined> {
  const values = closeRows(form);
  if (form['_more'] !== undefined) return assetForm(context, ports, { ...shown, values, spareRows: MORE_ROWS });
  if (form['_check'] === undefined) return undefined;
  try {
    const checked = readAssetForm(form, shown.owner.id);
    const { faults } = checkAsset(checked, shown.owner.kind, today(ports));
    const errors = fieldErrorsOf(faults.map(({ pointer, sentence }) => ({ pointer, detail: sentence })));
    const refused = faults.length === 0 ? undefined : { title: '填写有误', errors };
    return assetForm(context, ports, { ...shown, values, checked, isChecked: true, refused });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { title, errors } = problemOf(thrown, context);
    return assetForm(context, ports, { ...shown, values, refused: { title, errors: fieldErrorsOf(errors) } });
  }
}
