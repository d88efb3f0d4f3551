import type { JsonObject, Level } from '../wire.ts';
import type { Client, Reply } from './client.ts';
import type { Receiver } from './receiver.ts';

/** What a case has at hand. */
export interface Bench {
  readonly client: Client;
  /** A fresh reference of a test listing. */
  newReference(): string;
  /** A listing every platform should take; starts a month after the platform's clock. */
  listing(reference: string): JsonObject;
  /** Lots to look at, at most ten. */
  readonly lotIds: readonly string[];
  /** Where the platform pushes to, if whoever runs the suite arranged it. */
  readonly receiver: Receiver | undefined;
}

/** One rule of the interface, tried on a server. */
export interface Case {
  readonly id: string;
  readonly level: Level;
  /** Says nothing of a platform that shows no lots. */
  readonly needsLots?: true;
  /** Says nothing where events have nowhere to go. */
  readonly needsReceiver?: true;
  /** Chinese. */
  readonly title: string;
  /** Operation or rule of the interface that asks for it. */
  readonly paragraph: string;
  readonly expected: string;
  /** What to do about it, Chinese. */
  readonly advice: string;
  /** @returns what was found wrong, Chinese; undefined when the rule is kept */
  run(bench: Bench): Promise<string | undefined>;
}

/** Says what a reply was, for a report; never quotes a body. */
export function saw(reply: Reply): string {
  const code = field(reply.json, 'code');
  return `答复 ${reply.status}${typeof code === 'string' ? `（${code.slice(0, 60)}）` : ''}`;
}

/** A field of an object; undefined where there is none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** Rows below a name; none where the field is no list. */
export function rows(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  return Array.isArray(found) ? found : [];
}

/** Complains unless the reply is a refusal of this status with a complete problem. */
export function refusal(reply: Reply, ...statuses: readonly number[]): string | undefined {
  if (!statuses.includes(reply.status)) return saw(reply);
  if (!reply.contentType.startsWith('application/problem+json')) return `答复类型为 ${reply.contentType || '空'}`;
  const missing = ['type', 'title', 'status', 'code', 'errors', 'retryable'].filter(
    (name) => field(reply.json, name) === undefined,
  );
  return missing.length === 0 ? undefined : `错误答复缺少 ${missing.join('、')}`;
}
