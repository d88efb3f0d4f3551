import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { findPlatform } from '#adapters/registry.ts';
import { samples } from '#adapters/samples.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { parseInstant } from '#shared/domain/time.ts';
import { hostUrl } from '#test/support/host-process.ts';

const folders: string[] = [];

/** A path for a data directory, empty, removed by `removeFolders`. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  folders.push(folder);
  return folder;
}

/** Removes what `newFolder` made. */
export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** Different lots in the sample documents of the project itself. */
export const SAMPLE_LOTS = countSampleLots();

function countSampleLots(): number {
  const lots = samples
    .filter(({ from }) => from === 'own')
    .flatMap(({ platform, kind, file, subject, observedAt }) => {
      const at = parseInstant(observedAt);
      if (at === undefined) throw new TypeError(`${file}: not a time`);
      const about = subject === undefined ? {} : { subject };
      const { lots, bids } = findPlatform(platform).map({ kind, bytes: readFileSync(file), observedAt: at, ...about });
      return [...lots, ...bids].map(({ externalId }) => toLotId(platform, externalId));
    });
  return new Set(lots).size;
}

interface Lot {
  readonly lotId: string;
  readonly version: number;
}

/** The catalogue of a running host as it shows now. */
export async function readLots(folder: string): Promise<readonly Lot[]> {
  const response = await fetch(`${hostUrl(folder)}/v1/lots?limit=200`);
  const { lots } = (await response.json()) as { lots: readonly Lot[] };
  return lots;
}

/** Says whether the catalogue shows every lot as the record has it. */
async function hasSettled(folder: string, count: number): Promise<boolean> {
  const lots = await readLots(folder);
  const versions = lots.map(async ({ lotId, version }) => {
    const response = await fetch(`${hostUrl(folder)}/v1/lots/${lotId}`);
    return ((await response.json()) as { version: number }).version === version;
  });
  return lots.length === count && (await Promise.all(versions)).every(Boolean);
}

/** The catalogue follows the record by a moment: what it shows once it has caught up. */
export async function settledLots(folder: string, count: number): Promise<readonly Lot[]> {
  const look = async () => {
    if (!(await hasSettled(folder, count))) throw new Error(`the catalogue does not show ${count} lots as recorded`);
  };
  await vi.waitFor(look, { timeout: 100_000, interval: 1_000 });
  return readLots(folder);
}

/** What lots say, without how often their records were written: that depends on the order documents came in. */
export function saidBy(lots: readonly Lot[]): readonly object[] {
  return lots.map(({ version: _, ...said }) => said);
}
