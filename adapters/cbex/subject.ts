import type { RawDocument } from '#shared/ports/auction-platform.ts';

/** A result of a transfer, which has no bidding of its own there. */
const PROJECT = /^[A-Z][A-Z0-9]\d{4}[A-Z]{2}\d{4}/;

/** Says whether this may be the number of a lot in bidding (cpdm); its shape is not known beyond letters and digits. */
export function isLotNumber(text: string): boolean {
  return /^[A-Za-z0-9]{4,40}$/.test(text) && !PROJECT.test(text);
}

/** Takes the lot's number the bringer says. */
export function readSubject({ subject = '' }: RawDocument): string | undefined {
  const whole = subject.trim();
  return isLotNumber(whole) ? whole : undefined;
}
