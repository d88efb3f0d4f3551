import { LISTING_STATES, type ListingState } from '#shared/domain/listing/listing.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { listListings } from '#shared/services/desk/listing/list-listings.ts';
import type { ListingCard } from '#shared/services/desk/listing/listing-card.ts';
import { callerIn } from '../admission.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { DeskContext } from './desk-routes.ts';

/** Which listings an address asks for. */
export interface ListingSearch {
  /** Words of the title, the owner or the number, all of them; empty for every listing. */
  readonly text: string;
  readonly state: ListingState | undefined;
}

/** Reads what an address asks for. */
export function listingSearchIn(context: DeskContext): ListingSearch {
  const state = LISTING_STATES.find((each) => each === context.req.query('state'));
  return { text: context.req.query('q') ?? '', state };
}

/** The search as an address says it. */
export function addressOf({ text, state }: ListingSearch): URLSearchParams {
  return new URLSearchParams({ ...(text === '' ? {} : { q: text }), ...(state === undefined ? {} : { state }) });
}

/** The listings asked for that the caller may see, those changed last first. */
export async function searchedListings(
  context: DeskContext,
  ports: DeskPorts,
  { text, state }: ListingSearch,
): Promise<readonly ListingCard[]> {
  const cards = await listListings(callerIn(context), ports, state === undefined ? {} : { states: [state] });
  return cards.filter((card) => isFound(card, text));
}

function isFound({ id, title, ownerName }: ListingCard, text: string): boolean {
  const said = toPlainText(`${id} ${title ?? ''} ${ownerName}`).toLowerCase();
  return toPlainText(text)
    .toLowerCase()
    .split(' ')
    .every((word) => said.includes(word));
}
