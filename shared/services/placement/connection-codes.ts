import type { ErrorCode } from '../../errors/codes.ts';

/** What keeps a platform from being called until the connection is mended: address, key, or who may call it. */
const TO_MEND: readonly string[] = [
  'CONNECTION.MISSING',
  'SECRET.MISSING',
  'SECRET.UNAVAILABLE',
  'PLATFORM.REFUSED',
  'PLATFORM.FORBIDDEN_ADDRESS',
] satisfies readonly ErrorCode[];

/** Says whether something failed for the connection, and not for what was asked or for the platform. */
export function isOfConnection(code: string | null): boolean {
  return code !== null && TO_MEND.includes(code);
}
