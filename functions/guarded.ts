import type { Hono } from 'hono/tiny';

/** Nothing but our own style sheet, and forms to ourselves. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Puts the security headers on every answer of an app. */
export function guarded(app: Hono): Hono {
  app.use(async (context, next) => {
    await next();
    context.header('content-security-policy', PAGE_POLICY);
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
  });
  return app;
}
