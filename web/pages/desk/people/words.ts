import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import type { HeldAssignment } from '#shared/domain/people/person.ts';
import type { Assignment, Bureau } from '#shared/domain/people/role.ts';
import { villageByCode } from '#shared/domain/villages.ts';
import { ROLE_TEXT } from '../frame.tsx';

/** Bureaus as people read them. */
export const BUREAU_WORDS: Readonly<Record<Bureau, string>> = {
  agriculture: '农业农村(集体资产)',
  'state-assets': '国资(国有资产)',
};

/** A division by its name, with the township before the village; the code itself where it has none here. */
function divisionText(code: string): string {
  if (code === HOME_DISTRICT.code) return HOME_DISTRICT.name;
  const township = HOME_DISTRICT.townships.find((known) => known.code === code.slice(0, 9));
  if (township === undefined) return code;
  const village = code.length === 12 ? villageByCode(code)?.name : '';
  return village === undefined ? code : `${township.name}${village}`;
}

/** A role with what it reaches: `村级经办 · 织里镇义皋村委会`. */
export function assignmentText(
  { role, scope, onBehalf, bureau }: Assignment,
  platformName: (id: string) => string,
): string {
  const where =
    role === 'platform-operator' ? platformName(scope) : role === 'owner-clerk' ? `单位 ${scope}` : divisionText(scope);
  const bureauText = bureau === null ? '' : `,${BUREAU_WORDS[bureau]}`;
  return `${ROLE_TEXT[role]} · ${where}${bureauText}${onBehalf ? '(代录)' : ''}`;
}

/** The time of an assignment: `2026-11-25 起`, `2026-11-25 至 2026-12-31`. */
export function assignmentDays({ from, until }: Pick<Assignment, 'from' | 'until'>): string {
  return until === null ? `${from} 起` : `${from} 至 ${until}`;
}

/** Why an assignment no longer stands, or will not; empty while nothing ended it. */
export function endingText({ ended }: HeldAssignment): string {
  if (ended === null) return '';
  return `${ended.atOnce ? '已停止' : '已定最后一天'}:${ended.reason}`;
}
