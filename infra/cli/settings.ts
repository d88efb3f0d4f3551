import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the embedded host keeps everything: `DATA_DIR`, else `.data` in the project. */
export function dataDirectory(): string {
  return process.env['DATA_DIR'] ?? `${ROOT}.data`;
}

/** Folder of captured pages, used where present: `REAL_MATERIAL`, else beside the project. */
export function realMaterialDirectory(): string {
  return process.env['REAL_MATERIAL'] ?? `${ROOT}../shared/platforms/real`;
}

/** Root of the project, ending in a slash. */
export function projectRoot(): string {
  return ROOT;
}
