import type { Asset } from '#shared/domain/asset/asset.ts';
import type { Area } from '#shared/domain/trade.ts';
import { areaValue, type FormValues, yuanValue } from '../form-text.ts';

/** Lists of an asset that a form shows row by row, and the fields of which a row needs one not to be empty. */
const ROW_LISTS = {
  parts: ['name', 'area'],
  certificates: ['number', 'file'],
  priorityHolders: ['name'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type RowList = keyof typeof ROW_LISTS;

/** Most rows of one list in a form. */
export const MOST_FORM_ROWS = 200;

function areaFields(name: string, area: Area | null): FormValues {
  return { [name]: areaValue(area), [`${name}.unit`]: area?.unit ?? 'mu' };
}

/** An asset as the fields of its form. */
export function assetValues(asset: Asset): FormValues {
  const rows = {
    parts: asset.parts.map(({ id, name, area }) => ({ id, name, ...areaFields('area', area) })),
    certificates: asset.certificates.map(({ kind, number, file }) => ({ kind, number, file: file ?? '' })),
    priorityHolders: asset.priorityHolders.map(({ id, name, basis }) => ({ id, name, basis })),
  };
  return {
    ownerId: asset.ownerId,
    name: asset.name,
    assetClass: asset.assetClass,
    nature: asset.nature ?? '',
    division: asset.division,
    address: asset.address,
    ...areaFields('area', asset.area),
    'lease.state': asset.lease.state,
    'lease.incumbent': asset.lease.incumbent ?? '',
    'lease.until': asset.lease.until ?? '',
    'lease.yearlyRentFen': yuanValue(asset.lease.yearlyRentFen),
    ledgerNumber: asset.ledgerNumber ?? '',
    permittedUse: asset.permittedUse ?? '',
    note: asset.note ?? '',
    pictures: asset.pictures,
    ...rowFields(rows),
  };
}

function rowFields(lists: Readonly<Record<RowList, readonly FormValues[]>>): FormValues {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([list, rows]) =>
      rows.flatMap((row, at) => Object.entries(row).map(([field, value]) => [`${list}.${at}.${field}`, value])),
    ),
  );
}

/** The rows of a list in a form, each as its own fields, the empty ones left out. */
export function rowsOf(form: FormValues, list: RowList): readonly FormValues[] {
  const rows = new Map<number, Record<string, string | readonly string[]>>();
  for (const [name, value] of Object.entries(form)) {
    const [, at, field = ''] = new RegExp(`^${list}\\.(\\d{1,3})\\.(.+)$`).exec(name) ?? [];
    if (at === undefined) continue;
    const row = rows.get(Number(at)) ?? {};
    row[field] = value;
    rows.set(Number(at), row);
  }
  const filled = [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  return filled.filter((row) => ROW_LISTS[list].some((field) => String(row[field] ?? '').trim() !== ''));
}

/** The same form with the empty rows taken out, so that the number of a row in it is that of the entry it becomes. */
export function closeRows(form: FormValues): FormValues {
  const others = Object.entries(form).filter(([name]) => !/^(?:parts|certificates|priorityHolders)\./.test(name));
  const lists = {
    parts: rowsOf(form, 'parts'),
    certificates: rowsOf(form, 'certificates'),
    priorityHolders: rowsOf(form, 'priorityHolders'),
  };
  return { ...Object.fromEntries(others), ...rowFields(lists) };
}
