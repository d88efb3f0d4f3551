import type { Assignment, PersonRole } from './people/role.ts';

/** What a caller may do; a person may hold several roles. `operator` is a program with the operator's credentials. */
export type Role = 'public' | 'operator' | 'system' | PersonRole;

/** Who asks (调用者): every service takes one and decides by it. */
export interface Caller {
  /** Stable id of the person or program; `public` for anyone. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** What people call the person; absent for programs. */
  readonly name?: string;
  /** The person's assignments that hold today; absent for programs. */
  readonly assignments?: readonly Assignment[];
}

/** Anyone, without login. */
export const PUBLIC_CALLER: Caller = { id: 'public', roles: ['public'] };

/** One of our own functions, named. */
export function systemCaller(name: string): Caller {
  return { id: `system:${name}`, roles: ['system'] };
}

/** Says whether the caller holds one of the roles. */
export function hasRole(caller: Caller, ...roles: readonly Role[]): boolean {
  return roles.some((role) => caller.roles.includes(role));
}
