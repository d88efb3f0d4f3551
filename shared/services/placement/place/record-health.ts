import { recordFailure, recordSuccess } from '../../platform-calls/breaker.ts';
import type { SlotPorts } from '../../platform-calls/slots.ts';

/** What a call showed of a platform's health; `null`: nothing. */
export type Health = 'answered' | 'failed' | null;

/** Tells the breaker what a call showed. */
export async function recordHealth(ports: SlotPorts, platform: string, health: Health): Promise<void> {
  if (health === 'failed') await recordFailure(ports, platform);
  if (health === 'answered') await recordSuccess(ports, platform);
}
