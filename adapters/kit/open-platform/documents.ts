import type { ZodMiniType } from 'zod/mini';
import type { BidObservation } from '#shared/domain/bid.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { type Drifting, drifting, type UnreadFields } from '../drifting.ts';
import { drift } from '../refusal.ts';
import { BadRow, quote, readRows, refuseIfDrifted } from '../rows.ts';
import { uniqueLots } from '../unique-lots.ts';
import { uniqueBids } from './bids.ts';
import { toDeposit, uniqueDeposits } from './deposits.ts';
import { ENVELOPES } from './envelope.ts';
import { toLot, toResult } from './lot.ts';
import { Bid, Deposit, Lot, Result, Settlement } from './schema.ts';
import { toSettlement } from './settlement.ts';

export type DocumentSchema = keyof typeof ENVELOPES;

/** Where a document stands in its carrier (`/data` in an event), what nobody reads of it, and whose it is. */
interface Context {
  readonly at: string;
  readonly unread: UnreadFields;
  /** Hosts of the platform's own pages. */
  readonly hosts: readonly string[];
}

/** What a row is read with. */
interface Given {
  readonly clock: Instant;
  readonly hosts: readonly string[];
}

type Mapping = (value: unknown, context: Context) => MappedDocument;

/** The rows of a document: the one it is about, or a page of them. */
interface Rows {
  readonly field: string;
  readonly values: readonly unknown[];
  readonly isPage: boolean;
  /** How many there are over all pages, where the document says so. */
  readonly total?: number | undefined;
}

/** As `drifting` words it. */
const UNKNOWN_WORD = 'none of the known values';

const one = (field: string, value: unknown): Rows => ({ field, values: [value], isPage: false });
const many = (field: string, values: readonly unknown[]): Rows => ({ field, values, isPage: true });

const lotOf = (row: Lot, { hosts }: Given) => toLot(row, hosts);

const Page = drifting(ENVELOPES['opi.bids.v1']);
const BidRow = drifting(Bid);
const Ledger = drifting(ENVELOPES['opi.deposits.v1']);
const DepositRow = drifting(Deposit);

const MAPPINGS: Readonly<Record<DocumentSchema, Mapping>> = {
  'opi.lot.v1': lotMapping(ENVELOPES['opi.lot.v1'], Lot, ({ lot }) => one('lot', lot), lotOf),
  'opi.lots.v1': lotMapping(
    ENVELOPES['opi.lots.v1'],
    Lot,
    ({ lots, total }) => ({ ...many('lots', lots), total }),
    lotOf,
  ),
  'opi.bids.v1': mapBids,
  'opi.result.v1': lotMapping(ENVELOPES['opi.result.v1'], Result, ({ result }) => one('result', result), toResult),
  'opi.settlement.v1': lotMapping(
    ENVELOPES['opi.settlement.v1'],
    Settlement,
    ({ settlement }) => one('settlement', settlement),
    (row, { clock }) => toSettlement(row, clock),
  ),
  'opi.deposits.v1': mapDeposits,
};

/**
 * Maps a document whose `schema` is settled.
 * @throws AppError `DOCUMENT.DRIFT`
 */
export function mapDocument(value: unknown, schema: DocumentSchema, context: Context): MappedDocument {
  return MAPPINGS[schema](value, context);
}

/**
 * Reads what stands around the rows; without it there is no document.
 * @throws AppError `DOCUMENT.DRIFT`
 */
export function readEnvelope<T>(
  envelope: Drifting<T>,
  value: unknown,
  { at, unread }: Pick<Context, 'at' | 'unread'>,
): T {
  const reading = envelope.read(value);
  if (!reading.ok) {
    throw drift('the document is not of the agreed form', { at: at + reading.path, reason: reading.reason });
  }
  unread.add(at, reading.unread);
  return reading.value;
}

/** A document whose rows each speak of one lot. */
function lotMapping<E extends { readonly platformTime: Instant }, R>(
  envelopeSchema: ZodMiniType<E>,
  rowSchema: ZodMiniType<R>,
  rowsOf: (envelope: E) => Rows,
  toObservation: (row: R, given: Given) => LotObservation,
): Mapping {
  const envelopes = drifting(envelopeSchema);
  const rows = drifting(rowSchema);
  return (value, context) => {
    const envelope = readEnvelope(envelopes, value, context);
    const clock = envelope.platformTime;
    const told = rowsOf(envelope);
    const given = { clock, hosts: context.hosts };
    const { good, bad } = readAll(told, rows, context, (row) => toObservation(row, given));
    const { lots, conflicts } = uniqueLots(good);
    const listed = told.total === undefined ? {} : { listed: told.total };
    return { clock, lots, bids: [], quarantined: [...bad, ...conflicts], unread: context.unread.list(), ...listed };
  };
}

function mapBids(value: unknown, context: Context): MappedDocument {
  const { platformTime: clock, lotId: externalId, bids } = readEnvelope(Page, value, context);
  const { good, bad } = readAll(many('bids', bids), BidRow, context, toBid);
  const unique = uniqueBids(good);
  return {
    clock,
    lots: [],
    bids: unique.bids.length === 0 ? [] : [{ externalId, bids: unique.bids }],
    quarantined: [...bad, ...unique.conflicts],
    unread: context.unread.list(),
  };
}

function mapDeposits(value: unknown, context: Context): MappedDocument {
  const { platformTime: clock, lotId: externalId, deposits: rows } = readEnvelope(Ledger, value, context);
  const { good, bad } = readAll(many('deposits', rows), DepositRow, context, toDeposit);
  const { deposits, conflicts } = uniqueDeposits(good);
  const quarantined = [...bad, ...conflicts];
  return {
    clock,
    lots: [],
    bids: [],
    quarantined,
    unread: context.unread.list(),
    deposits: [{ externalId, deposits, setAside: quarantined.length }],
  };
}

function toBid({ bidId, bidder, priceFen, at, standing }: Bid): BidObservation {
  return { platformBidId: bidId, bidder, price: priceFen, at, standing: standing ?? 'unknown' };
}

function readAll<R, T>(
  { field, values, isPage }: Rows,
  schema: Drifting<R>,
  { at, unread }: Context,
  toRow: (row: R) => T,
) {
  const place = `${at}/${field}`;
  const pathOf = (index: number) => (isPage ? `${place}/${index}` : place);
  const reading = readRows(values, pathOf, (value) => {
    const row = schema.read(value);
    if (!row.ok) throw new BadRow(row.path, withWord(row.reason, row.path, value));
    unread.add(isPage ? `${place}/*` : place, row.unread);
    return toRow(row.value);
  });
  refuseIfDrifted(values.length, reading.bad);
  return reading;
}

/** Names the word nobody knows: whoever sent it needs to see it. Only what can be no name is repeated. */
function withWord(reason: string, path: string, row: unknown): string {
  if (reason !== UNKNOWN_WORD) return reason;
  let found = row;
  for (const name of path.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null) return reason;
    found = Object.getOwnPropertyDescriptor(found, name)?.value;
  }
  return typeof found === 'string' && /^[a-z][a-z0-9_-]{0,39}$/i.test(found) ? `unknown word ${quote(found)}` : reason;
}
