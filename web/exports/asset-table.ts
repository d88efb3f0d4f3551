import { NATURE_TEXT } from '#shared/domain/asset/check-asset.ts';
import { PRIORITY_FACTS } from '#shared/domain/asset/priority.ts';
import { divisionName } from '#shared/domain/villages.ts';
import type { AssetLine } from '#shared/services/desk/asset/list-assets.ts';
import { IMPORT_COLUMNS } from '#shared/services/desk/import/columns.ts';
import { areaText } from '../format.ts';
import { LEASE_TEXT, standingText } from '../pages/desk/assets/words.ts';
import { type Cell, inWords, textOrUnknown, words, yuan } from '../report/cells.ts';
import type { Table } from '../report/table.ts';
import { ASSET_CLASS_TEXT } from '../words.ts';

type Column = readonly [heading: string, cell: (line: AssetLine) => Cell];

/** Several things in one cell; unknown where there are none. */
function listed(names: readonly string[]): Cell {
  return textOrUnknown(names.length === 0 ? null : names.join(';'));
}

const { owner, ledgerNumber, name, assetClass, nature, address, area, leaseState, incumbent, leaseUntil } =
  IMPORT_COLUMNS;
const { yearlyRent, permittedUse, certificate, note } = IMPORT_COLUMNS;

// What the import reads has the heading it is read by.
const COLUMNS: readonly Column[] = [
  [owner.title, (line) => words(line.owner.name)],
  ['统一社会信用代码', (line) => textOrUnknown(line.owner.uscc)],
  ['所在', ({ asset }) => words(divisionName(asset.division))],
  [ledgerNumber.title, ({ asset }) => textOrUnknown(asset.ledgerNumber)],
  [name.title, ({ asset }) => words(asset.name)],
  [assetClass.title, ({ asset }) => inWords(asset.assetClass, ASSET_CLASS_TEXT)],
  [nature.title, ({ asset }) => inWords(asset.nature, NATURE_TEXT)],
  [address.title, ({ asset }) => textOrUnknown(asset.address || null)],
  [area.title, ({ asset }) => textOrUnknown(asset.area === null ? null : areaText(asset.area))],
  [permittedUse.title, ({ asset }) => textOrUnknown(asset.permittedUse)],
  [certificate.title, ({ asset }) => listed(asset.certificates.map((each) => `${each.kind} ${each.number}`))],
  ['可分开出租的部分', ({ asset }) => listed(asset.parts.map((part) => part.name))],
  [leaseState.title, ({ asset }) => inWords(asset.lease.state, LEASE_TEXT)],
  [incumbent.title, ({ asset }) => textOrUnknown(asset.lease.incumbent)],
  [leaseUntil.title, ({ asset }) => textOrUnknown(asset.lease.until)],
  [`${yearlyRent.title}(元)`, ({ asset }) => yuan(asset.lease.yearlyRentFen)],
  [
    '优先权人',
    ({ asset }) => listed(asset.priorityHolders.map((each) => `${each.name}:${PRIORITY_FACTS[each.basis].name}`)),
  ],
  ['今天的状态', ({ standing }) => words(standingText(standing))],
  ['占用它的挂牌', ({ standing }) => textOrUnknown(standing.listing)],
  [note.title, ({ asset }) => textOrUnknown(asset.note)],
  ['系统编号', ({ id }) => words(id)],
  ['版本', ({ version }) => words(String(version))],
];

/** The register of assets (资产台账) as a table, a row for each asset. */
export function assetTable(lines: readonly AssetLine[]): Table {
  return {
    headings: COLUMNS.map(([heading]) => heading),
    rows: lines.map((line) => COLUMNS.map(([, cell]) => cell(line))),
  };
}
