import type { Caller } from '../../domain/caller.ts';
import { STREAM_KINDS, type StreamId, type StreamKind } from '../../domain/events/event.ts';
import type { StreamLog } from '../../domain/events/sealed-day.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { readLog } from '../events/load.ts';
import { keys } from '../records/keys.ts';

interface Ports {
  readonly records: ItemStore;
}

/** Logs read at a time: enough to hide the wait, few enough to hold. */
const AT_ONCE = 16;

/** How much of the logs goes into one page, in characters of JSON; an answer may have 6 MB of UTF-8. */
const PAGE_SIZE = 1_000_000;
const STREAMS_PER_PAGE = 400;

/** Some logs and where to go on; `next` is null at the end. */
export interface StreamPage {
  readonly streams: readonly StreamLog[];
  readonly next: StreamId | null;
}

async function listStreams({ records }: Ports, kind: StreamKind, after?: string, limit?: number) {
  const range = keys.streams(kind, after);
  const items = await records.query(limit === undefined ? range : { ...range, limit });
  return items.map(({ id }): StreamId => ({ kind, id: id as string }));
}

async function readLogs(ports: Ports, streams: readonly StreamId[]): Promise<readonly StreamLog[]> {
  return Promise.all(streams.map(async (stream) => ({ stream, log: await readLog(ports, stream) })));
}

/** Every log there is, read whole. */
export async function readAllLogs(ports: Ports): Promise<readonly StreamLog[]> {
  const all: StreamLog[] = [];
  for (const kind of STREAM_KINDS) {
    const streams = await listStreams(ports, kind);
    for (let from = 0; from < streams.length; from += AT_ONCE) {
      all.push(...(await readLogs(ports, streams.slice(from, from + AT_ONCE))));
    }
  }
  return all;
}

/** The logs that follow one, by kind and then by id. */
async function streamsAfter(ports: Ports, after: StreamId | undefined): Promise<readonly StreamId[]> {
  const found: StreamId[] = [];
  const first = after === undefined ? 0 : STREAM_KINDS.indexOf(after.kind);
  for (const kind of STREAM_KINDS.slice(first)) {
    const left = STREAMS_PER_PAGE - found.length;
    if (left === 0) break;
    found.push(...(await listStreams(ports, kind, kind === after?.kind ? after.id : undefined, left)));
  }
  return found;
}

/**
 * A page of whole logs, for whoever wants to check them without us.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readStreamPage(caller: Caller, ports: Ports, after?: StreamId): Promise<StreamPage> {
  requireRole(caller, 'operator', 'auditor');
  const streams = await streamsAfter(ports, after);
  const page: StreamLog[] = [];
  let size = 0;
  for (let from = 0; from < streams.length && size < PAGE_SIZE; from += AT_ONCE) {
    const read = await readLogs(ports, streams.slice(from, from + AT_ONCE));
    size += JSON.stringify(read).length;
    page.push(...read);
  }
  const atEnd = page.length === streams.length && streams.length < STREAMS_PER_PAGE;
  return { streams: page, next: atEnd ? null : (page.at(-1)?.stream ?? null) };
}
