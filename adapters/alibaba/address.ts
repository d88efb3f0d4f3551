import type { TradeCategory } from '#shared/domain/trade.ts';
import { readLink } from '../kit/link.ts';
import { manifest } from './manifest.ts';

const JUDICIAL_HOSTS: readonly string[] = ['sf.taobao.com', 'susong-item.taobao.com'];

/** A lot's address and what its host says of the sale. */
interface LotAddress {
  readonly url?: string;
  readonly tradeCategory?: TradeCategory;
}

/**
 * Reads a lot's address. Empty for an address elsewhere or of another lot; undefined when it is no web address.
 * The query holds tracking marks that change with every visit and is left out.
 */
export function readLotAddress(text: string, externalId: string): LotAddress | undefined {
  const link = readLink(text, manifest.hosts);
  if (link.kind === 'unreadable') return undefined;
  if (link.kind === 'elsewhere' || !link.path.includes(externalId)) return {};
  const url = `https://${link.host}${link.path}`;
  return JUDICIAL_HOSTS.includes(link.host) ? { url, tradeCategory: 'judicial' } : { url };
}

/** Digits only, as text: ids have grown from 12 to 13 digits since 2018 and may outgrow whole numbers. */
export function isLotNumber(text: string): boolean {
  return /^[0-9]{6,20}$/.test(text);
}
