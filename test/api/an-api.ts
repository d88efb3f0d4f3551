import { createApi } from '#functions/api-app.ts';
import { createDocs } from '#functions/docs-app.ts';
import type { BidObservation } from '#shared/domain/bid.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { changeFeedWriter } from '#shared/services/feed/change-feed-writer.ts';
import { type CatalogueReader, catalogueReader } from '#shared/services/read-catalogue.ts';
import { manifest } from '#test/simulation/virtual-platform.ts';
import { aBid, aDesk, aFullLot } from '#test/support/builders.ts';
import { compression } from '#test/support/compression.ts';
import { changed } from '#test/support/feed.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';

/** The site the API of these tests is asked under. */
export const SITE = 'https://auctions.example';

/** The lot most tests ask for. */
export const LOT = toLotId(manifest.id, '1024');

const NOTHING: MappedDocument = { lots: [], bids: [], quarantined: [] };

interface Broken {
  readonly records?: ItemStore;
  readonly readCatalogue?: CatalogueReader;
}

type App = ReturnType<typeof createApi>;

function asking(app: App) {
  return async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    app.request(`${SITE}${path}`, { headers: { host: 'auctions.example', 'x-forwarded-proto': 'https', ...headers } });
}

/** The API over memory, with a desk that fills its record. */
export function anApi() {
  const desk = aDesk();
  const { records, clock } = desk;
  const ports = { records, clock, snapshots: memoryObjectStore(), hash: sha256, compression };
  const writer = changeFeedWriter(ports);
  let minutes = 0;
  /** Brings a page, maps it, and writes the lots it shows to the change feed. */
  const show = async (says: MappedDocument): Promise<void> => {
    minutes += 1;
    await desk.map(await desk.bring({ says }, minutes));
    const shown = [...says.lots, ...says.bids].map(({ externalId }) => toLotId(manifest.id, externalId));
    await writer.append(systemCaller('feed'), changed(...shown));
  };
  const parts = { records, clock, hash: sha256, manifests: [manifest], readCatalogue: catalogueReader(ports) };
  return {
    ...parts,
    showLots: (...lots: readonly LotObservation[]) => show({ ...NOTHING, lots }),
    showBids: (...bids: readonly BidObservation[]) => show({ ...NOTHING, bids: [{ externalId: '1024', bids }] }),
    app: createApi(parts),
    ask: asking(createApi(parts)),
    publish: () => writer.publish(systemCaller('publish'), 'any-news'),
    /** Asks an API some of whose parts do not work. */
    askBroken: (broken: Broken) => asking(createApi({ ...parts, ...broken })),
  };
}

/** The API with a lot of which everything is known, bids included, and one of which next to nothing is. */
export async function aFilledApi() {
  const api = anApi();
  await api.showLots({ ...aFullLot(), facts: { ...aFullLot().facts, propertyKey: '梧桐村1号' } });
  await api.showBids(aBid(1), aBid(2));
  await api.showLots({ externalId: '7', facts: {} });
  await api.publish();
  return api;
}

/** The pages about the API. */
export const docs = createDocs({ hash: sha256 });
export const askDocs = asking(docs);
