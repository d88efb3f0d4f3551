import type { Fen } from '../money.ts';
import type { LocalDate } from '../time.ts';
import type { Area, AssetClass } from '../trade.ts';

/** Zhejiang's three kinds of collective assets (浙江省农村集体资产管理条例第八条): 资源性, 经营性, 非经营性. */
export const ASSET_NATURES = ['resource', 'operating', 'non-operating'] as const;
export type AssetNature = (typeof ASSET_NATURES)[number];

/** A part of an asset that can be let by itself (部位、分割单元): one pond of three, one floor. */
export interface AssetPart {
  /** Short, stable within the asset. */
  readonly id: string;
  readonly name: string;
  readonly area: Area | null;
}

/** A certificate of title or survey (权证). `number` as printed. */
export interface Certificate {
  readonly kind: string;
  readonly number: string;
  /** Id of a stored file. */
  readonly file: string | null;
}

/** Who uses it now (承租与占用状态). */
export interface LeaseState {
  readonly state: 'vacant' | 'leased' | 'occupied' | 'unknown';
  /** The incumbent (现承租人) as the contract names it. */
  readonly incumbent: string | null;
  /** Last day of the running contract. */
  readonly until: LocalDate | null;
  readonly yearlyRentFen: Fen | null;
}

/** On what a right of priority rests (优先权依据). */
export const PRIORITY_BASES = [
  'sitting-lessee',
  'lessee-preemption',
  'collective-member',
  'co-owner',
  'other',
] as const;
export type PriorityBasis = (typeof PRIORITY_BASES)[number];

/** Somebody with a right of priority (优先权人). */
export interface PriorityHolder {
  readonly id: string;
  readonly name: string;
  readonly basis: PriorityBasis;
}

/** An asset of the register (资产台账); `null` for what is not known. Shares, claims and the like have no place and no area. */
export interface Asset {
  readonly ownerId: string;
  readonly name: string;
  readonly assetClass: AssetClass;
  readonly nature: AssetNature | null;
  /** Where it lies: division code of 6, 9 or 12 digits. */
  readonly division: string;
  readonly address: string;
  readonly area: Area | null;
  /** Empty: let or sold only as a whole. */
  readonly parts: readonly AssetPart[];
  readonly certificates: readonly Certificate[];
  /** Ids of stored pictures in the order they are shown. */
  readonly pictures: readonly string[];
  readonly lease: LeaseState;
  readonly priorityHolders: readonly PriorityHolder[];
  /** Its number in the village's own ledger (三资平台资产编号). */
  readonly ledgerNumber: string | null;
  readonly permittedUse: string | null;
  readonly note: string | null;
}

/** Ids of the stored files an asset names: pictures, and scans of certificates. */
export function filesOf({ pictures, certificates }: Asset): readonly string[] {
  return [...pictures, ...certificates.flatMap(({ file }) => file ?? [])];
}
