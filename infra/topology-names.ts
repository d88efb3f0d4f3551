import type { FunctionSpec } from './topology-shape.ts';

/** Names of what functions share. */
export const RECORDS = { table: 'records' } as const;
export const DOCUMENTS = { bucket: 'documents' } as const;
const SNAPSHOTS = { bucket: 'snapshots' } as const;

type Access = Pick<FunctionSpec, 'environment' | 'grants'>;

const SNAPSHOT_PLACES = { RECORDS_TABLE: RECORDS, SNAPSHOTS_BUCKET: SNAPSHOTS } as const;

/** What a function needs that reads the record and its snapshots. */
export const READS_SNAPSHOTS = {
  environment: SNAPSHOT_PLACES,
  grants: [
    { ...RECORDS, may: ['get', 'query'] },
    { ...SNAPSHOTS, may: ['get'], prefix: 'snapshots/' },
  ],
} as const satisfies Access;

/** What a function needs that writes the change feed and publishes snapshots. */
export const WRITES_SNAPSHOTS = {
  environment: SNAPSHOT_PLACES,
  grants: [
    { ...RECORDS, may: ['get', 'query', 'put'] },
    { ...SNAPSHOTS, may: ['get', 'put'], prefix: 'snapshots/' },
  ],
} as const satisfies Access;
