import type { Caller } from '../../domain/caller.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import type { Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { requireRole } from '../authorise.ts';
import { FACTS_INDEX_SCHEMA, FACTS_SCHEMA, factsIndexOf, factsOf } from '../feed/snapshot-tables.ts';
import { FACTS_INDEX, loadSnapshot, readHead, type SnapshotPorts } from '../feed/snapshots.ts';

type Ports = Omit<SnapshotPorts, 'hash'>;

/** All facts as of one snapshot. */
export interface FactsView {
  /** SHA-256 of the index of the years' snapshots: with the version of the definitions it identifies every figure. */
  readonly hash: string;
  /** Source time of the newest fact (数据截至); `null` without facts. */
  readonly at: Instant | null;
  readonly facts: readonly RoundFacts[];
}

const NO_FACTS: FactsView = { hash: 'empty', at: null, facts: [] };
const HASH = /^[0-9a-f]{64}$/;

function newest(facts: readonly RoundFacts[]): Instant | null {
  return facts.reduce<Instant | null>(
    (at, { asOf }) => (asOf !== null && (at === null || asOf > at) ? asOf : at),
    null,
  );
}

/** Reads facts by the hash of their index and keeps what it read last: where one year changed, one year is read. */
function factsLoader(ports: Ports) {
  let view = NO_FACTS;
  let years = new Map<string, readonly RoundFacts[]>();
  return async (hash: string): Promise<FactsView> => {
    if (hash === view.hash) return view;
    const index = factsIndexOf(await loadSnapshot(ports, { etag: hash }, FACTS_INDEX_SCHEMA));
    const read = await Promise.all(
      index.map(async ({ etag }) => {
        const known = years.get(etag) ?? factsOf(await loadSnapshot(ports, { etag }, FACTS_SCHEMA));
        return [etag, known] as const;
      }),
    );
    years = new Map(read);
    const facts = index.flatMap(({ etag }) => years.get(etag) ?? []);
    view = { hash, at: newest(facts), facts };
    return view;
  };
}

/** Answers with all facts: as published last, or as they stood under a hash, so that a figure comes out again. */
export type FactsReader = (caller: Caller, hash?: string) => Promise<FactsView>;

/**
 * A reader of the published facts.
 * @throws AppError `RESOURCE.NOT_FOUND` for a hash that names none, `SNAPSHOT.MISSING`
 */
export function factsReader(ports: Ports): FactsReader {
  const load = factsLoader(ports);
  const loadOlder = factsLoader(ports);
  return async (caller, hash) => {
    requireRole(caller, 'operator', 'system', 'office', 'bureau-reviewer', 'township-reviewer', 'auditor');
    const newestHash = (await readHead(ports.records, FACTS_INDEX))?.etag;
    if (hash === undefined || hash === newestHash) return newestHash === undefined ? NO_FACTS : load(newestHash);
    const missing = () =>
      new AppError('RESOURCE.NOT_FOUND', 'no such facts', { details: { hash: hash.slice(0, 100) } });
    if (!HASH.test(hash)) throw missing();
    return loadOlder(hash).catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'SNAPSHOT.MISSING' ? missing() : error;
    });
  };
}
