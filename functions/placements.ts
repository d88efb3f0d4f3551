import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { publishers } from '#adapters/publishers.ts';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { wake } from './placement-queues.ts';
import { createPlacements, type PublishingDeskPorts } from './placements-app.ts';
import { publisherHttp } from './publisher-http.ts';
import { filesOrigin, once, secrets } from './wiring.ts';

const ports = once(
  (): PublishingDeskPorts => ({
    ...deskPorts(),
    wake,
    secrets: secrets(),
    publishers: publishers(publisherHttp()),
  }),
);

const serve = handle(createPlacements(ports, filesOrigin));

/** The status board of placements, and the connections of platforms. */
export const handler = base((event: LambdaEvent) => serve(event));
