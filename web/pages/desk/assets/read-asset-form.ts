import {
  ASSET_NATURES,
  type Asset,
  type AssetPart,
  type Certificate,
  PRIORITY_BASES,
  type PriorityHolder,
} from '#shared/domain/asset/asset.ts';
import { ASSET_CLASSES } from '#shared/domain/trade.ts';
import { filesIn } from '../files/files-in.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '../form-text.ts';
import { closeRows, MOST_FORM_ROWS, type RowList, rowsOf } from './asset-values.ts';

const LEASE_STATES = ['vacant', 'leased', 'occupied', 'unknown'] as const;
const LONG_TEXT = 2000;

/**
 * Reads an asset from its form; rows without a name or number are no entries, and new entries get the next free id.
 * @param ownerId owner whose register it is
 * @throws AppError `FORM.INVALID`
 */
export function readAssetForm(values: FormValues, ownerId: string): Asset {
  const closed = closeRows(values);
  const form = formReader(closed);
  const assetClass = form.choice('assetClass', ASSET_CLASSES);
  if (assetClass === null) form.fault('assetClass', '请选择资产类别。');
  const asset: Asset = {
    ownerId,
    name: form.text('name', { required: '请填写资产名称。' }) ?? '',
    assetClass: assetClass ?? 'other',
    nature: form.choice('nature', ASSET_NATURES),
    division: form.text('division', { required: '请选择资产所在的村或镇街。' }) ?? '',
    address: form.text('address', { most: LONG_TEXT }) ?? '',
    area: form.area('area'),
    parts: readParts(form, closed),
    certificates: readCertificates(form, closed),
    pictures: filesIn(closed, 'pictures'),
    lease: {
      state: form.choice('lease.state', LEASE_STATES) ?? 'unknown',
      incumbent: form.text('lease.incumbent'),
      until: form.day('lease.until'),
      yearlyRentFen: form.yuan('lease.yearlyRentFen'),
    },
    priorityHolders: readHolders(form, closed),
    ledgerNumber: form.text('ledgerNumber'),
    permittedUse: form.text('permittedUse', { most: LONG_TEXT }),
    note: form.text('note', { most: LONG_TEXT }),
  };
  refuseFaults(form.errors);
  return asset;
}

function indexes(form: FormReader, closed: FormValues, list: RowList): readonly number[] {
  const rows = rowsOf(closed, list).length;
  if (rows > MOST_FORM_ROWS) form.fault(list, `最多 ${MOST_FORM_ROWS} 行。`);
  return Array.from({ length: rows }, (_, at) => at);
}

/** Gives entries without an id the next number behind a letter that none has. */
function withIds<T extends { readonly id: string | null }>(
  letter: string,
  entries: readonly T[],
): (T & { id: string })[] {
  const used = entries.map(({ id }) => Number(id?.match(/^[a-z](\d{1,4})$/)?.[1] ?? 0));
  let last = Math.max(0, ...used);
  return entries.map((entry) => {
    if (entry.id !== null) return { ...entry, id: entry.id };
    last += 1;
    return { ...entry, id: `${letter}${last}` };
  });
}

function readParts(form: FormReader, closed: FormValues): readonly AssetPart[] {
  const parts = indexes(form, closed, 'parts').map((at) => ({
    id: form.text(`parts.${at}.id`),
    name: form.text(`parts.${at}.name`) ?? '',
    area: form.area(`parts.${at}.area`),
  }));
  return withIds('p', parts);
}

function readCertificates(form: FormReader, closed: FormValues): readonly Certificate[] {
  return indexes(form, closed, 'certificates').map((at) => ({
    kind: form.text(`certificates.${at}.kind`) ?? '权证',
    number: form.text(`certificates.${at}.number`, { required: '请填写权证号码。' }) ?? '',
    file: filesIn(closed, `certificates.${at}.file`).at(-1) ?? null,
  }));
}

function readHolders(form: FormReader, closed: FormValues): readonly PriorityHolder[] {
  const holders = indexes(form, closed, 'priorityHolders').map((at) => ({
    id: form.text(`priorityHolders.${at}.id`),
    name: form.text(`priorityHolders.${at}.name`) ?? '',
    basis: form.choice(`priorityHolders.${at}.basis`, PRIORITY_BASES) ?? ('other' as const),
  }));
  return withIds('h', holders);
}
