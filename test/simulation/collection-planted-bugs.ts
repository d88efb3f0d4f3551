import { parseInstant } from '#shared/domain/time.ts';
import type { Item, ItemStore } from '#shared/ports/item-store.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import type { CollectionPlant } from './collection-system.ts';
import { virtualPlatform } from './virtual-platform.ts';

interface Planted extends CollectionPlant {
  /** How the complaint begins. */
  readonly shows: string;
}

/** A worker that writes some items otherwise; `undefined`: not at all. */
function writing(changed: (item: Item) => Item | undefined): (store: ItemStore) => ItemStore {
  return (store) => ({
    ...store,
    async put(item, condition) {
      const written = changed(item);
      return written === undefined ? 'written' : store.put(written, condition);
    },
  });
}

function withoutBreaker(store: ItemStore): ItemStore {
  return { ...store, get: async (key) => (key.sk === 'BREAKER' ? undefined : store.get(key)) };
}

/** A digest of what was extracted without its bids; other hashes are as they should be. */
const blindToBids = {
  sha256: (data: Uint8Array | string) =>
    sha256.sha256(typeof data === 'string' && data.startsWith('[') ? data.replace(/"bids":.*?"deposits"/g, '') : data),
};

const isOf = (item: Item, sk: string) => item.sk === sk;

/** What the simulation of collecting must catch. */
export const PLANTED_COLLECTION_BUGS = {
  'requests that nobody claims': {
    shows: 'taken on twice',
    client: writing((item) => (isOf(item, 'SLOTS') ? { ...item, claims: '' } : item)),
  },
  'claims that are kept for ever': {
    shows: 'forgotten',
    client: writing((item) =>
      isOf(item, 'SLOTS') ? { ...item, claims: String(item['claims']).replace(/:\w+/g, ':zzzzzz') } : item,
    ),
  },
  'moments that somebody else reserved': {
    shows: 'over budget',
    client: writing((item) => (isOf(item, 'SLOTS') ? { ...item, taken: '' } : item)),
  },
  'a message used long after its moment': {
    shows: 'not in its moment',
    message: (message, { clock }) => ({ ...message, slot: clock.now() }),
  },
  'a message of a state that is over': {
    shows: 'sent again',
    message: (message, { stored }) => {
      const task = stored.items('COLLECT#').find(({ sk }) => sk === message.task);
      return { ...message, version: Number(task?.['v'] ?? 0) };
    },
  },
  'a digest that leaves out bids': { shows: 'forgotten', hash: blindToBids },
  'an empty list that ends its lots': {
    shows: 'a bad page changed the record',
    adapter: {
      ...virtualPlatform,
      map(document) {
        const mapped = virtualPlatform.map(document);
        if (document.kind !== 'list' || mapped.lots.length > 0) return mapped;
        return { ...mapped, lots: [{ externalId: 'A1', status: 'withdrawn', facts: {} }] };
      },
    },
  },
  'a Retry-After that nobody keeps': {
    shows: 'not left alone after 429',
    client: writing((item) => (isOf(item, 'BREAKER') && item['restUntil'] !== undefined ? undefined : item)),
  },
  'a captcha page that opens no breaker': {
    shows: 'not left alone after a block',
    client: writing((item) => (isOf(item, 'BREAKER') && item['blocks'] !== undefined ? undefined : item)),
  },
  'a breaker that nobody looks at': { shows: 'sent while paused', client: withoutBreaker },
  'incidents that nobody solves': {
    shows: 'an incident stands',
    client: writing((item) => {
      const solvedAt = item.pk.startsWith('INCIDENT#') ? item['solvedAt'] : null;
      return typeof solvedAt === 'string' && parseInstant(solvedAt) !== undefined ? undefined : item;
    }),
  },
  'tasks that are written without a word of an incident': {
    shows: 'an incident stands',
    client: writing((item) => (item.pk.startsWith('COLLECT#') ? { ...item, hasIncident: false } : item)),
  },
} as const satisfies Readonly<Record<string, Planted>>;
