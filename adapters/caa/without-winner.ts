import { parseJson } from '../kit/json-reply.ts';

/** What a confirmation says of whoever bought the lot: name and bidder number, spelt as the platform spells them. */
const WINNER: readonly string[] = ['barginUserName', 'barginPriceNum'];

/**
 * A confirmation without its winner (买受人), for keeping: the winner belongs in the restricted record only. What is no such reply
 * stays as it is.
 */
export function withoutWinner(bytes: Uint8Array): Uint8Array {
  const reply = parseJson(new TextDecoder().decode(bytes));
  if (typeof reply !== 'object' || reply === null || !WINNER.some((name) => Object.hasOwn(reply, name))) return bytes;
  const kept = Object.entries(reply).map(([name, value]) => [name, WINNER.includes(name) && value ? '***' : value]);
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(kept)));
}
