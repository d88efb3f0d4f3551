import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { createDocs } from './docs-app.ts';
import { base } from './middleware.ts';
import { sha256 } from './wiring.ts';

const serve = handle(createDocs({ hash: sha256 }));

/** The description of the API: `/openapi.json` and `/docs`. */
export const handler = base((event: LambdaEvent) => serve(event));
