/** Names of what functions share. */
export const RECORDS = { table: 'records' } as const;
export const DOCUMENTS = { bucket: 'documents' } as const;
export const SNAPSHOTS = { bucket: 'snapshots' } as const;
