import { isLotNumber } from './reply.ts';

const CALL = 'https://api.m.jd.com/api';
export const LOTS_A_PAGE = 40;

/** The site's own number of 浙江. */
const PROVINCE = '15';
/** 预告, 进行: what is over is asked for lot by lot. */
const STATES = '0,1';

/** What kind of property a list shows (`labelSet`): 商业资产, 国有资产. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['commercial', '1032'],
  ['state', '1031'],
]);

/** Calls about one lot, by the kind of document each brings. */
const CALLS = {
  'basic-info': 'getProductBasicInfo',
  realtime: 'getPaimaiRealTimeData',
} as const;
export type LotCall = keyof typeof CALLS;

/** Address of a page of a list; undefined for a list that is none of ours. */
export function listAddress(list: string, page: number): string | undefined {
  const labelSet = LABELS.get(list);
  if (labelSet === undefined) return undefined;
  return addressOf('paimai_unifiedSearch', {
    apiType: 12,
    page,
    pageSize: LOTS_A_PAGE,
    keyword: '',
    provinceId: PROVINCE,
    cityId: '',
    countyId: '',
    multiPaimaiStatus: STATES,
    multiDisplayStatus: '',
    multiPaimaiTimes: '',
    childrenCateId: '',
    sortField: 8,
    projectType: 1,
    reqSource: 0,
    labelSet,
    publishSource: '',
  });
}

/** Address of a call about a lot; undefined for what is no number of a lot. */
export function lotAddress(call: LotCall, externalId: string): string | undefined {
  return isLotNumber(externalId) ? addressOf(CALLS[call], { paimaiId: Number(externalId) }) : undefined;
}

function addressOf(functionId: string, body: Readonly<Record<string, string | number>>): string {
  return `${CALL}?appid=paimai&functionId=${functionId}&body=${encodeURIComponent(JSON.stringify(body))}&loginType=3`;
}
