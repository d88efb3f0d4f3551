import { gunzipSync, gzipSync } from 'node:zlib';
import type { Compression } from '#shared/ports/ambient.ts';

/** Gzip as the functions have it. */
export const compression: Compression = { gzip: (data) => gzipSync(data), gunzip: (bytes) => gunzipSync(bytes) };
