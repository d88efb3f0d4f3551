import type { Caller } from '../../domain/caller.ts';
import { mayActForPlatform, maySee, type Reached } from '../../domain/people/reach.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { LocalDate } from '../../domain/time.ts';

/**
 * Whether the caller may know of a placement: who sees its owner's things, and whoever works for its platform, unless it was
 * taken back before the platform heard of it.
 */
export function maySeePlacement(
  caller: Caller,
  { platform, state, lot }: Pick<Placement, 'platform' | 'state' | 'lot'>,
  owner: Reached,
  today: LocalDate,
): boolean {
  if (maySee(caller, owner)) return true;
  return (state !== 'withdrawn' || lot !== null) && mayActForPlatform(caller, platform, today) !== undefined;
}
