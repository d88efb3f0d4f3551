import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from './document.ts';

/** Writes the OpenAPI document that is served; a test holds the committed file against the schemas. */
writeFileSync(
  fileURLToPath(new URL('../../web/api/openapi.json', import.meta.url)),
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
