import type { Clock } from '../../ports/ambient.ts';
import type { PlatformManifest } from '../../ports/auction-platform.ts';
import type { LotsReader } from '../feed/lots-reader.ts';
import type { SourcePorts } from './collection-ports.ts';

/** What is looked at to tell how collection goes; nothing is written. */
export interface HealthPorts extends SourcePorts {
  readonly clock: Clock;
  readonly platforms: readonly PlatformManifest[];
  readonly lots: LotsReader;
}
