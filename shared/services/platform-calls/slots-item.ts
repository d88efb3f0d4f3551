import type { Clock } from '../../ports/ambient.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';
import { secondOf, stillCounting, type Taken } from './slot-seconds.ts';

/** What is reserved with a platform (预约表). */
export interface Reserved {
  readonly taken: Taken;
  /** Seconds of these in which something urgent is sent. */
  readonly urgent: ReadonlySet<number>;
  /** Until which epoch second somebody has taken something on, by its mark. */
  readonly claims: ReadonlyMap<string, number>;
}

interface StoredSlots extends Item {
  readonly v: number;
  /** Epoch second that the others are counted from. */
  readonly base: number;
  /** Seconds that are reserved in base 36, with spaces between: `7`, `7:2` for two requests, `!7` where one is urgent. */
  readonly taken: string;
  /** `mark:until` each, likewise. */
  readonly claims: string;
}

interface Ports {
  readonly records: ItemStore;
  readonly clock: Clock;
}

/** What is reserved now, and its version; 0: nothing ever was. */
export async function readReserved(
  { records, clock }: Ports,
  platform: string,
): Promise<Reserved & { readonly version: number }> {
  const stored = (await records.get(keys.platformSlots(platform))) as Partial<StoredSlots> | undefined;
  const { v: version = 0, base = 0, taken = '', claims = '' } = stored ?? {};
  const now = secondOf(clock.now());
  const pairs = pairsOf(taken);
  const seconds = pairs.map(([at, count]) => [base + fromBase36(at.replace('!', '')), fromBase36(count)] as const);
  const untils = pairsOf(claims).map(([mark, until]) => [mark, base + fromBase36(until)] as const);
  return {
    version,
    taken: stillCounting(new Map(seconds), now),
    urgent: new Set(pairs.flatMap(([at]) => (at.startsWith('!') ? [base + fromBase36(at.slice(1))] : []))),
    claims: new Map(untils.filter(([, until]) => until > now)),
  };
}

/** Keeps what is reserved, unless somebody else did meanwhile. */
export function putReserved(
  { records }: Ports,
  platform: string,
  { taken, urgent, claims, version }: Reserved & { readonly version: number },
): Promise<'written' | 'refused'> {
  const base = Math.min(...taken.keys());
  const seconds = [...taken].toSorted(([a], [b]) => a - b);
  const item: StoredSlots = {
    ...keys.platformSlots(platform),
    v: version + 1,
    base,
    taken: seconds.map(([at, count]) => `${urgent.has(at) ? '!' : ''}${pair(at - base, count)}`).join(' '),
    claims: [...claims].map(([mark, until]) => `${mark}:${toBase36(until - base)}`).join(' '),
  };
  return records.put(item, version === 0 ? 'absent' : { version });
}

function pair(at: number, count: number): string {
  return count === 1 ? toBase36(at) : `${toBase36(at)}:${toBase36(count)}`;
}

function pairsOf(text: string): readonly (readonly [string, string])[] {
  if (text === '') return [];
  return text.split(' ').map((each) => {
    const [first = '', second = '1'] = each.split(':');
    return [first, second] as const;
  });
}

function toBase36(value: number): string {
  return value.toString(36);
}

function fromBase36(text: string): number {
  return Number.parseInt(text, 36);
}
