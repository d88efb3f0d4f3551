import type { FetchedList, Fetching } from '../../domain/collection/fetching.ts';
import type { PlatformConnection } from '../../domain/settings/connection.ts';
import type { CollectionSource } from '../../domain/settings/source.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import type { SourcePorts } from './collection-ports.ts';

/** A platform that is read, and how. */
export interface ActiveSource {
  readonly fetching: Fetching;
  /** Address everything begins with, without a slash at the end. */
  readonly base: string;
  readonly requestsPerMinute: number;
  /** The lists that are read. */
  readonly lists: readonly FetchedList[];
  /** Of the connection, by name of the field; empty for public pages. */
  readonly options: Readonly<Record<string, string>>;
  /** Names of secrets, by name of the field. */
  readonly secretNames: Readonly<Record<string, string>>;
}

/**
 * The platforms that are read now (开启采集的平台): public pages where the office switched them on, interfaces where a connection
 * is enabled and the office did not switch reading off. A platform that is retired is not read.
 */
export async function activeSources({ records, fetching }: SourcePorts): Promise<readonly ActiveSource[]> {
  const [sources, connections] = await Promise.all([
    readSettings({ records }, 'sources'),
    readSettings({ records }, 'connections'),
  ]);
  return fetching.flatMap((facts) => {
    const source = sources.value.find(({ platform }) => platform === facts.platform);
    if (source !== undefined && (!source.enabled || source.retired !== null)) return [];
    if (facts.way === 'public') return source === undefined ? [] : (fromPages(facts, source) ?? []);
    const connection = connections.value.find(({ platform, enabled }) => platform === facts.platform && enabled);
    return connection === undefined ? [] : [fromConnection(facts, connection, source)];
  });
}

function fromPages(fetching: Fetching, source: CollectionSource): ActiveSource | undefined {
  const base = source.base ?? fetching.base;
  if (base === null) return undefined;
  const requestsPerMinute = source.requestsPerMinute ?? fetching.requestsPerMinute;
  return { fetching, base, requestsPerMinute, lists: listsOf(fetching, source), options: {}, secretNames: {} };
}

function fromConnection(
  fetching: Fetching,
  { base, requestsPerMinute, options, secrets }: PlatformConnection,
  source: CollectionSource | undefined,
): ActiveSource {
  return {
    fetching,
    base: source?.base ?? base,
    requestsPerMinute: source?.requestsPerMinute ?? requestsPerMinute,
    lists: listsOf(fetching, source),
    options,
    secretNames: secrets,
  };
}

function listsOf({ lists }: Fetching, source: CollectionSource | undefined): readonly FetchedList[] {
  const wanted = source?.lists ?? null;
  return wanted === null ? lists : lists.filter(({ id }) => wanted.includes(id));
}
