import { NATURE_TEXT } from '#shared/domain/asset/check-asset.ts';
import { PRIORITY_FACTS } from '#shared/domain/asset/priority.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { fen, formatYuan } from '#shared/domain/money.ts';
import { divisionName } from '#shared/domain/villages.ts';
import { ASSET_CLASS_TEXT, UNKNOWN } from '../../../words.ts';
import { LEASE_TEXT } from './words.ts';

const FIELD_TEXT: Readonly<Record<string, string>> = {
  name: '名称',
  kind: '性质',
  uscc: '统一社会信用代码',
  division: '所在',
  contact: '联系人',
  phone: '电话',
  ownerId: '产权人',
  assetClass: '资产类别',
  nature: '资产性质',
  address: '坐落',
  area: '面积',
  thousandths: '数值',
  unit: '单位',
  parts: '部分',
  certificates: '权证',
  number: '号码',
  file: '扫描件',
  pictures: '照片',
  lease: '承租',
  state: '状态',
  incumbent: '承租人',
  until: '合同到期日',
  yearlyRentFen: '年租金',
  priorityHolders: '优先权人',
  basis: '依据',
  ledgerNumber: '资产编号',
  permittedUse: '用途',
  note: '备注',
  id: '编号',
};

const VALUE_TEXT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assetClass: ASSET_CLASS_TEXT,
  nature: NATURE_TEXT,
  state: LEASE_TEXT,
  unit: { mu: '亩', m2: '平方米' },
  kind: { collective: '村集体', state: '国有单位' },
  basis: Object.fromEntries(Object.entries(PRIORITY_FACTS).map(([basis, { name }]) => [basis, name])),
};

/** The name of a changed field: 承租·合同到期日. Entries of lists keep their number or id. */
export function fieldText(pointer: string): string {
  const names = pointer.split('/').slice(1);
  return names.map((name) => FIELD_TEXT[name] ?? name).join('·');
}

/** A changed value in the words people use. */
export function valueText(pointer: string, value: JsonValue): string {
  if (value === null) return UNKNOWN;
  const field = pointer.split('/').at(-1) ?? '';
  if (typeof value === 'number' && field === 'thousandths') return String(value / 1000);
  if (typeof value === 'number' && field === 'yearlyRentFen') return `${formatYuan(fen(value))} 元`;
  if (typeof value !== 'string') return String(value);
  return field === 'division' ? divisionName(value) : (VALUE_TEXT[field]?.[value] ?? value);
}
