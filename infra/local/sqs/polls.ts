import type { z } from 'zod';
import type { Timekeeper } from '../timekeeper.ts';
import { queueOf } from './actions.ts';
import { nextVisibleAt, receiveMessages } from './receive.ts';
import { parse, Receive } from './requests.ts';
import type { Store } from './store.ts';

/** A receive not answered yet. */
interface Poll {
  readonly request: z.infer<typeof Receive>;
  readonly queueId: number;
  readonly deadline: number;
  readonly answer: PromiseWithResolvers<object>;
  cancelTimer: () => void;
}

/** All receives that wait, and what they need. */
export interface Polls {
  readonly store: Store;
  readonly time: Timekeeper;
  readonly waiting: Set<Poll>;
  closed: boolean;
}

export function createPolls(store: Store, time: Timekeeper): Polls {
  return { store, time, waiting: new Set(), closed: false };
}

function finish(polls: Polls, poll: Poll, messages: readonly object[]): void {
  poll.cancelTimer();
  polls.waiting.delete(poll);
  poll.answer.resolve(messages.length > 0 ? { Messages: messages } : {});
}

function attempt(polls: Polls, poll: Poll): void {
  const { store, time } = polls;
  poll.cancelTimer();
  try {
    const queue = queueOf(store, poll.request);
    const messages = store.transaction(() => receiveMessages(store, queue, poll.request));
    const now = time.now();
    const next = Math.min(poll.deadline, nextVisibleAt(store, queue));
    if (messages.length > 0 || next <= now) finish(polls, poll, messages);
    else poll.cancelTimer = time.after(next - now, () => retry(polls, poll));
  } catch (error) {
    polls.waiting.delete(poll);
    poll.answer.reject(error);
  }
}

function retry(polls: Polls, poll: Poll): void {
  attempt(polls, poll);
  wakePolls(polls);
}

/** To be called after changes: tries the waiting receives of touched queues again, the oldest first. */
export function wakePolls(polls: Polls): void {
  const { touched } = polls.store;
  while (touched.size > 0) {
    const ids = new Set(touched);
    touched.clear();
    for (const poll of polls.waiting) if (ids.has(poll.queueId)) attempt(polls, poll);
  }
}

/** Answers ReceiveMessage at once with what there is, else when something comes or the wait is over. */
export async function receive(polls: Polls, input: unknown, abandoned: AbortSignal): Promise<object> {
  // A message given to a caller who has hung up would be in flight for nothing.
  if (polls.closed || abandoned.aborted) return {};
  const request = parse(Receive, input);
  const queue = queueOf(polls.store, request);
  const seconds = Number(request.WaitTimeSeconds ?? queue.attributes.ReceiveMessageWaitTimeSeconds);
  const deadline = polls.time.now() + seconds * 1000;
  const answer = Promise.withResolvers<object>();
  const poll: Poll = { request, queueId: queue.id, deadline, answer, cancelTimer: () => {} };
  polls.waiting.add(poll);
  abandoned.addEventListener('abort', () => finish(polls, poll, []));
  retry(polls, poll);
  return answer.promise;
}

/** Answers all that wait with nothing. */
export function closePolls(polls: Polls): void {
  polls.closed = true;
  for (const poll of polls.waiting) finish(polls, poll, []);
}
