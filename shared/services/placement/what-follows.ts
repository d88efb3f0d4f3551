import type { Listing, ListingRound } from '../../domain/listing/listing.ts';
import { currentRound, lastApproved } from '../../domain/listing/progress.ts';
import { decodeKeyPart } from '../../domain/lot-id.ts';
import type { Outcome } from '../../domain/lot-status.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import { mayBeAtPlatform } from '../../domain/placement/next.ts';
import type { Placement, PlacementWay } from '../../domain/placement/placement.ts';
import { mayHappenTo } from '../../domain/placement/transitions.ts';

/** What a listing's log makes of a placement: the event, and the id of the command that writes it once. */
export interface Following {
  readonly commandId: string;
  readonly event: PlacementEvent;
}

const OUTCOMES: Readonly<Record<'sold' | 'failed' | 'defaulted', Outcome>> = {
  sold: 'sold',
  failed: 'passed-in',
  defaulted: 'defaulted',
};

/**
 * What is still to be written about the placement of a round, by what its listing says, the most pressing first. None of it
 * is written twice: a command id that stands in the log is left out by whoever writes.
 *
 * @param way how a platform is reached from now on, where a placement is opened
 */
export function whatFollows(
  listing: Listing,
  round: ListingRound,
  placement: Placement | undefined,
  way: PlacementWay,
): readonly Following[] {
  const isRunning = round.number === currentRound(listing).number;
  if (round.ended !== null || !isRunning) return possible(placement, [ending(round)]);
  switch (listing.state) {
    case 'draft':
    case 'review':
      return possible(placement, [unsent(listing)]);
    case 'withdrawn':
      return possible(placement, [withdrawal(listing, round, placement)]);
    case 'approved':
    case 'handed-over':
    case 'placed':
      return possible(placement, [
        opening(listing, round, way),
        ...byHand(round, placement),
        ...amendment(round, placement),
      ]);
    default:
      return [];
  }
}

function possible(placement: Placement | undefined, wanted: readonly (Following | undefined)[]): readonly Following[] {
  return wanted.flatMap((one) => (one !== undefined && mayHappenTo(placement?.state, one.event.type) ? [one] : []));
}

function ending({ number, ended }: ListingRound): Following | undefined {
  if (ended === null) return undefined;
  return { commandId: `end-${number}`, event: { type: 'ended', data: { outcome: OUTCOMES[ended.ending.outcome] } } };
}

/** Nobody was given anything: an approved listing is only returned before its package is handed over. */
function unsent({ version, steps }: Listing): Following {
  const reason = steps.find(({ outcome }) => outcome === 'returned')?.words ?? '挂牌已退回修改';
  return {
    commandId: `unsent-${version}`,
    event: { type: 'withdrawn', data: { reason, said: 'never-sent' } },
  };
}

/** A listing withdrawn while its platform may have it, which nobody may do: then the platform is asked to take it down. */
function withdrawal(
  { version, withdrawal: done }: Listing,
  { handedOver }: ListingRound,
  placement: Placement | undefined,
): Following | undefined {
  const reason = done?.reason ?? '';
  const commandId = `withdrawn-${version}`;
  if (placement === undefined || handedOver === null || !mayBeAtPlatform(placement, true)) {
    return { commandId, event: { type: 'withdrawn', data: { reason, said: 'never-sent' } } };
  }
  if (placement.way === 'handoff') return { commandId, event: { type: 'withdrawn', data: { reason, said: 'person' } } };
  return placement.withdrawal === null
    ? { commandId, event: { type: 'withdrawal-asked', data: { reason } } }
    : undefined;
}

/** Opened once for each approval; a package somebody handed over by hand stays by hand. */
function opening(listing: Listing, { number, handedOver }: ListingRound, way: PlacementWay): Following | undefined {
  const { id, ownerId, choice, version } = listing;
  if (choice === null) return undefined;
  const data = { listingId: id, round: number, platform: choice.platform, ownerId };
  return {
    commandId: `open-${lastApproved(listing)?.version ?? version}`,
    event: { type: 'opened', data: { ...data, way: handedOver === null ? way : 'handoff' } },
  };
}

/** What people did beside the system: the package given out by hand, the address brought back. */
function byHand({ handedOver, placed }: ListingRound, placement: Placement | undefined): readonly Following[] {
  if (placement === undefined) return [];
  const { way, attempts, lot } = placement;
  const isByHand = handedOver !== null && handedOver.by.role !== 'system';
  const switched: Following = {
    commandId: 'by-hand',
    event: { type: 'switched', data: { reason: '移交包已由人工移交' } },
  };
  const isUntouched = way === 'api' && attempts === 0 && lot === null;
  const found: Following | undefined =
    placed === null || lot !== null
      ? undefined
      : {
          commandId: `placed-${placed.version}`,
          event: { type: 'accepted', data: { number: numberIn(placed.lotId), url: placed.url, revision: null } },
        };
  return [...(isByHand && isUntouched ? [switched] : []), ...(found === undefined ? [] : [found])];
}

/** The platform's own number; empty where the address that was brought back carries none. */
function numberIn(lotId: string | null): string {
  return lotId === null ? '' : decodeKeyPart(lotId.slice(lotId.indexOf('.') + 1));
}

function amendment({ amendments }: ListingRound, placement: Placement | undefined): readonly Following[] {
  const last = amendments.at(-1);
  if (last === undefined || last.number <= (placement?.amendment?.number ?? 0)) return [];
  const { number, reason } = last;
  return [{ commandId: `amend-${number}`, event: { type: 'amendment-asked', data: { number, reason } } }];
}
