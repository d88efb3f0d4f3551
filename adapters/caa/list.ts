import type { LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread, type UnreadFields } from '../kit/drifting.ts';
import { BadRow, need, readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { readLotFacts } from './lot-facts.ts';
import { toLotNumber } from './lot-number.ts';
import { readReply } from './reply.ts';
import { ListReply, ListRow } from './schema.ts';

/** Maps the reply of the list call (标的列表). A field of a row that cannot be read is quarantined, the row goes on without it. */
export function mapList(document: RawDocument): MappedDocument {
  const { value, unread: around } = readReply(ListReply, document);
  const unread = collectUnread();
  unread.add('', around);
  const fields: QuarantinedRow[] = [];

  const rows = [...value.items.entries()];
  const { good, bad } = readRows(
    rows,
    (index) => toPointer('items', index),
    ([index, row]) => readRow(row, unread, (field, reason) => fields.push({ path: `/items/${index}${field}`, reason })),
  );
  refuseIfDrifted(rows.length, bad);
  const { lots, conflicts } = uniqueLots(good);
  return {
    lots,
    bids: [],
    quarantined: [...bad, ...fields, ...conflicts],
    unread: unread.list(),
    ...(typeof value.totalCount === 'number' && { listed: value.totalCount }),
  };
}

function readRow(
  value: unknown,
  unread: UnreadFields,
  noteField: (field: string, reason: string) => void,
): LotObservation {
  const row = ListRow.read(value);
  if (!row.ok) throw new BadRow(row.path, row.reason);
  unread.add('/items/*', row.unread);
  const number = need(toLotNumber(String(row.value.lotId), String(row.value.id ?? '')), '/lotId', 'not a lot number');
  // A lot whose state is not understood is not known at all: the row goes, not the field alone.
  const note = (field: string, reason: string) => {
    if (field === '/lotStatus' || reason === 'a sale without a price') throw new BadRow(field, reason);
    noteField(field, reason);
  };
  const read = need(readLotFacts(row.value, number, note), '/name', 'empty');
  return { externalId: number.externalId, ...(read.status && { status: read.status }), facts: read.facts };
}
