import type { Caller } from '../../domain/caller.ts';
import { actorOf, mayAct, mayActForPlatform } from '../../domain/people/reach.ts';
import type { Actor, Assignment } from '../../domain/people/role.ts';
import { noSettlement } from '../../domain/settlement/fold.ts';
import type { Settlement, SettlementEvent, SettlementEventType } from '../../domain/settlement/settlement.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { clerkRole } from '../desk/listing/authority.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import { type KnownLot, knownLot } from './known-lot.ts';
import { settlementAggregate } from './settlement-aggregate.ts';
import type { SettlementPorts } from './settlement-ports.ts';

/** In whose place somebody acts after a sale. */
type Part = 'office' | 'clerk' | 'platform';

/** Who may do what: the office all of it, clerks for their owner's lots, the platform names the winner it knows. */
const PARTS: Readonly<Record<SettlementEventType, readonly Part[]>> = {
  recorded: ['office', 'clerk'],
  corrected: ['office', 'clerk'],
  'sale-recorded': ['office', 'clerk'],
  'sale-corrected': ['office', 'clerk'],
  defaulted: ['office', 'clerk'],
  'term-stated': ['office', 'clerk'],
  'owner-named': ['office'],
  'winner-kept': ['office', 'platform'],
  'winner-read': ['office', 'clerk'],
};

function assignmentFor(caller: Caller, part: Part, { card, reached, owner }: KnownLot, now: Instant) {
  const today = beijingDate(now);
  if (part === 'office') return mayAct(caller, 'office', reached, today);
  if (part === 'clerk') return owner === null ? undefined : mayAct(caller, clerkRole(owner), owner, today);
  return mayActForPlatform(caller, card.platform, today);
}

/** The actor as whom the caller may do it; undefined where he may not. */
export function settlementActor(
  caller: Caller,
  type: SettlementEventType,
  known: KnownLot,
  now: Instant,
): Actor | undefined {
  const found = PARTS[type].reduce<Assignment | undefined>(
    (assignment, part) => assignment ?? assignmentFor(caller, part, known, now),
    undefined,
  );
  return found === undefined ? undefined : actorOf(caller, found);
}

/** What a command decides on. */
export interface Deciding {
  readonly known: KnownLot;
  readonly settlement: Settlement;
  readonly at: Instant;
}

/** A command on what follows a lot's sale. */
export interface SettlementChange {
  readonly type: SettlementEventType;
  readonly event: (deciding: Deciding) => SettlementEvent | Promise<SettlementEvent>;
}

type Ports = Omit<SettlementPorts, 'platforms' | 'lots'>;

/**
 * Carries out a command: who may see the lot, who may do it, then the event.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for who may not see it, `ACCESS.DENIED`, `COMMAND.CONFLICT`, and what the command
 * itself refuses
 */
export async function changeSettlement(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  change: SettlementChange,
): Promise<Committed<Settlement>> {
  const known = await knownLot(caller, ports, lotId);
  const actor = settlementActor(caller, change.type, known, ports.clock.now());
  if (actor === undefined) throw new AppError('ACCESS.DENIED', 'this is for somebody else to do');
  const id = known.card.lotId;
  return commit(ports, settlementAggregate, id, { caller, actor }, command, (state, at) =>
    change.event({ known, settlement: state ?? noSettlement(id), at }),
  );
}

/** The state does not allow it; `why` is Chinese. */
export function wrongSettlementState(why: string): AppError {
  return new AppError('SETTLEMENT.STATE', 'what follows the sale does not allow this', { details: { why } });
}
