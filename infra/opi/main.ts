import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPlatformDocument, toYaml } from './document.ts';

/** Writes the description of the Open Platform Interface; a test holds the committed file against the schemas. */
writeFileSync(
  fileURLToPath(new URL('../../docs/open-platform-interface.yaml', import.meta.url)),
  toYaml(openPlatformDocument()).trimStart(),
);
