import { type Caller, hasRole, type Role } from '../domain/caller.ts';
import { AppError } from '../errors/app-error.ts';

/**
 * Lets the caller pass only with one of the roles.
 * @throws AppError `ACCESS.DENIED`
 */
export function requireRole(caller: Caller, ...roles: readonly Role[]): void {
  if (!hasRole(caller, ...roles))
    throw new AppError('ACCESS.DENIED', 'the caller lacks the role', { details: { roles } });
}
