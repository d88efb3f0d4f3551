import type { PlacementEvent } from '../../../domain/placement/events.ts';
import { mayCreate, mayHavePublished } from '../../../domain/placement/next.ts';
import type { Offer } from '../../../domain/placement/offer.ts';
import type { PlacedLot, Placement, SendingStep } from '../../../domain/placement/placement.ts';
import type { Publishing } from '../../../domain/placement/publishing.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { PublisherSession } from '../../../ports/platform-publisher.ts';

interface OfPlacement {
  readonly publishing: Publishing;
  /** As it was before the attempt was begun. */
  readonly placement: Placement;
}

interface ToOffer extends OfPlacement {
  readonly step: Exclude<SendingStep, 'withdraw'>;
  readonly offer: Offer;
}

interface ToWithdraw extends OfPlacement {
  readonly step: 'withdraw';
}

/** What is asked of a platform, for which placement. */
export type Asked = ToOffer | ToWithdraw;

/** Called before anything is sent that changes something at the platform. */
type Sending = () => void;

/**
 * Asks the platform for one step. `not-found`: a lot that may be there was not found, and no other may be made.
 * @throws whatever the session throws
 */
export async function send(
  asked: Asked,
  session: PublisherSession,
  sending: Sending,
): Promise<PlacementEvent | 'not-found'> {
  switch (asked.step) {
    case 'publish':
      return publish(asked, session, sending);
    case 'amend':
      return amend(asked, session, sending);
    case 'withdraw':
      return withdraw(asked, session, sending);
  }
}

/** Requests a step may come to: what the platform's budget is charged for it. */
export function requestsOf(asked: Asked): number {
  const { publishing, placement } = asked;
  const isByLooking = publishing.onceBy === 'look';
  if (asked.step === 'withdraw') return placement.lot === null && isByLooking ? 2 : 1;
  // Where a lot is made piece by piece, every file is sent by itself.
  const files = isByLooking ? asked.offer.files.length : 0;
  return 1 + files + Number(asked.step === 'amend' || isByLooking || mayHavePublished(placement));
}

async function publish(
  asked: ToOffer,
  session: PublisherSession,
  sending: Sending,
): Promise<PlacementEvent | 'not-found'> {
  const { publishing, placement, offer } = asked;
  if (publishing.onceBy === 'look') {
    const found = await session.look(offer.reference);
    if (typeof found !== 'string') return accepted(found);
    if (!mayCreate(placement, publishing)) return 'not-found';
  }
  sending();
  try {
    return accepted(await session.publish(offer));
  } catch (error) {
    return accepted(await foundAfter(error, asked, session));
  }
}

/** A platform that has our lot already may refuse an offer that was amended since: then the lot is what counts. */
async function foundAfter(
  error: unknown,
  { placement, offer }: ToOffer,
  session: PublisherSession,
): Promise<PlacedLot> {
  const isRefused = error instanceof AppError && error.code === 'PLACEMENT.REFUSED';
  if (!isRefused || !mayHavePublished(placement)) throw error;
  const found = await session.look(offer.reference);
  if (typeof found === 'string') throw error;
  return found;
}

async function amend(
  { placement, offer }: ToOffer,
  session: PublisherSession,
  sending: Sending,
): Promise<PlacementEvent> {
  const { lot } = placement;
  if (lot === null) throw new RangeError('an amendment of what was never accepted');
  sending();
  const { revision } = await session.amend(offer, lot);
  return { type: 'amended', data: { number: offer.amendment, revision } };
}

async function withdraw(
  { publishing, placement }: ToWithdraw,
  session: PublisherSession,
  sending: Sending,
): Promise<PlacementEvent | 'not-found'> {
  const reason = placement.withdrawal?.reason ?? '';
  if (placement.lot === null && !mayHavePublished(placement)) return withdrawn(reason, 'never-sent');
  const isByLooking = publishing.onceBy === 'look';
  const lot = placement.lot ?? (isByLooking ? await session.look(placement.id) : null);
  if (lot === 'none') return 'not-found';
  sending();
  await session.withdraw(placement.id, lot === 'cannot-tell' ? null : lot, reason);
  return withdrawn(reason, 'platform');
}

function accepted({ number, url, revision }: PlacedLot): PlacementEvent {
  return { type: 'accepted', data: { number, url, revision } };
}

function withdrawn(
  reason: string,
  said: Extract<PlacementEvent, { type: 'withdrawn' }>['data']['said'],
): PlacementEvent {
  return { type: 'withdrawn', data: { reason, said } };
}
