import type { ChainStep } from '../../../domain/approval/chain.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import { type Caller, hasRole } from '../../../domain/caller.ts';
import type { Listing, ListingState } from '../../../domain/listing/listing.ts';
import {
  actorOf,
  mayAct,
  mayActForPlatform,
  maySee,
  programActor,
  type Reached,
} from '../../../domain/people/reach.ts';
import type { Actor, PersonRole } from '../../../domain/people/role.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';

/** In whose place somebody acts on a listing. `system`: one of our own functions, for what a platform reports. */
export type Part = 'clerk' | 'office' | 'platform' | 'system' | { readonly step: Pick<ChainStep, 'actor'> };

/** States from which on the operator of the chosen platform may see a listing. */
export const SHOWN_TO_PLATFORM: readonly ListingState[] = [
  'approved',
  'handed-over',
  'placed',
  'failed',
  'sold',
  'defaulted',
  'agreed',
];

/** The clerk's role for an owner of this kind. */
export function clerkRole({ kind }: Pick<Owner, 'kind'>): PersonRole {
  return kind === 'collective' ? 'village-clerk' : 'owner-clerk';
}

/** Whether the caller is a clerk of the owner today. */
export function clerkActor(caller: Caller, owner: Reached, today: LocalDate): Actor | undefined {
  return assigned(caller, clerkRole(owner), owner, today);
}

/** The actor as whom the caller may play a part on a listing today; undefined when he may not. */
export function actorFor(
  caller: Caller,
  part: Part,
  listing: Pick<Listing, 'choice' | 'state'>,
  owner: Reached,
  today: LocalDate,
): Actor | undefined {
  if (part === 'clerk') return clerkActor(caller, owner, today);
  if (part === 'office') return assigned(caller, 'office', owner, today);
  if (part === 'system') return hasRole(caller, 'system') ? programActor(caller) : undefined;
  if (part === 'platform') return platformActor(caller, listing, today);
  return stepActor(caller, part.step, owner, today);
}

/** Whether the caller may know of the listing: its owner's people, or the operator of its platform once it is approved. */
export function maySeeListing(
  caller: Caller,
  listing: Pick<Listing, 'choice' | 'state'>,
  owner: Reached,
  today: LocalDate,
): boolean {
  return maySee(caller, owner) || platformActor(caller, listing, today) !== undefined;
}

/** Whether the listing is over, and its reserve price a secret no more. */
export function hasEnded({ state }: Pick<Listing, 'state'>): boolean {
  return state === 'sold' || state === 'agreed' || state === 'withdrawn';
}

/**
 * Whether the reserve price may be shown to the caller: to the owner's clerks, to its reviewers and the office; to
 * everybody who sees the listing once it is over.
 */
export function maySeeReserve(
  caller: Caller,
  listing: Pick<Listing, 'state'>,
  owner: Reached,
  today: LocalDate,
): boolean {
  if (hasEnded(listing)) return true;
  const roles = [clerkRole(owner), 'township-reviewer', 'bureau-reviewer', 'office'] as const;
  return roles.some((role) => mayAct(caller, role, owner, today) !== undefined);
}

/** @throws AppError `RESOURCE.NOT_FOUND`: nobody learns that a listing exists which is not his business */
export function noSuchListing(): AppError {
  return new AppError('RESOURCE.NOT_FOUND', 'no such listing');
}

function assigned(caller: Caller, role: PersonRole, owner: Reached, today: LocalDate): Actor | undefined {
  const assignment = mayAct(caller, role, owner, today);
  return assignment === undefined ? undefined : actorOf(caller, assignment);
}

function platformActor(
  caller: Caller,
  { choice, state }: Pick<Listing, 'choice' | 'state'>,
  today: LocalDate,
): Actor | undefined {
  if (choice === null || !SHOWN_TO_PLATFORM.includes(state)) return undefined;
  const assignment = mayActForPlatform(caller, choice.platform, today);
  return assignment === undefined ? undefined : actorOf(caller, assignment);
}

function stepActor(
  caller: Caller,
  { actor }: Pick<ChainStep, 'actor'>,
  owner: Reached,
  today: LocalDate,
): Actor | undefined {
  switch (actor.kind) {
    case 'owner':
      return clerkActor(caller, owner, today);
    case 'township':
      return assigned(caller, 'township-reviewer', owner, today);
    case 'office':
      return assigned(caller, 'office', owner, today);
    case 'bureau': {
      const assignments = (caller.assignments ?? []).filter(({ bureau }) => bureau === actor.bureau);
      return assigned({ ...caller, assignments }, 'bureau-reviewer', owner, today);
    }
  }
}
