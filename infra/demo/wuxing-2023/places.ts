import { HOME_DISTRICT, type Township } from '#shared/domain/divisions.ts';
import type { Owner } from './platforms.ts';
import type { Draws } from './random.ts';

/** Who sells, and where what it sells lies. */
export interface Seller {
  readonly name: string;
  readonly township: Township;
  /** Village or street, its own name after the township's. */
  readonly place: string;
}

/** Villages are invented, and called 演示 so that nobody takes them for real; townships are real. The first of each sells most. */
const VILLAGES: readonly (readonly [township: string, weight: number, villages: readonly string[]])[] = [
  ['织里镇', 30, ['荷塘', '桑基', '绫绢', '溇港']],
  ['八里店镇', 22, ['稻香', '渔湾', '南浜']],
  ['埭溪镇', 14, ['茶岭', '竹坞', '溪口']],
  ['东林镇', 14, ['鱼桥', '塘湾', '北庄']],
  ['妙西镇', 9, ['梅坞', '石桥']],
  ['道场乡', 7, ['菱荡', '杨堡']],
  ['环渚街道', 4, ['前浜']],
];

const STATE_OWNERS: readonly (readonly [name: string, weight: number])[] = [
  ['湖州吴兴示例国有资产经营有限公司', 40],
  ['湖州吴兴示例城市发展集团有限公司', 28],
  ['湖州吴兴示例交通水利投资有限公司', 20],
  ['湖州吴兴示例机关事务服务中心', 12],
];

const STREETS: readonly (readonly [township: string, weight: number])[] = [
  ['飞英街道', 20],
  ['月河街道', 18],
  ['龙泉街道', 16],
  ['爱山街道', 14],
  ['湖东街道', 12],
  ['朝阳街道', 10],
  ['织里镇', 10],
];

function townshipNamed(name: string): Township {
  const found = HOME_DISTRICT.townships.find((township) => township.name === name);
  if (found === undefined) throw new RangeError(`no such township: ${name}`);
  return found;
}

/** Draws a seller: one village in a few sells often, which makes clusters. */
export function drawSeller(draws: Draws, owner: Owner): Seller {
  if (owner === 'state') {
    const township = townshipNamed(draws.weighted(STREETS));
    return { name: draws.weighted(STATE_OWNERS), township, place: '示例路' };
  }
  const [name, , villages] = draws.weighted(VILLAGES.map((entry) => [entry, entry[1]] as const));
  const village = draws.weighted(villages.map((word, index) => [word, index === 0 ? 6 : 2] as const));
  const place = `演示${village}村`;
  return { name: `湖州市吴兴区${name}${place}股份经济合作社`, township: townshipNamed(name), place };
}
