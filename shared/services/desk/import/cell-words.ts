import type { AssetNature, LeaseState } from '../../../domain/asset/asset.ts';
import { CLASS_FACTS } from '../../../domain/asset/classes.ts';
import { ASSET_CLASSES, type AssetClass } from '../../../domain/trade.ts';

const CLASS_WORDS: ReadonlyMap<string, AssetClass> = new Map(
  ASSET_CLASSES.flatMap((assetClass) => CLASS_FACTS[assetClass].words.map((word) => [word, assetClass] as const)),
);

const NATURE_WORDS: Readonly<Record<string, AssetNature>> = {
  资源性: 'resource',
  资源性资产: 'resource',
  经营性: 'operating',
  经营性资产: 'operating',
  非经营性: 'non-operating',
  非经营性资产: 'non-operating',
  公益性: 'non-operating',
};

const LEASE_WORDS: Readonly<Record<string, LeaseState['state']>> = {
  空闲: 'vacant',
  闲置: 'vacant',
  空置: 'vacant',
  未出租: 'vacant',
  否: 'vacant',
  待租: 'vacant',
  出租: 'leased',
  已出租: 'leased',
  在租: 'leased',
  租赁: 'leased',
  已发包: 'leased',
  发包: 'leased',
  承包: 'leased',
  是: 'leased',
  占用: 'occupied',
  被占用: 'occupied',
  自用: 'occupied',
};

/** The asset class a ledger's word means; undefined for one we do not know. */
export function classOfWord(word: string): AssetClass | undefined {
  return CLASS_WORDS.get(word);
}

/** The nature a ledger's word means; undefined for one we do not know. */
export function natureOfWord(word: string): AssetNature | undefined {
  return Object.hasOwn(NATURE_WORDS, word) ? NATURE_WORDS[word] : undefined;
}

/** The lease state a ledger's word means; undefined for one we do not know. */
export function leaseStateOfWord(word: string): LeaseState['state'] | undefined {
  return Object.hasOwn(LEASE_WORDS, word) ? LEASE_WORDS[word] : undefined;
}

/** Says whether a cell says in words that there is nothing (无, /, -). */
export function saysNothing(text: string): boolean {
  return /^(?:暂?无|没有|空|\/+|[-–—]+)$/.test(text);
}
