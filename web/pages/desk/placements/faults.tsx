import { type Caller, hasRole } from '#shared/domain/caller.ts';
import type { PlacementFault } from '#shared/domain/placement/placement.ts';
import { fieldNameOf, stepAddress, stepOfPointer } from '../listings/steps.ts';

interface FaultsProps {
  readonly caller: Caller;
  readonly listingId: string;
  readonly faults: readonly PlacementFault[];
}

/** Where a field is mended: in its step of the entry for whoever enters listings, else the listing's page. */
function mendAddress({ caller, listingId }: FaultsProps, pointer: string): string | undefined {
  const step = stepOfPointer(pointer);
  if (step === undefined) return undefined;
  if (!hasRole(caller, 'village-clerk', 'owner-clerk')) return `/desk/listings/${listingId}`;
  return `${stepAddress(listingId, step)}#f-${fieldNameOf(pointer).replaceAll('.', '-')}`;
}

/** What was refused, each with the way to its field of the listing, and the code to quote to the platform. */
export function Faults(props: FaultsProps) {
  if (props.faults.length === 0) return null;
  return (
    <ul>
      {props.faults.map(({ pointer, code, detail }) => {
        const address = mendAddress(props, pointer);
        return (
          <li>
            {detail} {address === undefined ? null : <a href={address}>看挂牌中的这一项</a>}{' '}
            <span class="soft">代码 {code}</span>
          </li>
        );
      })}
    </ul>
  );
}
