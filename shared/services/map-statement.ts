import type { DeskStatement } from '../domain/listing/statement.ts';
import type { LotFacts, LotObservation } from '../domain/observation.ts';
import type { SettlementStatement } from '../domain/settlement/statement.ts';
import { AppError } from '../errors/app-error.ts';
import { parseStatement } from '../messages/desk-statement.ts';
import type { MappedDocument, RawDocument } from '../ports/auction-platform.ts';

/** Raised whenever the same statement maps to something else. */
export const STATEMENT_MAPPING_VERSION = 1;

/** Lowest: on equal source time the platform's own word of its lot counts. */
export const STATEMENT_RANK = 0;

/**
 * What the desk states of a lot, in the words of the record; the same for every platform.
 *
 * @throws AppError `DOCUMENT.DRIFT` for anything but a statement about one lot
 */
export function mapStatement({ bytes, subject }: RawDocument): MappedDocument {
  if (subject === undefined) throw new AppError('DOCUMENT.DRIFT', 'a statement of the desk names no lot');
  const stated = parseStatement(bytes);
  const isOfListing = stated.schema === 'desk-statement.v1';
  const clock = isOfListing ? stated.handedOverAt : stated.clock;
  const said = isOfListing ? { facts: listedFacts(stated) } : settledSaying(stated);
  return { clock, lots: [{ externalId: subject, ...said }], bids: [], quarantined: [] };
}

/**
 * Their source time is the handing over, before which no platform showed the lot. So whatever the platform itself says of a
 * fact both speak of (address, round, reference, going live) is newer and counts, and the desk's word stands only where
 * the platform is silent. What only we know (approval, corrections, our record of the handing over) are facts of their
 * own, which no platform's document can touch; a lot's card prefers that record to the platform's claim of when the
 * materials were complete.
 */
function listedFacts(stated: DeskStatement): Partial<LotFacts> {
  const { listing, round, url, submittedAt, approvedAt, corrections, handedOverAt, liveAt } = stated;
  return {
    reference: listing,
    round,
    // The record takes https addresses only.
    ...(/^https:/i.test(url) ? { url } : {}),
    submittedAt,
    approvedAt,
    corrections,
    packageHandedOverAt: handedOverAt,
    ...(liveAt === null ? {} : { liveAt }),
  };
}

/** What came after the sale: the statement's own clock says before or after which pages it stands. */
function settledSaying(stated: SettlementStatement): Omit<LotObservation, 'externalId'> {
  switch (stated.says) {
    case 'milestones':
      return { facts: stated.milestones };
    case 'sale': {
      const { outcome, hammerFen, endedAt, bidders } = stated;
      const price = hammerFen === null ? {} : { hammerPrice: hammerFen };
      const count = bidders === null ? {} : { registrationCount: bidders };
      return { status: outcome, facts: { endsAt: endedAt, ...price, ...count } };
    }
    case 'default':
      return { status: 'defaulted', facts: {} };
  }
}
