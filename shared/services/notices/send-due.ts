import { claimed, type Delivery, isDue, notSent, sent } from '../../domain/notices/delivery.ts';
import type { NoticeSettings } from '../../domain/settings/notices.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import { toAppError } from '../../errors/app-error.ts';
import type { Messengers } from '../../ports/messenger.ts';
import { MOST_SINGLE, messageOf } from './compose.ts';
import type { NoticePorts } from './notice-ports.ts';
import { listNotice, NOTICES_DUE, type NoticeKey, putDelivery, readNotice, type StoredNotice } from './notice-store.ts';

/** Notices looked at in one run; the next run goes on. */
const NOTICES_PER_RUN = 500;
/** No message is begun later in a run: what is under way still has to end before the function is stopped. */
const SENDING_MS = 30_000;
const LONGEST_ANSWER = 200;

type Ports = Pick<NoticePorts, 'records' | 'due' | 'clock' | 'hash' | 'log' | 'messengers' | 'publicUrl'>;

/** What one run sent, by recipient and notice. */
export interface Told {
  readonly sent: number;
  readonly notSent: number;
}

/** Notices of one run as they stand, by key: each put makes the next version. */
type Batch = Map<string, StoredNotice>;

/** One recipient of one notice. */
interface Part {
  readonly key: string;
  readonly index: number;
}

const keyOf = ({ kind, id }: NoticeKey) => `${kind}/${id}`;

/** The index may show what was: the notice itself says whether it is due. One that goes out first is put into the list. */
async function readBatch({ records, due }: Ports, fresh: readonly NoticeKey[], now: Instant): Promise<Batch> {
  const items = await due.due({ duePartition: NOTICES_DUE, until: now, limit: NOTICES_PER_RUN });
  const found = [...fresh, ...items.map((item) => item as unknown as NoticeKey)];
  const batch: Batch = new Map();
  for (const key of found.slice(0, NOTICES_PER_RUN)) {
    if (batch.has(keyOf(key))) continue;
    const notice = await readNotice(records, key);
    if (notice === undefined || !notice.deliveries.some((delivery) => isDue(delivery, now))) continue;
    if (notice.v === 1) await listNotice(records, notice);
    batch.set(keyOf(key), notice);
  }
  return batch;
}

/** What goes out together: notices of one kind to one recipient where there are more than ten, else each alone. */
function parcelsOf(batch: Batch, now: Instant): readonly (readonly Part[])[] {
  const parts = [...batch].flatMap(([key, { kind, deliveries }]) =>
    deliveries.flatMap((delivery, index) =>
      isDue(delivery, now) ? [{ key, index, whither: `${kind}/${delivery.channel}/${delivery.to}` }] : [],
    ),
  );
  const groups = Map.groupBy(parts, ({ whither }) => whither).values();
  return [...groups].flatMap((group) => (group.length > MOST_SINGLE ? [group] : group.map((part) => [part])));
}

/** Keeps what became of one recipient; false where somebody else changed the notice meanwhile. */
async function change(ports: Ports, batch: Batch, { key, index }: Part, next: (known: Delivery) => Delivery) {
  const notice = batch.get(key);
  const delivery = notice?.deliveries[index];
  if (notice === undefined || delivery === undefined) return false;
  const changed = await putDelivery(ports.records, notice, index, next(delivery));
  if (changed === undefined) batch.delete(key);
  else batch.set(key, changed);
  return changed !== undefined;
}

/** Those of a parcel that are now ours to send: whoever counts an attempt first sends it. */
async function claim(ports: Ports, batch: Batch, parcel: readonly Part[]): Promise<readonly Part[]> {
  const ours: Part[] = [];
  for (const part of parcel) {
    const isOurs = await change(ports, batch, part, (delivery) => claimed(delivery, ports.clock.now()));
    if (isOurs && batch.get(part.key)?.deliveries[part.index]?.state === 'pending') ours.push(part);
  }
  return ours;
}

/** Sends one parcel and says what became of it, as a change of each of its deliveries. */
async function send(
  ports: Ports,
  messengers: ReturnType<Messengers>,
  notices: readonly StoredNotice[],
  to: Delivery,
): Promise<{ readonly isSent: boolean; readonly next: (delivery: Delivery) => Delivery }> {
  try {
    const answer = await messengers[to.channel].send(to.to, messageOf(notices, to, ports));
    return {
      isSent: true,
      next: (delivery) => sent(delivery, answer.slice(0, LONGEST_ANSWER), ports.clock.now()),
    };
  } catch (thrown) {
    const { code, retryable } = toAppError(thrown);
    ports.log.warn('a notice was not sent', { channel: to.channel, code, tries: to.tries });
    return { isSent: false, next: (delivery) => notSent(delivery, code, retryable, ports.clock.now()) };
  }
}

async function sendParcel(
  ports: Ports,
  messengers: ReturnType<Messengers>,
  batch: Batch,
  parcel: readonly Part[],
): Promise<Told> {
  const ours = await claim(ports, batch, parcel);
  const notices = ours.flatMap(({ key }) => batch.get(key) ?? []);
  const [first] = ours;
  const to = first === undefined ? undefined : batch.get(first.key)?.deliveries[first.index];
  if (to === undefined) return { sent: 0, notSent: 0 };
  const { isSent, next } = await send(ports, messengers, notices, to);
  for (const part of ours) {
    const isMarked = await change(ports, batch, part, next);
    // Whoever took it meanwhile sends it again: better twice than never.
    if (!isMarked) ports.log.warn('the mark of a notice was lost', { channel: to.channel });
  }
  return isSent ? { sent: ours.length, notSent: 0 } : { sent: 0, notSent: ours.length };
}

/**
 * Sends what is due: claims it, hands it over, marks it, in this order. Each notice goes out at least once, and twice only
 * where its mark was lost: the sender died between handing over and marking, or took longer than five minutes.
 *
 * @param fresh notices found just now, which the index may not show yet
 */
export async function sendDue(ports: Ports, settings: NoticeSettings, fresh: readonly NoticeKey[]): Promise<Told> {
  const started = ports.clock.now();
  const batch = await readBatch(ports, fresh, started);
  const messengers = ports.messengers(settings);
  let told: Told = { sent: 0, notSent: 0 };
  for (const parcel of parcelsOf(batch, started)) {
    if (ports.clock.now() > addMs(started, SENDING_MS)) break;
    const one = await sendParcel(ports, messengers, batch, parcel);
    told = { sent: told.sent + one.sent, notSent: told.notSent + one.notSent };
  }
  return told;
}
