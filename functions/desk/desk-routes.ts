import type { Context } from 'hono';
import type { Hono } from 'hono/tiny';
import type { AdmittedEnv, RouteTable } from '../admission.ts';
import type { DeskPorts } from './desk-ports.ts';

/** The desk's routes. */
export type DeskApp = Hono<AdmittedEnv>;

/** One request of the desk; `callerIn` of the admission says who asks. */
export type DeskContext = Context<AdmittedEnv>;

/**
 * Who may call what, by method and pattern as registered: `'GET /desk/assets/:id': ['village-clerk', …]`.
 * What is not listed nobody may call. Which things of a kind a person may touch is decided by the services.
 */
export type AccessTable = RouteTable;

/** A part of the desk: its routes, and who may call them. */
export interface DeskModule {
  readonly access: AccessTable;
  readonly add: (app: DeskApp, given: () => DeskPorts) => void;
}
