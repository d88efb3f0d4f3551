import type { Item, ItemStore } from '#shared/ports/item-store.ts';
import { type ReplayPorts, replayDocuments } from '#shared/services/replay/replay-documents.ts';
import type { Plant } from './system.ts';

type Replaying = typeof replayDocuments;

function withRecords(change: (records: ItemStore, hasDocuments: boolean) => ItemStore): Replaying {
  return (caller, ports: ReplayPorts, message) =>
    replayDocuments(caller, { ...ports, records: change(ports.records, message.documents.length > 0) }, message);
}

function isState({ sk }: { readonly sk: string }): boolean {
  return sk === 'STATE';
}

/** Lists the documents once and believes it from then on; the list before that only says what was entered before. */
function listsOnce(records: ItemStore, hasDocuments: boolean): ItemStore {
  let listed: readonly Item[] | undefined;
  let looks = hasDocuments ? -1 : 0;
  return {
    ...records,
    async query(range) {
      if (!range.pk.startsWith('SIGHTINGS#') || range.to !== undefined) return records.query(range);
      looks += 1;
      if (looks < 1) return records.query(range);
      listed ??= await records.query(range);
      return listed;
    },
  };
}

/** Takes every record it finds for another's, so that what a delivery before it wrote is announced by nobody. */
function forgetsItsMark(records: ItemStore): ItemStore {
  return {
    ...records,
    async get(key) {
      const item = await records.get(key);
      return item !== undefined && isState(item) ? { ...item, lastDocument: 'another' } : item;
    },
  };
}

/** Enters what today's mapping shows and forgets what was entered before. */
function forgetsOldLots(records: ItemStore): ItemStore {
  const lots = (item: Item) => (Array.isArray(item['lots']) ? item['lots'] : []);
  return {
    ...records,
    async query(range) {
      const items = await records.query(range);
      return items.map((item) => (lots(item).length > 1 ? { ...item, lots: lots(item).slice(0, 1) } : item));
    },
  };
}

const flipsBlindly = withRecords((records) => ({
  ...records,
  put: (item, condition) => records.put(item, isState(item) ? 'any' : condition),
}));

const announcesNothing: Replaying = (caller, ports, message) =>
  replayDocuments(caller, { ...ports, changes: { send: async () => undefined } }, message);

const takesTheFirstDocuments: Replaying = (caller, ports, message) =>
  replayDocuments(caller, ports, { ...message, documents: message.documents.slice(0, 1) });

/** Bugs of the replay, at its ports and in the order of its steps. */
export const PLANTED_REPLAY_BUGS: Readonly<Record<string, Plant>> = {
  'a flip without condition': { services: { replayDocuments: flipsBlindly } },
  'no second look at the documents after the flip': { services: { replayDocuments: withRecords(listsOnce) } },
  'a replay that announces nothing': { services: { replayDocuments: announcesNothing } },
  'a flip that a redelivery does not announce': { services: { replayDocuments: withRecords(forgetsItsMark) } },
  'a list of documents that names one lot of each': { services: { replayDocuments: withRecords(forgetsOldLots) } },
  'a replay that forgets documents': { services: { replayDocuments: takesTheFirstDocuments } },
};
