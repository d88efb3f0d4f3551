import { setTimeout as sleep } from 'node:timers/promises';
import type { LotJson } from '#web/lot-json.ts';
import { type HostAddress, readJsonLines } from '../host-client.ts';
import { previewAll } from '../replay/preview.ts';
import type { Check } from './check.ts';
import { compareWithCatalogue, foldFeed } from './feed.ts';
import { compareVersions, compareWithDocuments, digestOfAll } from './lots.ts';
import { compareWithSnapshots, readPublished } from './snapshots.ts';
import { compareWaiting, readWaiting } from './waiting.ts';

/** What `hub verify` (核对) found. */
export interface Verification {
  readonly checks: readonly Check[];
  readonly lots: number;
  /** Over all that is known of all lots. */
  readonly digest: string;
}

/** The feed and the catalogue follow the record within moments; so long they may take. */
const LOOKS = 5;
const LOOK_AGAIN_MS = 1_000;

async function look(host: HostAddress): Promise<Verification> {
  const published = await readPublished(host);
  const feed = await foldFeed(host);
  const catalogue = (await readJsonLines(host, '/v1/lots.jsonl')) as readonly LotJson[];
  const ids = new Set([...feed.lots.keys(), ...catalogue.map(({ lotId }) => lotId)]);
  const waiting = await previewAll(host, { documents: await readWaiting(host), lots: [] });
  const { lots } = await previewAll(host, { documents: [], lots: [...ids].sort() });
  const checks: readonly Check[] = [
    { of: 'documents', name: '标的记录与其文件', count: lots.length, differences: compareWithDocuments(lots) },
    {
      of: 'documents',
      name: '待核文件与今天的映射',
      count: waiting.documents.length,
      differences: compareWaiting(waiting.documents),
    },
    {
      of: 'feed',
      name: '标的目录与变更的累积',
      count: feed.history.length,
      differences: compareWithCatalogue(feed, catalogue),
    },
    { of: 'feed', name: '标的记录与变更的版本', count: lots.length, differences: compareVersions(lots, feed.lots) },
    {
      of: 'feed',
      name: '已发布的快照与变更的累积',
      count: published.length,
      differences: compareWithSnapshots(feed, published),
    },
  ];
  return { checks, lots: lots.length, digest: digestOfAll(lots) };
}

function isBehind({ checks }: Verification): boolean {
  const failed = checks.filter(({ differences }) => differences.length > 0);
  return failed.length > 0 && failed.every((check) => check.of === 'feed');
}

/** Compares records, documents, feed and catalogue; while only the feed lags, looks again for some seconds. */
export async function verify(host: HostAddress): Promise<Verification> {
  let found = await look(host);
  for (let looks = 1; looks < LOOKS && isBehind(found); looks += 1) {
    await sleep(LOOK_AGAIN_MS);
    found = await look(host);
  }
  return found;
}
