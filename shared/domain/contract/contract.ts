import type { LoggedEvent } from '../events/event.ts';
import type { Fen, Ppm } from '../money.ts';
import type { Actor } from '../people/role.ts';
import type { Purpose } from '../settlement/party.ts';
import type { Instant, LocalDate } from '../time.ts';

/** What a lease says (合同内容), as far as the register keeps it; the lessee is never in it. */
export interface ContractTerms {
  /** As printed on it. */
  readonly number: string;
  readonly assetId: string | null;
  /** The lot it came of; its winning party is the lessee. `null`: an older lease, or one not by auction. */
  readonly lotId: string | null;
  readonly startsOn: LocalDate;
  /** Last day it runs. */
  readonly endsOn: LocalDate;
  /** Rent of the first year. */
  readonly yearlyRentFen: Fen;
  /** Yearly rise, compounding from the second year; 0 is level. */
  readonly escalationPpm: Ppm;
  /** Performance bond (履约保证金); `null`: not said. */
  readonly bondFen: Fen | null;
  /** Id of the stored scan. */
  readonly scan: string | null;
  readonly note: string | null;
}

/** How a lease ended: its term was over (到期), it was broken off (解除), or another followed it (续签). */
export const ENDINGS = ['expired', 'terminated', 'renewed'] as const;
export type Ending = (typeof ENDINGS)[number];

export const ENDING_NAMES: Readonly<Record<Ending, string>> = {
  expired: '到期收回',
  terminated: '提前解除',
  renewed: '续签',
};

/** Everything that may happen to a contract of the register. */
export type ContractEvent =
  | { readonly type: 'entered'; readonly data: { readonly ownerId: string; readonly terms: ContractTerms } }
  | { readonly type: 'corrected'; readonly data: { readonly terms: ContractTerms; readonly reason: string } }
  | {
      readonly type: 'ended';
      readonly data: { readonly how: Ending; readonly on: LocalDate; readonly reason: string };
    }
  /** A listing for the next term was drafted from it. */
  | { readonly type: 'renewal-drafted'; readonly data: { readonly listingId: string } }
  /** The lessee was kept, sealed, under `entry`; nothing of him stands here. */
  | { readonly type: 'lessee-kept'; readonly data: { readonly entry: string } }
  | { readonly type: 'lessee-read'; readonly data: { readonly entry: string; readonly purpose: Purpose } };
export type ContractEventType = ContractEvent['type'];

/** A lease of the register (合同台账). */
export interface Contract {
  readonly id: string;
  readonly version: number;
  readonly ownerId: string;
  readonly terms: ContractTerms;
  readonly enteredAt: Instant;
  readonly enteredBy: Actor;
  readonly ended: { readonly how: Ending; readonly on: LocalDate; readonly reason: string } | null;
  /** The listing drafted for the next term. */
  readonly renewal: string | null;
  readonly lessee: { readonly entry: string } | null;
}

/** The contract after one more event. */
export function foldContract(
  state: Contract | undefined,
  { event, at, by, sequence: version }: LoggedEvent<ContractEvent>,
  id: string,
): Contract {
  if (event.type === 'entered') {
    const { ownerId, terms } = event.data;
    return { id, version, ownerId, terms, enteredAt: at, enteredBy: by, ended: null, renewal: null, lessee: null };
  }
  if (state === undefined) throw new TypeError(`${event.type} before the contract was entered`);
  const contract: Contract = { ...state, version };
  switch (event.type) {
    case 'corrected':
      return { ...contract, terms: event.data.terms };
    case 'ended':
      return { ...contract, ended: event.data };
    case 'renewal-drafted':
      return { ...contract, renewal: event.data.listingId };
    case 'lessee-kept':
      return { ...contract, lessee: { entry: event.data.entry } };
    case 'lessee-read':
      return contract;
  }
}
