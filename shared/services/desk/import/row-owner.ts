import type { Owner } from '../../../domain/asset/owner.ts';
import { villageByCode } from '../../../domain/villages.ts';

/** A name as compared: without 村委会, 居委会, 股份经济合作社 and the like, which ledgers write or leave out as they like. */
function bareName(name: string): string {
  return name
    .replace(/\s/g, '')
    .replace(/(?:村村委会|村委会|社区居委会|居委会|股份经济合作社|经济合作社|村|社区)$/, '');
}

/** Names an owner goes by in ledgers: its own, and its village's. */
function namesOf({ name, division }: Owner): readonly string[] {
  const village = villageByCode(division)?.name;
  return [name, ...(village === undefined ? [] : [village])];
}

/**
 * The owner a row belongs to, among those whose registers the caller keeps; a Chinese sentence when that cannot be told.
 * A name that fits exactly goes before one that fits without its ending.
 *
 * @param chosen owner of rows that name none
 */
export function ownerOfRow(named: string | null, chosen: string | null, owners: readonly Owner[]): Owner | string {
  if (named === null) {
    const owner = owners.find(({ id }) => id === chosen);
    return owner ?? '没有写产权人,上传时也没有选择';
  }
  const plain = named.replace(/\s/g, '');
  const exact = owners.filter((owner) => namesOf(owner).includes(plain));
  const found =
    exact.length > 0
      ? exact
      : owners.filter((owner) => namesOf(owner).some((name) => bareName(bareName(name)) === bareName(bareName(plain))));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  return found.length === 0
    ? `您经办的单位中没有“${named}”,请先由交易中心登记该单位`
    : `“${named}”对应${found.length}个单位,请写全称`;
}
