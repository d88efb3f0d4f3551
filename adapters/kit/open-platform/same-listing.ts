import type { JsonValue } from '#shared/domain/json.ts';
import { parseInstant } from '#shared/domain/time.ts';
import type { Listing } from './listing.ts';

/** What no platform shows again: the reserve price and the bytes of files. Links to them are the platform's own. */
const NOT_SHOWN: readonly string[] = ['reserveFen', 'contentBase64', 'url'];

/**
 * Whether the platform holds what we would send, as far as it shows it. A reserve price is never shown, so a listing with one
 * is never known to be the same.
 */
export function isSameListing(ours: Listing, held: Listing): boolean {
  if (ours['reserveFen'] !== undefined) return false;
  return JSON.stringify(comparable({ ...ours })) === JSON.stringify(comparable({ ...held }));
}

/** Keys in order, no empty ones, times as instants: none of it makes another listing. */
function comparable(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([name, of]) => of !== null && of !== undefined && !NOT_SHOWN.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([name, of]) => [name, comparable(of)]));
  }
  if (typeof value === 'string') return parseInstant(value) ?? value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
