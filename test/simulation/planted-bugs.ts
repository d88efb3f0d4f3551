import type { JsonValue } from '#shared/domain/json.ts';
import { toLotCard } from '#shared/domain/lot-card.ts';
import type { Item, ItemStore } from '#shared/ports/item-store.ts';
import { changeFeedWriter } from '#shared/services/feed/change-feed-writer.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { keys } from '#shared/services/records/keys.ts';
import { parseLotItem } from '#shared/services/records/lot-record.ts';
import type { Plant } from './system.ts';

/** The store with another way to put. */
function putting(store: ItemStore, put: ItemStore['put']): ItemStore {
  return { get: (key) => store.get(key), query: (range) => store.query(range), put };
}

function ignoresConditions(store: ItemStore, ignored: (item: Item) => boolean): ItemStore {
  return putting(store, (item, condition) => store.put(item, ignored(item) ? 'any' : condition));
}

/** Reads now and then what was there before the last write. */
function laggingReads(store: ItemStore): ItemStore {
  const before = new Map<string, Item | undefined>();
  let reads = 0;
  return {
    query: (range) => store.query(range),
    async get(key) {
      reads += 1;
      const place = `${key.pk} ${key.sk}`;
      return reads % 5 === 0 && before.has(place) ? before.get(place) : store.get(key);
    },
    async put(item, condition) {
      const known = await store.get(item);
      const answer = await store.put(item, condition);
      if (answer === 'written') before.set(`${item.pk} ${item.sk}`, known);
      return answer;
    },
  };
}

/** Puts bid chunks only once the state that names them is committed. */
function chunksAfterCommit(store: ItemStore): ItemStore {
  let chunks: Item[] = [];
  return putting(store, async (item, condition) => {
    if (item.sk.startsWith('BIDS#')) {
      chunks.push(item);
      return 'written';
    }
    const answer = await store.put(item, condition);
    if (item.sk !== 'STATE') return answer;
    for (const chunk of answer === 'written' ? chunks : []) await store.put(chunk, 'any');
    chunks = [];
    return answer;
  });
}

/** Sends the changes only once the outcome says that all is done. */
const outcomeFirst: typeof normaliseDocument = async (caller, ports, documentId) => {
  const held: Parameters<typeof ports.changes.send>[] = [];
  const changes = { send: async (...sent: Parameters<typeof ports.changes.send>) => void held.push(sent) };
  const outcome = await normaliseDocument(caller, { ...ports, changes }, documentId);
  for (const sent of held) await ports.changes.send(...sent);
  return outcome;
};

/** Announces the first of the lots that changed and forgets the others. */
const announcesOne: typeof normaliseDocument = (caller, ports, documentId) => {
  const send: typeof ports.changes.send = (body, options) => {
    const message = body as { readonly lots: readonly JsonValue[] };
    return ports.changes.send({ ...message, lots: message.lots.slice(0, 1) }, options);
  };
  return normaliseDocument(caller, { ...ports, changes: { send } }, documentId);
};

/** Appends whatever it is told of, without looking whether the feed says it already. */
const appendsBlindly: typeof changeFeedWriter = (ports) => ({
  ...changeFeedWriter(ports),
  async append(_caller, message) {
    for (const { lotId } of message.lots) {
      const item = await ports.records.get(keys.lot(lotId));
      if (item === undefined) continue;
      const { state, version, bidCount } = parseLotItem(lotId, item);
      const card = toLotCard(state, version, bidCount) as unknown as JsonValue;
      let { length: sequence } = await ports.records.query({ pk: keys.change(0).pk });
      while ((await ports.records.put({ ...keys.change(sequence), card }, 'absent')) === 'refused') sequence += 1;
    }
  },
});

/** Names in the head a place the snapshot does not hold yet. */
function headsRunAhead(store: ItemStore): ItemStore {
  return putting(store, (item, condition) => {
    const upToSeq = Number(item['upToSeq']) + 1;
    return store.put(item.pk === 'SNAPSHOTS' ? { ...item, upToSeq } : item, condition);
  });
}

/** Takes what it knew before for the whole feed when it publishes. */
const publishesTheOld: typeof changeFeedWriter = (ports) => {
  const writer = changeFeedWriter(ports);
  const records = { ...ports.records, query: async () => [] };
  const blind = changeFeedWriter({ ...ports, records });
  return { append: writer.append, publish: blind.publish };
};

/** Bugs at the ports and in the order of steps. Bugs inside the services are planted by the test itself. */
export const PLANTED_BUGS: Readonly<Record<string, Plant>> = {
  'a store that ignores conditions': { store: (store) => ignoresConditions(store, () => true) },
  'a store whose reads lag behind': { store: laggingReads },
  'a commit of a lot without condition': { client: (store) => ignoresConditions(store, ({ sk }) => sk === 'STATE') },
  'a change appended without condition': {
    client: (store) => ignoresConditions(store, ({ pk }) => pk.startsWith('CHANGES#')),
  },
  'a head published without condition': { client: (store) => ignoresConditions(store, ({ pk }) => pk === 'SNAPSHOTS') },
  'bid chunks put after the commit that names them': { client: chunksAfterCommit },
  'a batch acknowledged before it is worked on': { acknowledgeFirst: true },
  'an outcome stored before the changes are sent': { services: { normaliseDocument: outcomeFirst } },
  'an announcement that forgets lots': { services: { normaliseDocument: announcesOne } },
  'a feed that does not check versions': { services: { changeFeedWriter: appendsBlindly } },
  'a snapshot that holds less than its head says': { client: headsRunAhead },
  'a publisher that does not catch up': { services: { changeFeedWriter: publishesTheOld } },
  'a recovery that finds nothing': { services: { recoverDocuments: async () => ({ seen: 0, queued: 0 }) } },
};
