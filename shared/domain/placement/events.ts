import type { Instant } from '../time.ts';
import type {
  Difference,
  PlacedLot,
  PlacementFault,
  PlacementStep,
  PlacementWay,
  RefusalStage,
  SendingStep,
} from './placement.ts';

/** Everything that may happen to a placement (上架). */
export type PlacementEvent =
  | {
      /** The listing was approved; again after it was returned and approved anew before anything was sent. */
      readonly type: 'opened';
      readonly data: {
        readonly listingId: string;
        readonly round: number;
        readonly platform: string;
        readonly way: PlacementWay;
        readonly ownerId: string;
      };
    }
  | {
      /** Package handed over, offer stored, nothing in it breaks what the platform is known to take. */
      readonly type: 'validated';
      readonly data: { readonly offerSha256: string; readonly amendment: number };
    }
  | {
      readonly type: 'refused';
      readonly data: {
        readonly stage: RefusalStage;
        readonly step: PlacementStep;
        readonly code: string;
        readonly faults: readonly PlacementFault[];
        /** Not before then is it tried again; `null`: a person is asked. */
        readonly retryAt: Instant | null;
      };
    }
  | {
      /** The lease: whoever puts this event may call the platform until `until`, nobody else. */
      readonly type: 'attempted';
      readonly data: { readonly number: number; readonly step: SendingStep; readonly until: Instant };
    }
  | {
      /** The attempt came to nothing that is known. `mayBeThere`: it may have reached the platform. */
      readonly type: 'postponed';
      readonly data: {
        readonly step: SendingStep;
        readonly code: string;
        readonly until: Instant;
        readonly mayBeThere: boolean;
      };
    }
  | {
      /** Nobody can tell whether the platform has it: a person looks. */
      readonly type: 'doubted';
      readonly data: { readonly code: string };
    }
  | {
      /** The platform has it; by a person where he looked it up or entered it himself. */
      readonly type: 'accepted';
      readonly data: PlacedLot;
    }
  | {
      /** First seen among the platform's lots, or seen to differ otherwise than before. */
      readonly type: 'shown';
      readonly data: { readonly status: string; readonly differences: readonly Difference[] };
    }
  | { readonly type: 'ended'; readonly data: { readonly outcome: string } }
  | { readonly type: 'amendment-asked'; readonly data: { readonly number: number; readonly reason: string } }
  | {
      /** By a person where the platform is told in person. */
      readonly type: 'amended';
      readonly data: { readonly number: number; readonly revision: number | null };
    }
  | { readonly type: 'withdrawal-asked'; readonly data: { readonly reason: string } }
  | {
      /** Nothing of it is on sale any more: the platform said so, a person saw it, or it never got there. */
      readonly type: 'withdrawn';
      readonly data: { readonly reason: string; readonly said: 'platform' | 'person' | 'never-sent' };
    }
  | {
      /** A person wants it tried again; after `unknown` he has seen that the platform has no such lot. */
      readonly type: 'resumed';
      readonly data: { readonly reason: string };
    }
  | {
      /** From now on by package; the platform has no such lot. */
      readonly type: 'switched';
      readonly data: { readonly reason: string };
    };
