import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { type Caller, hasRole } from '#shared/domain/caller.ts';
import type { PersonRole } from '#shared/domain/people/role.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type AccessPorts, authenticate } from '#shared/services/access/authenticate.ts';
import { originOf } from '#web/api/origin.ts';
import { type Bindings, callerOf } from './callers.ts';

/** Who may call a route: people in one of the roles, anybody signed in, or the operator's programs. */
export type RouteAccess = readonly PersonRole[] | 'signed-in' | 'operator';

/** Who may call what, by method and pattern as registered: `'GET /office/quarantine': ['office']`. Nobody else may. */
export type RouteTable = Readonly<Record<string, RouteAccess>>;

/** What a request carries once it was admitted. */
export interface AdmittedEnv {
  readonly Bindings: Bindings;
  readonly Variables: { caller: Caller };
}

/** Who asks; every route that answers has been through `admission`. */
export function callerIn(context: Context<AdmittedEnv>): Caller {
  return context.get('caller');
}

/** Who asks by the session's cookie; undefined without a session that holds. */
export function sessionCaller(ports: AccessPorts, { req }: Pick<Context, 'req'>): Promise<Caller | undefined> {
  const secure = originOf(req.raw.headers).startsWith('https:');
  return authenticate(ports, { cookies: req.header('cookie'), secure });
}

/** The pattern of the route that will answer; undefined when none will. */
function patternOf(context: Context): string | undefined {
  const route = matchedRoutes(context).find(({ method }) => method !== 'ALL');
  return route === undefined ? undefined : `${route.method} ${route.path}`;
}

async function admitted(context: Context<AdmittedEnv>, table: RouteTable, pattern: string, ports: () => AccessPorts) {
  const allowed = Object.hasOwn(table, pattern) ? table[pattern] : undefined;
  if (allowed === undefined) {
    throw new AppError('ACCESS.DENIED', 'the route is open to nobody', { details: { route: pattern } });
  }
  if (allowed === 'operator') return callerOf(context.env.event);
  const caller = await sessionCaller(ports(), context);
  if (caller === undefined) throw new AppError('SESSION.MISSING', 'nobody is signed in');
  if (allowed === 'signed-in' || hasRole(caller, ...allowed)) return caller;
  throw new AppError('ACCESS.DENIED', 'the route needs another role', { details: { roles: allowed } });
}

/**
 * Lets nobody pass but whom the table names for the route; a route that is not in it is open to nobody.
 * @throws AppError `SESSION.MISSING`, `ACCESS.UNAUTHENTICATED`, `ACCESS.DENIED`
 */
export function admission(table: RouteTable, ports: () => AccessPorts): MiddlewareHandler<AdmittedEnv> {
  return async (context, next) => {
    const pattern = patternOf(context);
    if (pattern !== undefined) context.set('caller', await admitted(context, table, pattern, ports));
    await next();
  };
}
