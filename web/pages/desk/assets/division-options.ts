import { HOME_DISTRICT, townshipOf, townshipsOn } from '#shared/domain/divisions.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { divisionName, villagesOf } from '#shared/domain/villages.ts';
import type { Option } from '../form.tsx';

/** Who runs a township in fact, as a remark behind its name. */
export function managedText(division: string): string | null {
  const managed = townshipOf(division)?.managedBy ?? null;
  if (managed === null) return null;
  return `由${managed.name}管理${managed.confidence === 'official' ? '' : ',待确认'}`;
}

function named(code: string): Option {
  const managed = managedText(code);
  return [code, managed === null ? divisionName(code) : `${divisionName(code)}(${managed})`];
}

/** Villages of a township, the township, and the district; what is stored stays among them. */
export function placesNear(division: string): readonly Option[] {
  const township = townshipOf(division);
  const near = township === undefined ? [] : [...villagesOf(township.code).map(({ code }) => code), township.code];
  const codes = [...near, HOME_DISTRICT.code];
  return (codes.includes(division) ? codes : [division, ...codes]).map(named);
}

/** The district and the townships that are valid on a day. */
export function townshipOptions(day: LocalDate): readonly Option[] {
  return [named(HOME_DISTRICT.code), ...townshipsOn(day).map(({ code }) => named(code))];
}

/** Every village of the townships that are valid on a day, with its township's name before it. */
export function villageOptions(day: LocalDate): readonly Option[] {
  return townshipsOn(day).flatMap(({ code }) => villagesOf(code).map((village) => named(village.code)));
}
