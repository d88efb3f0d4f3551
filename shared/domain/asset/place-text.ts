import { HOME_DISTRICT, townshipOf } from '../divisions.ts';
import { villageByCode } from '../villages.ts';
import type { Asset } from './asset.ts';

/** A village as a place, not as the committee its code is listed under: 云村村委会 is 云村. */
function villageName(division: string): string {
  const listed = villageByCode(division)?.name ?? '';
  return listed.replace(/(?<=村)村委会$|委会$|居委会$/, '');
}

/** Where an asset lies (坐落), from the district down; what the written address begins with is not said twice. */
export function placeText({ division, address }: Pick<Asset, 'division' | 'address'>): string {
  if (address.includes(HOME_DISTRICT.name)) return address;
  const names = [townshipOf(division)?.name ?? '', villageName(division)].filter((name) => name !== '');
  const named = names.findIndex((name) => address.startsWith(name));
  const unsaid = named === -1 ? names : names.slice(0, named);
  return `${HOME_DISTRICT.name}${unsaid.join('')}${address}`;
}
