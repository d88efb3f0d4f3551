import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { lotNumbers } from '#adapters/addresses.ts';
import { handoffForms } from '#adapters/handoff.ts';
import { deskPorts } from './desk-wiring.ts';
import { createHandoff } from './handoff-app.ts';
import type { HandoffDeskPorts } from './handoff-routes.ts';
import { base } from './middleware.ts';
import { filesOrigin, once } from './wiring.ts';

const ports = once((): HandoffDeskPorts => ({ ...deskPorts(), forms: handoffForms, lotNumbers }));

const serve = handle(createHandoff(ports, filesOrigin));

/** Packages for platforms, documents, templates, and one-time links. */
export const handler = base((event: LambdaEvent) => serve(event));
