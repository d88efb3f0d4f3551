import { bidDocuments, changeEvents, listPages } from './district.ts';
import type { DemoDocument } from './document.ts';
import { houseTables } from './house-table.ts';
import { officialLots } from './lots.ts';
import { noticesOf } from './notices.ts';
import { PLATFORM_IDS } from './platforms.ts';
import { portalLots } from './portal-lots.ts';
import { portalBids, portalItem, portalLists } from './portal-pages.ts';
import { settlements, settlementTables } from './settlement.ts';

/** Every document of the year, in the order in which they came. */
export function yearOfDocuments(seed: number): readonly DemoDocument[] {
  const official = officialLots(seed);
  const district = official.filter(({ asset }) => asset.platform === 'district');
  const house = official.filter(({ asset }) => asset.platform === 'house');
  const portal = portalLots(seed);
  const documents = [
    ...listPages(district, seed),
    ...settlementTables(district),
    ...district.flatMap((lot) => [...bidDocuments(lot), ...changeEvents(lot, seed), ...settlements(lot, seed)]),
    ...noticesOf(house),
    ...houseTables(house),
    ...portalLists(portal),
    ...portal.flatMap((lot) => [...portalItem(lot), ...portalBids(lot)]),
  ];
  return documents.toSorted((a, b) => (a.observedAt < b.observedAt ? -1 : a.observedAt > b.observedAt ? 1 : 0));
}

/** Ids of all lots of the year, as the record names them. */
export function yearOfLots(seed: number): readonly { readonly platform: string; readonly externalId: string }[] {
  const official = officialLots(seed).map(({ asset, id }) => ({
    platform: PLATFORM_IDS[asset.platform],
    externalId: id,
  }));
  const portal = portalLots(seed).map(({ id }) => ({ platform: PLATFORM_IDS.portal, externalId: id }));
  return [...official, ...portal];
}
