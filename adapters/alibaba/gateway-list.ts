import type { GatewayList } from './open-schema.ts';

/** The rows of a list, bare or, as the gateway sends it by default, inside an object with one field named after its type. */
export function rowsOf(list: GatewayList): readonly unknown[] {
  if (list === null || list === undefined) return [];
  return Array.isArray(list) ? list : Object.values(list).flat();
}
