import type { CapabilityWay } from '../../ports/auction-platform.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';

function isShown(way: CapabilityWay, isConnected: boolean): boolean {
  if (typeof way === 'string') return way !== 'handoff';
  return 'api' in way && isConnected;
}

/** The platforms that show bids: by their pages or files, or by their interface where the office has connected it. */
export async function platformsShowingBids({
  records,
  platforms,
}: Pick<ReconciliationPorts, 'records' | 'platforms'>): Promise<ReadonlySet<string>> {
  const { value } = await readSettings({ records }, 'connections');
  const connected = new Set(value.flatMap(({ platform, enabled }) => (enabled ? [platform] : [])));
  const showing = platforms.filter(({ id, capabilities }) => isShown(capabilities.bids, connected.has(id)));
  return new Set(showing.map(({ id }) => id));
}
