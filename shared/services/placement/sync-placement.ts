import { systemCaller } from '../../domain/caller.ts';
import type { Listing, ListingRound } from '../../domain/listing/listing.ts';
import { currentRound } from '../../domain/listing/progress.ts';
import { programActor } from '../../domain/people/reach.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import { type PlacementWay, placementId } from '../../domain/placement/placement.ts';
import { AppError } from '../../errors/app-error.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import type { Commander } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import { foldLog, readLog } from '../events/load.ts';
import { placementAggregate } from './placement-aggregate.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { whatFollows } from './what-follows.ts';

type Ports = Pick<PlacementPorts, 'records' | 'hash' | 'clock' | 'effects' | 'publishing'>;

/** Our own function as which placements are kept in step with their listings. */
export const PLACEMENT_CALLER = systemCaller('placement');
const COMMANDER: Commander = { caller: PLACEMENT_CALLER, actor: programActor(PLACEMENT_CALLER) };

const ATTEMPTS = 10;

/**
 * Brings the placements of a listing's rounds to what its log says (上架跟随挂牌): opened when it is approved, taken back when
 * it is returned before anything was sent, accepted when people brought the address, to be amended, ended. Safe to repeat.
 *
 * @throws AppError `STORE.CONTENTION`
 */
export async function syncPlacement(ports: Ports, listing: Listing): Promise<void> {
  const { number } = currentRound(listing);
  for (const round of listing.rounds) if (round.number >= number - 1) await syncRound(ports, listing, round);
}

/** One event may make the next possible, and somebody else may be faster: looked at again until nothing is left. */
async function syncRound(ports: Ports, listing: Listing, round: ListingRound): Promise<void> {
  const id = placementId(listing.id, round.number);
  const way = await wayOf(ports, listing);
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const log = await readLog<PlacementEvent>(ports, { kind: 'placement', id });
    const known = foldLog(placementAggregate, id, log);
    const written = new Set(log.map(({ command }) => command.id));
    const next = whatFollows(listing, round, known?.state, way).find(({ commandId }) => !written.has(commandId));
    if (next === undefined) return;
    const command = { id: next.commandId, body: { listing: listing.id }, expected: known?.version ?? 0 };
    await unlessOvertaken(commit(ports, placementAggregate, id, COMMANDER, command, () => next.event));
  }
  throw new AppError('STORE.CONTENTION', 'the placement changed under every attempt', { details: { id } });
}

async function unlessOvertaken(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'COMMAND.CONFLICT')) throw error;
  }
}

/** How the chosen platform is reached today: by its interface where one is connected, else by package. */
async function wayOf(ports: Ports, { choice, state }: Listing): Promise<PlacementWay> {
  if (choice === null || state !== 'approved') return 'handoff';
  if (!ports.publishing.some(({ platform }) => platform === choice.platform)) return 'handoff';
  const { value } = await readSettings(ports, 'connections');
  return value.some(({ platform, enabled }) => platform === choice.platform && enabled) ? 'api' : 'handoff';
}
