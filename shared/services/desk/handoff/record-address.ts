import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { toLotId } from '../../../domain/lot-id.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { recordPlacement } from '../listing/record-placement.ts';
import type { Handoff, HandoffPorts } from './handoff-ports.ts';

/**
 * Records the address somebody pasted back (回填上架地址), with the lot's number where the address carries it.
 * @throws AppError `FORM.INVALID` for an address that is not on the chosen platform, and as `recordPlacement`
 */
export async function recordAddress(
  caller: Caller,
  ports: HandoffPorts,
  { source }: Handoff,
  command: Command,
  pasted: string,
): Promise<Committed<Listing>> {
  const { id: platform } = source.platform;
  const url = pasted.trim();
  const number = ports.lotNumbers.get(platform)?.(url);
  const lotId = number === undefined ? null : toLotId(platform, number);
  return recordPlacement(caller, ports, source.listing.id, command, { url, lotId, liveAt: null });
}
