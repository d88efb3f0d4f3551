import { readLink } from '../kit/link.ts';
import { isLotNumber } from './address.ts';
import { manifest } from './manifest.ts';

/** 浙江, 湖州 in GBK, as the site writes its queries. */
const REGION = 'province=%D5%E3%BD%AD&city=%BA%FE%D6%DD';

const LISTS: ReadonlyMap<string, string> = new Map([
  ['assets', 'https://zc-paimai.taobao.com/zc_item_list.htm'],
  ['judicial', 'https://sf.taobao.com/item_list.htm'],
]);

/** Address of a page of a list; undefined for a list that is none of ours. */
export function listAddress(list: string, page: number): string | undefined {
  const path = LISTS.get(list);
  return path === undefined ? undefined : `${path}?${REGION}&page=${page}`;
}

/**
 * Address of a lot's page: where it was seen, as far as that is an address of the platform and of this lot; else where lots of
 * asset sales are shown. Undefined for what is no number of a lot.
 */
export function itemAddress(externalId: string, seenAt: string | null): string | undefined {
  if (!isLotNumber(externalId)) return undefined;
  const link = readLink(seenAt ?? '', manifest.hosts);
  const isSeen =
    link.kind === 'own' && [`/sf_item/${externalId}.htm`, `/auction/${externalId}.htm`].includes(link.path);
  return isSeen ? `https://${link.host}${link.path}` : `https://zc-item.taobao.com/auction/${externalId}.htm`;
}

/** Address of a page of a lot's bids (竞买记录), as item pages load it from. */
export function bidsAddress(externalId: string, page: number): string {
  return `https://sf.taobao.com/json/get_bid_records.htm?currentPage=${page}&id=${externalId}&records_type=pageRecords`;
}
