import { awaitOutcome, bring, type Delivery, type HostAddress, readJsonLines } from '#infra/cli/host-client.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { Demo } from './demo.ts';
import { isSandboxLot } from './desk/connection.ts';

/** What came of loading a demo. */
export interface LoadReport {
  readonly documents: number;
  readonly lots: number;
  readonly quarantined: number;
  /** Documents refused as a whole. */
  readonly refused: number;
}

/** Documents on their way at once; the door is one, so more of them only wait. */
const AT_ONCE = 6;
const TELL_EVERY = 100;

/** Works through a list with so many at once, in its order. */
async function inOrder<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/**
 * Refuses a host that already has lots of its own: invented lots do not belong among them, but for those of the sandbox.
 * @throws AppError `DEMO.OTHER_LOTS`
 */
export async function refuseOtherLots(host: HostAddress, demo: Demo, seed: number): Promise<void> {
  const ours = new Set<string>(demo.lots(seed).map(({ platform, externalId }) => toLotId(platform, externalId)));
  const known = (await readJsonLines(host, '/v1/lots.jsonl')) as readonly { readonly lotId: string }[];
  const others = known.filter(({ lotId }) => !ours.has(lotId) && !isSandboxLot(lotId)).length;
  if (others === 0) return;
  throw new AppError('DEMO.OTHER_LOTS', 'the data directory holds other lots', { details: { lots: others } });
}

/**
 * Brings a demo through the door, document by document, and waits until all of them are mapped.
 * @param say is told how it goes on, in Chinese
 * @throws AppError `HOST.UNREACHABLE`
 */
export async function loadDemo(
  host: HostAddress,
  demo: Demo,
  seed: number,
  say: (line: string) => void,
): Promise<LoadReport> {
  const documents = demo.documents(seed);
  const ids: string[] = [];
  let brought = 0;
  await inOrder(documents, async (document: Delivery, index) => {
    ids[index] = (await bring(host, document)).documentId;
    brought += 1;
    if (brought % TELL_EVERY === 0) say(`载入演示数据:已送入 ${brought}/${documents.length} 份文件`);
  });
  const found = { quarantined: 0, refused: 0 };
  await inOrder(ids, async (documentId) => {
    const outcome = await awaitOutcome(host, documentId);
    if (outcome.outcome === 'refused') {
      found.refused += 1;
      say(`未采用 ${documentId}: ${ERROR_CODES[outcome.code].title}`);
      return;
    }
    found.quarantined += outcome.quarantined;
  });
  return { documents: documents.length, lots: demo.lots(seed).length, ...found };
}
