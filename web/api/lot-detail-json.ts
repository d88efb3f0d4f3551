import type { LotCard } from '#shared/domain/lot-card.ts';
import type { LotState, Register } from '#shared/domain/lot-state.ts';
import { OUTCOMES } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Stamp } from '#shared/domain/stamp.ts';
import { formatBeijing, type Instant } from '#shared/domain/time.ts';
import { correctionsJson, lotJson } from '../lot-json.ts';

type FactName = keyof LotFacts;
type NamesOf<Value> = { [K in FactName]: LotFacts[K] extends Value ? K : never }[FactName];

/** Facts in fen; their names end in `Fen` outside. */
const MONEY_FACTS: ReadonlySet<FactName> = new Set<FactName>([
  'startPrice',
  'appraisal',
  'deposit',
  'increment',
  'currentPrice',
  'hammerPrice',
  'maxIncrement',
]);

/** The name of a fact outside, which says its unit. */
function nameOutside(name: FactName): string {
  if (MONEY_FACTS.has(name)) return `${name}Fen`;
  return name === 'escalation' ? `${name}Ppm` : name;
}

function isTime(name: FactName): name is NamesOf<Instant> {
  return name.endsWith('At');
}

function sourceJson({ at, document }: Stamp) {
  return { sourceAt: formatBeijing(at), documentId: document };
}

function writtenFact(name: FactName, value: unknown): unknown {
  return name === 'corrections' ? correctionsJson(value as LotFacts['corrections']) : value;
}

function factJson(name: FactName, { value, stamp }: Register<unknown>) {
  const written = isTime(name) ? formatBeijing(value as Instant) : writtenFact(name, value);
  return [nameOutside(name), { value: written, ...sourceJson(stamp) }] as const;
}

function factsJson(state: LotState) {
  const registers = Object.entries(state.facts) as [FactName, Register<unknown> | undefined][];
  const known = registers.flatMap(([name, register]) => (register === undefined ? [] : [factJson(name, register)]));
  return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function outcomesJson({ outcomes }: LotState) {
  return OUTCOMES.flatMap((outcome) => {
    const stamp = outcomes[outcome];
    return stamp === undefined ? [] : [{ outcome, ...sourceJson(stamp) }];
  });
}

/** Addresses around a lot, from the root of the site. */
function lotLinks({ lotId, endsAt }: LotCard) {
  const self = `/v1/lots/${lotId}`;
  return {
    self,
    bids: `${self}/bids`,
    rounds: `${self}/rounds`,
    calendar: endsAt === null ? null : `${self}/calendar.ics`,
    page: `/lots/${lotId}`,
  };
}

/** What is known of a lot besides its card. */
export interface LotDetail {
  readonly card: LotCard;
  readonly state: LotState;
  /** Bids in our own log. */
  readonly loggedBids: number;
  /** All rounds of the property, this lot included. */
  readonly rounds: readonly LotCard[];
}

/** Everything known of one lot, each fact with the document it was first read in and that document's source time. */
export function lotDetailJson({ card, state, loggedBids, rounds }: LotDetail) {
  const { phase } = state;
  return {
    ...lotJson(card),
    loggedBidCount: loggedBids,
    phase: phase === undefined ? null : { value: phase.value, ...sourceJson(phase.stamp) },
    outcomes: outcomesJson(state),
    facts: factsJson(state),
    rounds: rounds.map(({ lotId }) => lotId),
    links: lotLinks(card),
  };
}
