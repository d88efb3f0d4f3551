import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { createNotices } from './notices-app.ts';
import { filesOrigin, once } from './wiring.ts';

const serve = handle(createNotices(once(deskPorts), filesOrigin));

/** Who is told of what, and what was told. */
export const handler = base((event: LambdaEvent) => serve(event));
