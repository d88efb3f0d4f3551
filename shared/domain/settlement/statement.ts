import type { Fen } from '../money.ts';
import { addMs, type Instant } from '../time.ts';
import { MILESTONES, type Milestone, toInstant } from './milestone.ts';
import type { Settlement } from './settlement.ts';

/**
 * What the desk states of a lot after its sale: the milestones people recorded, an on-site sale by its minutes, or a
 * default. Nobody's name, no paper. `clock` is its place among the sources.
 */
export type SettlementStatement = { readonly schema: 'desk-settlement.v1'; readonly clock: Instant } & (
  | { readonly says: 'milestones'; readonly milestones: Readonly<Partial<Record<Milestone, Instant>>> }
  | {
      readonly says: 'sale';
      readonly outcome: 'sold' | 'passed-in';
      readonly hammerFen: Fen | null;
      readonly endedAt: Instant;
      readonly bidders: number | null;
    }
  | { readonly says: 'default' }
);

/** A statement, the lot it is about, and when what it rests on was recorded. */
export interface SettledStatement {
  readonly lotId: string;
  readonly recordedAt: Instant;
  readonly statement: SettlementStatement;
}

const SCHEMA = 'desk-settlement.v1';

/**
 * Milestones stand at the anchor, before any page that could show them, so that the platform's own word counts
 * wherever there is one; among themselves by version, one millisecond each.
 */
function milestonesOf({ lotId, anchor, milestones }: Settlement): readonly SettledStatement[] {
  const newest = MILESTONES.flatMap((milestone) => milestones[milestone]?.at(-1) ?? []);
  const last = newest.toSorted((a, b) => a.version - b.version).at(-1);
  if (anchor === null || last === undefined) return [];
  const said = Object.fromEntries(newest.map(({ value }) => [value.milestone, toInstant(value.on)]));
  const clock = addMs(anchor, last.version);
  return [{ lotId, recordedAt: last.at, statement: { schema: SCHEMA, clock, says: 'milestones', milestones: said } }];
}

/** A sale stands where it was first recorded, corrected or not: a platform that reports it after that is newer. */
function saleOf({ lotId, sales }: Settlement): readonly SettledStatement[] {
  const [first, last] = [sales[0], sales.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { outcome, hammerFen, endedAt, bidders } = last.value;
  const clock = addMs(first.at, sales.length - 1);
  const statement = { schema: SCHEMA, clock, says: 'sale', outcome, hammerFen, endedAt, bidders } as const;
  return [{ lotId, recordedAt: last.at, statement }];
}

/** A default follows the sale, so it stands where it was recorded: newer than what showed the sale until then. */
function defaultOf({ lotId, defaulted }: Settlement): readonly SettledStatement[] {
  if (defaulted === null) return [];
  const { at } = defaulted;
  return [{ lotId, recordedAt: at, statement: { schema: SCHEMA, clock: at, says: 'default' } }];
}

/** Everything to be stated of a settlement as it stands. The same for ever once made. */
export function settlementStatements(settlement: Settlement): readonly SettledStatement[] {
  return [...saleOf(settlement), ...milestonesOf(settlement), ...defaultOf(settlement)];
}
