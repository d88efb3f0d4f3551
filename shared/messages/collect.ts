import * as z from 'zod/mini';
import { type Instant, parseInstant } from '../domain/time.ts';
import { AppError } from '../errors/app-error.ts';

const Collect = z.object({
  schema: z.literal('collect.v1'),
  platform: z.string().check(z.minLength(1), z.maxLength(40)),
  task: z.string().check(z.minLength(1), z.maxLength(700)),
  version: z.int().check(z.nonnegative()),
  slot: z.string(),
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
}

/** @throws AppError `MESSAGE.INVALID` */
export function parseCollect(body: unknown): CollectMessage {
  const read = Collect.safeParse(body);
  const slot = read.success ? parseInstant(read.data.slot) : undefined;
  if (!read.success || slot === undefined) throw new AppError('MESSAGE.INVALID', 'not a collect message');
  return { ...read.data, slot };
}
