import type { RouteTable } from './admission.ts';

/** Who works with what could not be read, and who looks over their shoulder. */
const READERS = ['office', 'auditor'] as const;

/** Who may call what of the office's pages and of the operator's API. */
export const OFFICE_ACCESS: RouteTable = {
  'GET /office': ['office', 'auditor', 'bureau-reviewer', 'township-reviewer'],
  'GET /office/quarantine': READERS,
  'GET /office/documents/:id': READERS,
  'GET /office/documents/:id/raw': READERS,
  'GET /office/replays/:id': READERS,
  'POST /office/replays': ['office'],
  'GET /v1/quarantine': 'operator',
  'GET /v1/documents': 'operator',
  'GET /v1/lots/:id/trace': 'operator',
  'POST /v1/replays': 'operator',
  'GET /v1/replays/:id': 'operator',
  'GET /v1/people': 'operator',
  'GET /v1/people/:id': 'operator',
  'POST /v1/people/:id/assignments': 'operator',
  'POST /v1/people/:id/assignments/:assignment/end': 'operator',
};
