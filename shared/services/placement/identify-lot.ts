import type { Caller } from '../../domain/caller.ts';
import { MAX_EXTERNAL_ID } from '../../domain/lot-id.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { refuseFaults } from '../desk/asset/refuse-faults.ts';
import { isAddressOf, isConnectedAddressOf } from '../desk/listing/platform-address.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changePlacement } from './change-placement.ts';
import type { PlacementPorts } from './placement-ports.ts';

/** The lot a person found on the platform. */
export interface IdentifyBody {
  /** The platform's own number. */
  readonly number: string;
  readonly url: string;
}

/**
 * Says that a lot whose answer was lost is there (登记平台标的): the person looked it up on the platform.
 *
 * @throws AppError as `changePlacement`; `FORM.INVALID` without a number, or for an address that is neither on the platform's
 *   hosts nor on the host where it is connected
 */
export async function identifyLot(
  caller: Caller,
  ports: PlacementPorts,
  id: string,
  command: Command,
  body: IdentifyBody,
): Promise<Committed<Placement>> {
  const number = body.number.trim();
  const url = body.url.trim();
  if (number === '' || number.length > MAX_EXTERNAL_ID) {
    refuseFaults([{ pointer: '/number', sentence: `请填写平台的标的编号,最多 ${MAX_EXTERNAL_ID} 个字符。` }]);
  }
  return changePlacement(caller, ports, id, command, {
    command: 'identify',
    event: async ({ platform }) => {
      await requireAddress(ports, platform, url);
      return { type: 'accepted', data: { number, url, revision: null } };
    },
  });
}

async function requireAddress(ports: PlacementPorts, id: Placement['platform'], url: string): Promise<void> {
  const platform = ports.platforms.find((known) => known.id === id);
  if (platform !== undefined && isAddressOf(platform, url)) return;
  if (platform !== undefined && (await isConnectedAddressOf(ports, platform, url))) return;
  refuseFaults([{ pointer: '/url', sentence: `请填写该平台上的标的网址(${platform?.hosts.join('、') ?? ''})。` }]);
}
