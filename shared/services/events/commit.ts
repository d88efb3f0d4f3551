import { canonicalJson } from '../../domain/canonical.ts';
import { eventHash, firstPrevious } from '../../domain/events/chain.ts';
import type { DomainEvent, LoggedEvent, StreamId } from '../../domain/events/event.ts';
import type { Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { invalidRequest } from '../../errors/problem.ts';
import { keys } from '../records/keys.ts';
import type { Aggregate, Command, Commander, Committed } from './aggregate.ts';
import { markedItem } from './event-item.ts';
import type { EventPorts } from './event-ports.ts';
import { foldLog, readLog } from './load.ts';
import { dueFrom, finishEvent } from './outbox.ts';

const ATTEMPTS = 10;

/** Letters, digits, signs and plain blanks of any script. */
const COMMAND_ID = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,200}$/u;

/** What one attempt goes by. */
interface Attempt<S, E extends DomainEvent> {
  readonly ports: EventPorts;
  readonly aggregate: Aggregate<S, E>;
  readonly stream: StreamId;
  readonly commander: Commander;
  readonly command: Command;
  /** SHA-256 of the command's canonical body. */
  readonly sha256: string;
  readonly decide: (state: S | undefined, at: Instant) => E | Promise<E>;
}

/**
 * Carries out one command: folds the whole log by consistent read, lets `decide` make one event of the state, and puts it
 * behind the last if nothing stands there; that put is the commit. When somebody was faster, it folds and decides again.
 * Then the effects of the stream's kind run; their failure does not fail the command, for the mark on the event makes the
 * sweeper run them again.
 *
 * A command whose person and id stand in the log was carried out before: nothing is written, the effects run again, and the
 * answer is the state as it is now.
 *
 * @param decide throws an AppError to refuse; it may run several times, and take locks (`lockAssets`) before it answers
 * @throws AppError `REQUEST.INVALID` for a command id that is not 1 to 200 printable characters; `COMMAND.KEY_REUSED` for
 *   one that stands in the log with another body; `COMMAND.CONFLICT` with `details.current` when `command.expected` is not
 *   the newest version (0 before the first event); `STORE.CONTENTION` after ten lost races
 */
export async function commit<S, E extends DomainEvent>(
  ports: EventPorts,
  aggregate: Aggregate<S, E>,
  id: string,
  commander: Commander,
  command: Command,
  decide: (state: S | undefined, at: Instant) => E | Promise<E>,
): Promise<Committed<S>> {
  requirePrintable(command.id);
  const sha256 = ports.hash.sha256(canonicalJson(command.body));
  const stream: StreamId = { kind: aggregate.kind, id };
  const attempt: Attempt<S, E> = { ports, aggregate, stream, commander, command, sha256, decide };
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const committed = await carryOut(attempt);
    if (committed !== 'refused') return committed;
  }
  throw new AppError('STORE.CONTENTION', 'the log grew under every attempt', { details: { ...stream } });
}

function requirePrintable(commandId: string): void {
  if (COMMAND_ID.test(commandId)) return;
  throw invalidRequest('the idempotency key cannot be used', [
    { parameter: 'Idempotency-Key', detail: '提交编号应为 1 至 200 个可打印字符。' },
  ]);
}

async function carryOut<S, E extends DomainEvent>(attempt: Attempt<S, E>): Promise<Committed<S> | 'refused'> {
  const { ports, aggregate, stream } = attempt;
  const log = await readLog<E>(ports, stream);
  const known = foldLog(aggregate, stream.id, log);
  const done = findCommand(attempt, log);
  if (done !== undefined && known !== undefined) {
    await finishEvent(ports, stream, done);
    return { ...known, repeated: true };
  }
  requireExpected(attempt.command, known?.version ?? 0);
  const logged = await decideNext(attempt, known?.state, log.at(-1));
  if (log.length === 0) await ports.records.put({ ...keys.stream(stream), id: stream.id }, 'any');
  const item = markedItem(stream, logged, dueFrom(ports.clock));
  if ((await ports.records.put(item, 'absent')) === 'refused') return 'refused';
  await finishEvent(ports, stream, logged);
  return { state: aggregate.fold(known?.state, logged, stream.id), version: logged.sequence, repeated: false };
}

/** The event this command made before. */
function findCommand<S, E extends DomainEvent>(
  { commander, command, sha256 }: Attempt<S, E>,
  log: readonly LoggedEvent<E>[],
): LoggedEvent<E> | undefined {
  const done = log.find((logged) => logged.command.id === command.id && logged.by.id === commander.actor.id);
  if (done !== undefined && done.command.sha256 !== sha256) {
    throw new AppError('COMMAND.KEY_REUSED', 'the idempotency key was used for another request');
  }
  return done;
}

function requireExpected({ expected }: Command, current: number): void {
  if (expected === undefined || expected === current) return;
  throw new AppError('COMMAND.CONFLICT', 'the version named is not the newest', { details: { expected, current } });
}

async function decideNext<S, E extends DomainEvent>(
  { ports, stream, commander, command, sha256, decide }: Attempt<S, E>,
  state: S | undefined,
  last: LoggedEvent<E> | undefined,
): Promise<LoggedEvent<E>> {
  const now = ports.clock.now();
  const at = last !== undefined && last.at > now ? last.at : now;
  const body = {
    sequence: (last?.sequence ?? 0) + 1,
    at,
    by: commander.actor,
    command: { id: command.id, sha256 },
    event: await decide(state, at),
    previous: last?.hash ?? firstPrevious(ports.hash, stream),
  };
  return { ...body, hash: eventHash(ports.hash, body) };
}
