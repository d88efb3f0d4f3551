import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { siteCss } from '#web/site-css.ts';
import { createAudit } from './audit-app.ts';
import { base } from './middleware.ts';
import { once, recordsStore, sha256 } from './wiring.ts';

const stylesheet = `/assets/site-${sha256.sha256(siteCss).slice(0, 12)}.css`;

const serve = handle(
  createAudit(
    once(() => ({ records: recordsStore(), hash: sha256 })),
    stylesheet,
  ),
);

/** The heads of sealed days for everybody, and whole logs for who checks them. */
export const handler = base((event: LambdaEvent) => serve(event));
