import type { LocalDate } from '../time.ts';
import type { Area } from '../trade.ts';
import type { Asset, AssetNature } from './asset.ts';
import { CLASS_FACTS } from './classes.ts';
import type { Checked, Note } from './note.ts';
import type { OwnerKind } from './owner.ts';

/** Natures of collective assets in the words people use. */
export const NATURE_TEXT: Readonly<Record<AssetNature, string>> = {
  resource: '资源性',
  operating: '经营性',
  'non-operating': '非经营性',
};

const LONGEST_NAME = 200;
const LONGEST_TEXT = 2000;
const MOST_ENTRIES = 200;
/** Classes that lie nowhere, so that no place and no area is asked for. */
const WITHOUT_AREA: readonly Asset['assetClass'][] = [
  'agri_ip',
  'collective_share',
  'vehicle',
  'equipment',
  'equity',
  'claim',
  'scrap',
  'operating_right',
  'ip',
];

/** Checks an asset before it is stored. `today` is the Beijing day. */
export function checkAsset(asset: Asset, ownerKind: OwnerKind, today: LocalDate): Checked {
  const faults = [...textFaults(asset), ...areaFaults(asset), ...partFaults(asset), ...leaseFaults(asset)];
  const warnings = [
    ...classWarnings(asset, ownerKind),
    ...partWarnings(asset),
    ...leaseWarnings(asset, today),
    ...priorityWarnings(asset),
  ];
  return { faults, warnings };
}

function textFaults(asset: Asset): readonly Note[] {
  const faults: Note[] = [];
  if (asset.name.trim() === '') faults.push({ pointer: '/name', sentence: '请填写资产名称。' });
  if (asset.name.length > LONGEST_NAME)
    faults.push({ pointer: '/name', sentence: `资产名称最多${LONGEST_NAME}个字。` });
  if (!/^(?:\d{6}|\d{9}|\d{12})$/.test(asset.division)) {
    faults.push({ pointer: '/division', sentence: '请选择资产所在的村或镇街。' });
  }
  for (const field of ['address', 'permittedUse', 'note'] as const) {
    if ((asset[field] ?? '').length > LONGEST_TEXT) {
      faults.push({ pointer: `/${field}`, sentence: `内容太长,最多${LONGEST_TEXT}个字。` });
    }
  }
  for (const field of ['certificates', 'pictures', 'priorityHolders', 'parts'] as const) {
    if (asset[field].length > MOST_ENTRIES) {
      faults.push({ pointer: `/${field}`, sentence: `最多${MOST_ENTRIES}条;请分成几项资产登记。` });
    }
  }
  return faults;
}

function isArea({ thousandths }: Area): boolean {
  return Number.isSafeInteger(thousandths) && thousandths > 0;
}

function areaFaults({ area, parts }: Asset): readonly Note[] {
  const places = [
    { pointer: '/area', area },
    ...parts.map((part, at) => ({ pointer: `/parts/${at}/area`, area: part.area })),
  ];
  return places.flatMap((place) =>
    place.area === null || isArea(place.area)
      ? []
      : [{ pointer: place.pointer, sentence: '面积要大于0,最多三位小数。' }],
  );
}

function partFaults({ parts }: Asset): readonly Note[] {
  return parts.flatMap(({ id, name }, at) => {
    const faults: Note[] = [];
    if (name.trim() === '') faults.push({ pointer: `/parts/${at}/name`, sentence: '请填写这一部分的名称。' });
    if (!/^[a-z0-9-]{1,20}$/.test(id))
      faults.push({ pointer: `/parts/${at}/id`, sentence: '部分的编号只能用小写字母、数字和短横线。' });
    if (parts.findIndex((part) => part.id === id) < at) {
      faults.push({ pointer: `/parts/${at}/id`, sentence: '部分的编号与前面重复。' });
    }
    if (parts.findIndex((part) => part.name === name) < at) {
      faults.push({ pointer: `/parts/${at}/name`, sentence: '部分的名称与前面重复。' });
    }
    return faults;
  });
}

function leaseFaults({ lease }: Asset): readonly Note[] {
  const { yearlyRentFen } = lease;
  const isRent = yearlyRentFen === null || (Number.isSafeInteger(yearlyRentFen) && yearlyRentFen >= 0);
  return isRent ? [] : [{ pointer: '/lease/yearlyRentFen', sentence: '年租金不是有效的金额。' }];
}

function classWarnings({ assetClass, nature, area }: Asset, ownerKind: OwnerKind): readonly Note[] {
  const usual = CLASS_FACTS[assetClass];
  const warnings: Note[] = [];
  if (!usual.owners.includes(ownerKind)) {
    const whose = ownerKind === 'collective' ? '村集体' : '国有单位';
    warnings.push({ pointer: '/assetClass', sentence: `${whose}一般没有这类资产,请核对资产类别。` });
  }
  if (ownerKind === 'collective' && nature !== null && usual.nature !== null && nature !== usual.nature) {
    const sentence = `这类资产一般属于${NATURE_TEXT[usual.nature]}资产(浙江省农村集体资产管理条例第八条),请核对。`;
    warnings.push({ pointer: '/nature', sentence });
  }
  if (usual.caution !== null) warnings.push({ pointer: '/assetClass', sentence: usual.caution });
  if (area === null && !WITHOUT_AREA.includes(assetClass)) {
    warnings.push({ pointer: '/area', sentence: '没有填写面积,按亩或平方米计价时要用到。' });
  }
  return warnings;
}

/** A sum of parts in other units than the whole is not compared: how many square metres a mu is taken for differs. */
function partWarnings({ area, parts }: Asset): readonly Note[] {
  const areas = parts.flatMap((part) => part.area ?? []);
  if (area === null || areas.length === 0 || areas.some(({ unit }) => unit !== area.unit)) return [];
  const sum = areas.reduce((total, { thousandths }) => total + thousandths, 0);
  return sum > area.thousandths ? [{ pointer: '/parts', sentence: '各部分面积加起来大于资产总面积,请核对。' }] : [];
}

function leaseWarnings({ lease }: Asset, today: LocalDate): readonly Note[] {
  const warnings: Note[] = [];
  const isLet = lease.state === 'leased';
  if (isLet && lease.incumbent === null) {
    warnings.push({ pointer: '/lease/incumbent', sentence: '已出租但没有填写承租人,无法通知其优先承租。' });
  }
  if (isLet && lease.until === null) {
    warnings.push({ pointer: '/lease/until', sentence: '已出租但没有填写合同到期日,无法判断何时可以再次出租。' });
  }
  if (isLet && lease.until !== null && lease.until < today) {
    warnings.push({ pointer: '/lease/until', sentence: '合同已经到期,请更新承租状态。' });
  }
  if (lease.state === 'vacant' && lease.incumbent !== null) {
    warnings.push({ pointer: '/lease/state', sentence: '填了承租人,但状态是空闲,请核对。' });
  }
  return warnings;
}

function priorityWarnings({ lease, priorityHolders }: Asset): readonly Note[] {
  const hasHolder = priorityHolders.some(({ basis }) => basis === 'sitting-lessee' || basis === 'lessee-preemption');
  return lease.state === 'leased' && lease.incumbent !== null && !hasHolder
    ? [{ pointer: '/priorityHolders', sentence: '有现承租人但没有登记优先权人;现承租人在同等条件下有优先承租权。' }]
    : [];
}
