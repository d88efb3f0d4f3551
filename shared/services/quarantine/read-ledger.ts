import type { Caller } from '../../domain/caller.ts';
import { shareOf } from '../../domain/comparison/exact.ts';
import type { Ppm } from '../../domain/money.ts';
import type { Instant } from '../../domain/time.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { keys } from '../records/keys.ts';
import { querySightings } from '../records/sighting-entry.ts';
import { parseQuarantinedItem } from './quarantined-document.ts';

/** How many lots a platform itself says it has, and which document says so. */
export interface PublishedTotal {
  readonly listed: number;
  readonly documentId: string;
  /** Source time of the document. */
  readonly at: Instant;
}

/** How the record of one platform stands now: no part of any snapshot. */
export interface PlatformLedger {
  readonly platform: string;
  /** Documents ever complained of: refused as a whole, or with rows that could not be read. */
  readonly complained: number;
  /** Those of them that a replay has read without complaint since. */
  readonly repaired: number;
  readonly open: number;
  /** Repaired in complained of (修复率); `null` of none. */
  readonly repairRate: Ppm | null;
  /** The newest total among the platform's newest documents; `null` where none of them states one. */
  readonly total: PublishedTotal | null;
}

interface Ports {
  readonly records: ItemStore;
}

/** As many of the newest documents are looked through for a total: one that is further back is no news. */
const NEWEST_DOCUMENTS = 500;

async function readTotal({ records }: Ports, platform: string): Promise<PublishedTotal | null> {
  const range = { ...keys.sightings(platform), reverse: true, limit: NEWEST_DOCUMENTS };
  for (const { listed, document, at } of await querySightings(records, range)) {
    if (listed !== undefined) return { listed, documentId: document, at };
  }
  return null;
}

async function ledgerOf(ports: Ports, platform: string): Promise<PlatformLedger> {
  const [items, total] = await Promise.all([
    ports.records.query(keys.quarantine(platform)),
    readTotal(ports, platform),
  ]);
  const complained = items.length;
  const open = items.map(parseQuarantinedItem).filter((document) => document.open).length;
  const repaired = complained - open;
  return { platform, complained, repaired, open, repairRate: shareOf(repaired, complained), total };
}

/**
 * Reads how the record of each platform stands (采集台账): what became of documents that were complained of, and how many
 * lots the platform says it has.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readLedger(
  caller: Caller,
  ports: Ports,
  platforms: readonly string[],
): Promise<readonly PlatformLedger[]> {
  requireRole(caller, 'operator', 'office', 'bureau-reviewer', 'township-reviewer', 'auditor');
  return Promise.all(platforms.map((platform) => ledgerOf(ports, platform)));
}
