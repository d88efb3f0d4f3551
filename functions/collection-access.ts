import type { AccessTable } from './desk/desk-routes.ts';

const READERS = ['office', 'auditor'] as const;

/** The office decides what is read, auditors see how it goes; programs ask for both. */
export const COLLECTION_ACCESS: AccessTable = {
  'GET /desk/collection': READERS,
  'GET /desk/collection/:platform': READERS,
  'POST /desk/collection/:platform': ['office'],
  'POST /desk/collection/:platform/now': ['office'],
  'GET /v1/collection': 'operator',
  'POST /v1/collection/:platform': 'operator',
};
