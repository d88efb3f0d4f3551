import { addMs, type Instant } from '#shared/domain/time.ts';
import type { Clock } from '#shared/ports/ambient.ts';
import type { SeededRandom } from '#test/support/fixed-ambient.ts';

/** How badly the queue of a platform behaves. */
interface Behaviour {
  /** Chance that a message is delivered twice. */
  readonly duplicate: number;
  /** Chance that a message never comes. */
  readonly lose: number;
}

interface Waiting<M> {
  readonly message: M;
  readonly visibleAt: Instant;
}

/** After so long a message of a worker that died is seen again. */
const HIDDEN_MS = 90_000;

/** A queue that holds messages back as it is told, delivers in any order, sometimes twice, and sometimes not at all. */
export function timedQueue<M>(
  random: SeededRandom,
  clock: Clock,
  { duplicate, lose }: Behaviour,
  parse: (body: unknown) => M,
) {
  let waiting: Waiting<M>[] = [];
  let deliveries = 0;
  const visible = () => waiting.filter(({ visibleAt }) => visibleAt <= clock.now());
  const show = (message: M, delayMs: number) => {
    waiting.push({ message, visibleAt: addMs(clock.now(), delayMs) });
  };
  return {
    async send(message: M, delaySeconds: number): Promise<void> {
      if (!random.chance(lose)) show(parse(JSON.parse(JSON.stringify(message))), delaySeconds * 1000);
    },
    hasMessages: () => visible().length > 0,
    nextAt: (): Instant | undefined => waiting.map(({ visibleAt }) => visibleAt).toSorted()[0],
    receive(): M | undefined {
      const seen = visible();
      if (seen.length === 0) return undefined;
      const taken = random.pick(seen);
      if (!random.chance(duplicate)) waiting = waiting.filter((each) => each !== taken);
      deliveries += 1;
      return taken.message;
    },
    /** A message whose worker died or failed comes again. */
    giveBack: (message: M) => show(message, HIDDEN_MS),
    deliveries: () => deliveries,
  };
}

export type TimedQueue<M> = ReturnType<typeof timedQueue<M>>;
