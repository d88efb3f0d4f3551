import type { Item, ItemKey, ItemStore } from '#shared/ports/item-store.ts';
import { itemSize } from '#shared/services/records/write-meter.ts';

const KILOBYTE = 1024;

/** Says what is wrong with one write or read; the first words name the rule. */
type Complain = (complaint: string) => void;

/** What the history of puts has shown so far. */
interface Seen {
  readonly versions: Map<string, number>;
  readonly chunks: Set<string>;
  readonly named: Set<string>;
  readonly feedVersions: Map<string, number>;
  lastSequence: number;
  readonly upToSeq: Map<string, number>;
}

const text = ({ pk, sk }: ItemKey) => `${pk} ${sk}`;

function checkState(seen: Seen, item: Item, complain: Complain): void {
  const before = seen.versions.get(item.pk) ?? 0;
  if (item['v'] !== before + 1) complain(`a version does not rise by one: ${item.pk} ${before} -> ${item['v']}`);
  seen.versions.set(item.pk, item['v'] as number);
  for (const [id] of item['chunks'] as [string, number][]) {
    const chunk = `${item.pk} BIDS#${String(item['generation']).padStart(4, '0')}#${id}`;
    if (!seen.chunks.has(chunk)) complain(`a state names a chunk that is not there: ${chunk}`);
    seen.named.add(chunk);
  }
}

function checkChange(seen: Seen, item: Item, complain: Complain): void {
  const sequence = Number(item.sk);
  if (sequence !== seen.lastSequence + 1)
    complain(`the feed has a gap or a double: ${seen.lastSequence} -> ${sequence}`);
  seen.lastSequence = sequence;
  const { lotId, version } = item['card'] as { lotId: string; version: number };
  const before = seen.feedVersions.get(lotId) ?? 0;
  if (version <= before) complain(`a lot's version in the feed does not rise: ${lotId} ${before} -> ${version}`);
  seen.feedVersions.set(lotId, version);
}

function checkHead(seen: Seen, item: Item, complain: Complain): void {
  const upToSeq = item['upToSeq'] as number;
  const before = seen.upToSeq.get(item.sk) ?? -1;
  if (upToSeq <= before) complain(`the head of a snapshot does not rise: ${item.sk} ${before} -> ${upToSeq}`);
  if (upToSeq > seen.lastSequence) complain(`a snapshot is ahead of the feed: ${item.sk} ${upToSeq}`);
  seen.upToSeq.set(item.sk, upToSeq);
}

function checkWritten(seen: Seen, item: Item, complain: Complain): void {
  if (item.pk.startsWith('CHANGES#')) checkChange(seen, item, complain);
  else if (item.pk === 'SNAPSHOTS') checkHead(seen, item, complain);
  else if (item.sk === 'STATE') checkState(seen, item, complain);
  else if (item.sk.startsWith('BIDS#')) {
    if (itemSize(item) > KILOBYTE) complain(`a chunk is larger than a kilobyte: ${itemSize(item)} ${text(item)}`);
    seen.chunks.add(text(item));
  }
}

/** The store as it is, holding every effect against the rules of committing. */
export function watchedStore(inner: ItemStore, complain: Complain): ItemStore {
  const seen: Seen = {
    versions: new Map(),
    chunks: new Set(),
    named: new Set(),
    feedVersions: new Map(),
    lastSequence: -1,
    upToSeq: new Map(),
  };
  return {
    async get(key) {
      const unnamed = key.sk.startsWith('BIDS#') && !seen.named.has(text(key));
      if (unnamed) complain(`a chunk is read that no state named: ${text(key)}`);
      return inner.get(key);
    },
    async put(item, condition) {
      const answer = await inner.put(item, condition);
      if (answer === 'written') checkWritten(seen, item, complain);
      return answer;
    },
    query: (range) => inner.query(range),
  };
}
