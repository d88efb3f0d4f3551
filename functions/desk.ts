import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { factsReader } from '#shared/services/comparison/read-facts.ts';
import { createDesk } from './desk/desk-app.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { DESK_MODULES } from './desk/modules.ts';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { filesOrigin, once, snapshotPorts } from './wiring.ts';

const ports = once((): DeskPorts => ({ ...deskPorts(), facts: factsReader(snapshotPorts()) }));

const serve = handle(createDesk({ ports, modules: DESK_MODULES, filesOrigin }));

/** The desk: pages and their JSON, for whoever is signed in. */
export const handler = base((event: LambdaEvent) => serve(event));
