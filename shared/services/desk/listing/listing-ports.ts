import type { Publishing } from '../../../domain/placement/publishing.ts';
import type { Random } from '../../../ports/ambient.ts';
import type { PlatformManifest } from '../../../ports/auction-platform.ts';
import type { EventPorts } from '../../events/event-ports.ts';

/** What the listing services are given. */
export interface ListingPorts extends EventPorts {
  /** Seeds of draws come from here. */
  readonly random: Random;
  /** Every platform there is; which may be chosen is the office's list of admissions. */
  readonly platforms: readonly PlatformManifest[];
  /** What is known of the platforms that can be published to. */
  readonly publishing: readonly Publishing[];
}
