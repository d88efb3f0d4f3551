import { DESK_FILES } from './topology-files.ts';
import { DOCUMENTS, READS_SNAPSHOTS, RECORDS } from './topology-names.ts';
import { WAKES_PLACEMENTS } from './topology-placing.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** What every function of the desk's pages needs: the record, papers, statements among the raw documents, word of what follows. */
export const DESK_PAGES = {
  environment: {
    ...READS_SNAPSHOTS.environment,
    ...DESK_FILES.environment,
    DOCUMENTS_BUCKET: DOCUMENTS,
    ...WAKES_PLACEMENTS.environment,
  },
  grants: [
    { ...RECORDS, may: ['get', 'query', 'put'] },
    ...READS_SNAPSHOTS.grants.filter((grant) => !('table' in grant)),
    ...DESK_FILES.grants,
    { ...DOCUMENTS, may: ['put'], prefix: 'documents/' },
    ...WAKES_PLACEMENTS.grants,
  ],
} as const satisfies Pick<FunctionSpec, 'environment' | 'grants'>;
