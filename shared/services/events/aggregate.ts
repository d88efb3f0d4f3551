import type { Caller } from '../../domain/caller.ts';
import type { DomainEvent, LoggedEvent, StreamKind } from '../../domain/events/event.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Actor } from '../../domain/people/role.ts';

/** How a thing of one kind follows from its log. Folding is pure: the same log always gives the same thing. */
export interface Aggregate<S, E extends DomainEvent> {
  readonly kind: StreamKind;
  /** `state` is undefined before the first event. */
  readonly fold: (state: S | undefined, logged: LoggedEvent<E>, id: string) => S;
}

/** What somebody asks to be done, as it came in. */
export interface Command {
  /** The `Idempotency-Key`: the same key with the same body finds what it did the first time. */
  readonly id: string;
  /** All that was asked, for telling a repeated command from another one under the same key. */
  readonly body: JsonValue;
  /** The version the person saw (`If-Match`); absent: whatever it is. */
  readonly expected?: number;
}

/** Who commands: the caller, and the actor the event will name. */
export interface Commander {
  readonly caller: Caller;
  readonly actor: Actor;
}

/** A thing and the number of its last event. */
export interface Versioned<S> {
  readonly state: S;
  readonly version: number;
}

/** What a command left. */
export interface Committed<S> extends Versioned<S> {
  /** True when the command had been carried out before. */
  readonly repeated: boolean;
}
