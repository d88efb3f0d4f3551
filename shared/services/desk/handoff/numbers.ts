import { systemCaller } from '../../../domain/caller.ts';
import type { TemplateKind } from '../../../domain/handoff/template-kind.ts';
import { programActor } from '../../../domain/people/reach.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { Aggregate, Commander } from '../../events/aggregate.ts';
import { commit } from '../../events/commit.ts';
import type { EventPorts } from '../../events/event-ports.ts';

/** What a number is for: one document of one round of one listing. Asking again for the same gives the same number. */
export interface NumberedFor {
  readonly listingId: string;
  readonly round: number;
  readonly kind: TemplateKind;
}

interface NumberClaimed {
  readonly type: 'number-claimed';
  readonly data: NumberedFor & {
    /** As printed. */
    readonly number: string;
    /** Id of the person for whose document it was taken. */
    readonly takenBy: string;
  };
}

/** Numbers of one kind of document in one year, by what they are for. */
type NumberBook = ReadonlyMap<string, string>;

function nameOf({ listingId, round, kind }: NumberedFor): string {
  return `${kind}/${listingId}/${round}`;
}

/** A year's log of one kind of document; the n-th event takes the number n. */
const numbersAggregate: Aggregate<NumberBook, NumberClaimed> = {
  kind: 'numbers',
  fold: (book, { event }) => new Map(book).set(nameOf(event.data), event.data.number),
};

/**
 * Who writes the log: always the same, so that a claim made again by somebody else, after a crash, is the same command.
 */
const CALLER = systemCaller('numbers');
const COMMANDER: Commander = { caller: CALLER, actor: programActor(CALLER) };

/** A number to be taken. */
export interface NumberClaim extends NumberedFor {
  /** What stands before the year: 吴资交告. */
  readonly series: string;
  /** Day the document bears; its year is the number's. Follows from the listing, so that a repeated claim names it again. */
  readonly day: LocalDate;
  /** Id of the person who needs it. */
  readonly takenBy: string;
}

/**
 * Takes the next number (文号) of a kind and year, or finds the one already taken for this document. Numbers of a year run
 * 1, 2, 3 without gaps, for each is the place of its event in the log. @throws AppError `STORE.CONTENTION`
 *
 * @example '吴资交告〔2026〕1号'
 */
export async function claimNumber(ports: EventPorts, claim: NumberClaim): Promise<string> {
  const { listingId, round, kind, series, day, takenBy } = claim;
  const purpose: NumberedFor = { listingId, round, kind };
  const year = day.slice(0, 4);
  const command = { id: nameOf(purpose), body: { ...purpose } };
  const committed = await commit(
    ports,
    numbersAggregate,
    `${kind}-${year}`,
    COMMANDER,
    command,
    (book): NumberClaimed => {
      const number = `${series}〔${year}〕${(book?.size ?? 0) + 1}号`;
      return { type: 'number-claimed', data: { ...purpose, number, takenBy } };
    },
  );
  const number = committed.state.get(nameOf(purpose));
  if (number === undefined) throw new Error('a claim leaves its number in the book');
  return number;
}
