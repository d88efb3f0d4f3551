import { parseJson } from '../kit/json-reply.ts';
import { Paging } from './schema.ts';

/** Whether a list or a log has a page after this one, counted from 1. What cannot be read goes on nowhere: its mapping says why. */
export function goesOn(bytes: Uint8Array, page: number): boolean {
  const reading = Paging.read(parseJson(new TextDecoder().decode(bytes)));
  if (!reading.ok) return false;
  const { items, totalPages } = reading.value;
  return items.length > 0 && page < (totalPages ?? 0);
}
