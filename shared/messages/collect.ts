import * as z from 'zod/mini';
import type { KnownLot } from '../domain/collection/known-lot.ts';
import { LOT_STATUSES } from '../domain/lot-status.ts';
import { type Instant, parseInstant } from '../domain/time.ts';
import { AppError } from '../errors/app-error.ts';
import { WANTED, type Wanted } from '../ports/platform-fetcher.ts';

const instant = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const parsed = parseInstant(text);
    if (parsed === undefined) context.issues.push({ code: 'custom', message: 'not a time', input: text });
    return parsed ?? z.NEVER;
  }),
);

const Lot = z.object({
  externalId: z.string().check(z.minLength(1), z.maxLength(120)),
  url: z.nullable(z.string()),
  status: z.enum(LOT_STATUSES),
  startsAt: z.nullable(instant),
  endsAt: z.nullable(instant),
  finalAt: z.nullable(instant),
  isOnList: z.boolean(),
  wanted: z.enum(WANTED),
});

const Collect = z.object({
  schema: z.literal('collect.v1'),
  platform: z.string().check(z.minLength(1), z.maxLength(40)),
  task: z.string().check(z.minLength(1), z.maxLength(700)),
  version: z.int().check(z.nonnegative()),
  slot: instant,
  lot: z.nullable(Lot),
});

/** Send the request a task (采集任务) waits for, at its moment. A task that has moved on meanwhile makes it void. */
export interface CollectMessage {
  readonly schema: 'collect.v1';
  readonly platform: string;
  /** Sort key of the task. */
  readonly task: string;
  /** The version of the task it was sent for; 0: there was none yet. */
  readonly version: number;
  /** The moment reserved for the request. */
  readonly slot: Instant;
  /** Of a lot: what it is read for, and what was known of it; `null` for lists. */
  readonly lot: LotOrder | null;
}

/** A lot to be read, and what for. */
export interface LotOrder extends KnownLot {
  readonly wanted: Wanted;
}

/** @throws AppError `MESSAGE.INVALID` */
export function parseCollect(body: unknown): CollectMessage {
  const read = Collect.safeParse(body);
  if (!read.success) throw new AppError('MESSAGE.INVALID', 'not a collect message');
  return read.data;
}
