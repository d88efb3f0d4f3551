/** What a caller may do; a person may hold several roles. */
export type Role = 'public' | 'operator' | 'system';

/** Who asks (调用者): every service takes one and decides by it. */
export interface Caller {
  /** Stable id of the person or program; `public` for anyone. */
  readonly id: string;
  readonly roles: readonly Role[];
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
