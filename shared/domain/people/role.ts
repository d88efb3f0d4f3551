import type { LocalDate } from '../time.ts';

/**
 * What a person of the desk is (角色): village clerk 村级经办, state-owner clerk 国有单位经办, township reviewer 镇街三资办审核,
 * bureau reviewer 主管部门审核 (区农业农村局, 国资主管), office 交易中心, platform operator 平台经办, auditor 审计 (reads, changes nothing).
 */
export const PERSON_ROLES = [
  'village-clerk',
  'owner-clerk',
  'township-reviewer',
  'bureau-reviewer',
  'office',
  'platform-operator',
  'auditor',
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Which bureau a reviewer sits in: it reviews the assets of that kind of owner. */
export const BUREAUS = ['agriculture', 'state-assets'] as const;
export type Bureau = (typeof BUREAUS)[number];

/** A role given to a person for a time (任职), several at once for one person. */
export interface Assignment {
  readonly id: string;
  readonly role: PersonRole;
  /**
   * What it reaches. Village clerk, township and bureau reviewer, office, auditor: a division code of 6, 9 or 12 digits, and
   * everything below it; state-owner clerk: the owner's id; platform operator: the platform's id.
   */
  readonly scope: string;
  /** A township's accountant entering for its villages (代录); only with `village-clerk`. */
  readonly onBehalf: boolean;
  /** Only with `bureau-reviewer`. */
  readonly bureau: Bureau | null;
  /** First day it holds. */
  readonly from: LocalDate;
  /** Last day it holds; `null`: until further notice. */
  readonly until: LocalDate | null;
}

/** Who did something, as the record keeps it: the person and the assignment under which it was done. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole | 'operator' | 'system';
  readonly scope: string;
  readonly onBehalf: boolean;
}
