import type { Justification } from '#shared/domain/listing/events.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { fen } from '#shared/domain/money.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { endRound } from '#shared/services/desk/listing/end-round.ts';
import { handOver } from '#shared/services/desk/listing/hand-over.ts';
import type { ListingPorts } from '#shared/services/desk/listing/listing-ports.ts';
import { openRound } from '#shared/services/desk/listing/open-round.ts';
import { passStep } from '#shared/services/desk/listing/pass-step.ts';
import { recordPlacement } from '#shared/services/desk/listing/record-placement.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { submitListing } from '#shared/services/desk/listing/submit-listing.ts';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import type { Command } from '#shared/services/events/aggregate.ts';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { day } from '#test/support/desk-terms.ts';

/** What somebody does to a listing. */
export interface RealCommand {
  readonly does:
    | 'submit'
    | 'edit'
    | 'return'
    | 'township'
    | 'office'
    | 'hand-over'
    | 'place'
    | 'failed'
    | 'sold'
    | 'defaulted'
    | 'again'
    | 'withdraw'
    | 'take-down';
  readonly terms: ListingTerms;
  readonly justifications: readonly Justification[];
}

const PACKAGE = {
  packageSha256: 'a'.repeat(64),
  documents: [{ kind: 'notice', number: '吴农交〔2024〕1号', sha256: 'b'.repeat(64) }],
};
const PLACEMENT = { url: `https://${PUBLIC}.example.invalid/lot/1`, liveAt: null };
const DECIDED = { decidedBy: '社管会', decidedOn: day('2024-05-05') };

type Act = (ports: ListingPorts, id: string, command: Command, asked: RealCommand) => Promise<unknown>;

function pass(step: 'township' | 'office'): Act {
  return (ports, id, command) => passStep(PEOPLE[step], ports, id, command, { step, opinion: '同意', papers: [] });
}

function end(outcome: 'failed' | 'sold' | 'defaulted'): Act {
  return (ports, id, command) => {
    const common = { at: ports.clock.now(), cause: '平台公告' };
    const ending = outcome === 'sold' ? { ...common, outcome, hammerFen: fen(56_000_00) } : { ...common, outcome };
    return endRound(PEOPLE.office, ports, id, command, ending);
  };
}

const ACTS: Readonly<Record<RealCommand['does'], Act>> = {
  submit: (ports, id, command, { justifications }) =>
    submitListing(PEOPLE.clerk, ports, id, command, { justifications }),
  edit: (ports, id, command, { terms }) => editListing(PEOPLE.clerk, ports, id, command, { terms }),
  return: (ports, id, command) =>
    returnListing(PEOPLE.township, ports, id, command, { step: 'township', reason: '请核对' }),
  township: pass('township'),
  office: pass('office'),
  'hand-over': (ports, id, command) => handOver(PEOPLE.office, ports, id, command, PACKAGE),
  place: (ports, id, command) =>
    recordPlacement(PEOPLE.operator, ports, id, command, { ...PLACEMENT, lotId: toLotId(PUBLIC, command.id) }),
  failed: end('failed'),
  sold: end('sold'),
  defaulted: end('defaulted'),
  again: (ports, id, command, { terms }) => openRound(PEOPLE.clerk, ports, id, command, { terms, ...DECIDED }),
  withdraw: (ports, id, command) => withdrawListing(PEOPLE.clerk, ports, id, command, { reason: '改作他用' }),
  'take-down': (ports, id, command) => withdrawListing(PEOPLE.office, ports, id, command, { reason: '平台已下架' }),
};

/** Carries out a command with the desk's own services, as the person whose part it is. */
export function actReally(ports: ListingPorts, id: string, command: Command, asked: RealCommand): Promise<unknown> {
  return ACTS[asked.does](ports, id, command, asked);
}
