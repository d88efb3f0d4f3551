import type { LotsReader } from '../feed/lots-reader.ts';
import type { PlacementPorts } from '../placement/placement-ports.ts';

/** What joining lots stands on: the lots, and what placements are changed with. */
export interface SameAssetPorts extends PlacementPorts {
  /** Every lot as it is now, by id. */
  readonly lots: LotsReader;
}
