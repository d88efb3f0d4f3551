import type { Asset } from '../../../domain/asset/asset.ts';
import { checkAsset } from '../../../domain/asset/check-asset.ts';
import { type Difference, differences } from '../../../domain/asset/differences.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import type { Caller } from '../../../domain/caller.ts';
import { beijingDate, type LocalDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { createdId, load } from '../../events/load.ts';
import { assetAggregate } from '../asset/asset-aggregate.ts';
import { type AssetCard, assetsOf } from '../asset/asset-cards.ts';
import { keptOwners } from '../asset/kept-owners.ts';
import type { CellFault } from './cell-values.ts';
import type { ImportMapping } from './mapping.ts';
import { assetOfRow, mergeRow } from './merge-row.ts';
import { type ReadRow, readRows } from './read-rows.ts';
import { ownerOfRow } from './row-owner.ts';
import { MOST_ROWS, type Sheet } from './sheet.ts';

type AssetRow = Extract<ReadRow, { kind: 'asset' }>;

/** What would become of one row: a new asset, a change of a known one, nothing, or a refusal that names the cells. */
export type PlannedRow =
  | { readonly row: number; readonly what: 'new'; readonly read: AssetRow; readonly id: string; readonly asset: Asset }
  | {
      readonly row: number;
      readonly what: 'amend';
      readonly read: AssetRow;
      readonly id: string;
      readonly asset: Asset;
      readonly differences: readonly Difference[];
    }
  | { readonly row: number; readonly what: 'unchanged'; readonly id: string; readonly asset: Asset }
  | {
      readonly row: number;
      readonly what: 'faulty';
      readonly name: string | null;
      readonly faults: readonly CellFault[];
    }
  | { readonly row: number; readonly what: 'skipped'; readonly sentence: string };

/** A table and how it is read. */
export interface ImportOrder {
  readonly importId: string;
  /** Owner of rows that name none. */
  readonly ownerId: string | null;
  readonly sheets: readonly Sheet[];
  readonly mapping: ImportMapping;
}

/** What rows are held against. */
interface Register {
  readonly owners: readonly Owner[];
  readonly cards: ReadonlyMap<string, readonly AssetCard[]>;
  readonly today: LocalDate;
  /** Where each ledger number of each owner was seen first in the table. */
  readonly seen: Map<string, number>;
}

const READ_AT_ONCE = 25;

/**
 * Says of every row what an import would do with it; writes nothing.
 * @throws AppError `IMPORT.TOO_LARGE` beyond 2,000 rows
 */
export async function planImport(
  caller: Caller,
  ports: EventPorts,
  order: ImportOrder,
): Promise<readonly PlannedRow[]> {
  const rows = readRows(order.sheets[order.mapping.sheet], order.mapping);
  if (rows.length > MOST_ROWS) {
    throw new AppError('IMPORT.TOO_LARGE', 'the table has too many rows', {
      details: { rows: rows.length, most: MOST_ROWS },
    });
  }
  const register = await readRegister(caller, ports);
  const planned: PlannedRow[] = [];
  for (let from = 0; from < rows.length; from += READ_AT_ONCE) {
    const slice = rows.slice(from, from + READ_AT_ONCE);
    planned.push(...(await Promise.all(slice.map((row) => planRow(ports, order, register, row)))));
  }
  return planned;
}

async function readRegister(caller: Caller, ports: EventPorts): Promise<Register> {
  const today = beijingDate(ports.clock.now());
  const owners = await keptOwners(caller, ports);
  const cards = await Promise.all(owners.map(async (owner) => [owner.id, await assetsOf(ports, owner)] as const));
  return { owners, cards: new Map(cards), today, seen: new Map() };
}

async function planRow(ports: EventPorts, order: ImportOrder, register: Register, read: ReadRow): Promise<PlannedRow> {
  const { row } = read;
  if (read.kind === 'skipped') return { row, what: 'skipped', sentence: read.sentence };
  if (read.kind === 'faulty') return { row, what: 'faulty', name: read.name, faults: read.faults };
  const faulty = (sentence: string): PlannedRow => ({
    row,
    what: 'faulty',
    name: read.facts.name,
    faults: [{ at: read.nameAt, sentence }],
  });
  const owner = ownerOfRow(read.facts.ownerName, order.ownerId, register.owners);
  if (typeof owner === 'string') return faulty(owner);
  const before = firstOfNumber(register, owner, read);
  if (before !== undefined) return faulty(`资产编号与第${before}行相同`);
  const known = await knownAsset(ports, order, register, owner, read);
  return typeof known === 'string' ? faulty(known) : compare(order, register, owner, read, known);
}

/** The earlier row of the table with the same ledger number. */
function firstOfNumber({ seen }: Register, owner: Owner, { row, facts }: AssetRow): number | undefined {
  if (facts.ledgerNumber === null) return undefined;
  const key = `${owner.id} ${facts.ledgerNumber}`;
  const first = seen.get(key);
  if (first === undefined) seen.set(key, row);
  return first;
}

/** Id of the asset a row makes: it follows from the table and the row, so that carrying on makes nothing twice. */
function idOfRow({ hash }: EventPorts, { importId, mapping }: ImportOrder, row: number): string {
  return createdId(hash, 'asset', `import:${importId}`, `${mapping.sheet}:${row}`);
}

/** The asset a row is about: by ledger number, else the one this very row made before. */
async function knownAsset(
  ports: EventPorts,
  order: ImportOrder,
  { cards }: Register,
  owner: Owner,
  { row, facts }: AssetRow,
): Promise<{ readonly id: string; readonly asset: Asset | undefined } | string> {
  const number = facts.ledgerNumber;
  const same = number === null ? [] : (cards.get(owner.id) ?? []).filter(({ asset }) => asset.ledgerNumber === number);
  if (same.length > 1) return `台账中有${same.length}项资产都是这个编号,请先在台账中更正`;
  const id = same[0]?.id ?? idOfRow(ports, order, row);
  return { id, asset: (await load(ports, assetAggregate, id))?.state.asset };
}

function compare(
  { mapping }: ImportOrder,
  { today }: Register,
  owner: Owner,
  read: AssetRow,
  known: { readonly id: string; readonly asset: Asset | undefined },
): PlannedRow {
  const { row, facts, nameAt } = read;
  const { id, asset: before } = known;
  const assetClass = facts.assetClass ?? before?.assetClass ?? mapping.assetClass;
  const faulty = (sentences: readonly string[]): PlannedRow => ({
    row,
    what: 'faulty',
    name: facts.name,
    faults: sentences.map((sentence) => ({ at: nameAt, sentence })),
  });
  if (assetClass === null) return faulty(['没有资产类别,请在上面选择“没有写类别的资产”按哪一类登记']);
  if (before !== undefined && before.ownerId !== owner.id) return faulty(['这一行已导入到另一个产权人名下']);
  const asset = before === undefined ? assetOfRow(facts, owner, assetClass) : mergeRow(before, facts);
  const { faults } = checkAsset(asset, owner.kind, today);
  if (faults.length > 0) return faulty(faults.map(({ sentence }) => sentence));
  if (before === undefined) return { row, what: 'new', read, id, asset };
  const changed = differences(before, asset);
  return changed.length === 0
    ? { row, what: 'unchanged', id, asset }
    : { row, what: 'amend', read, id, asset, differences: changed };
}
