import { LOTS_PATH, pathOfTab, REPORT_PATH, TABS } from '#web/pages/comparison/address.ts';
import type { RouteTable } from './admission.ts';

/** Who compares the platforms: the centre, those who approve listings, and the audit. */
const READERS = ['office', 'bureau-reviewer', 'township-reviewer', 'auditor'] as const;

/** Who may call what of the comparison's pages and of its API. */
export const COMPARE_ACCESS: RouteTable = {
  ...Object.fromEntries(TABS.map(({ id }) => [`GET ${pathOfTab(id)}`, READERS])),
  [`GET ${LOTS_PATH}`]: READERS,
  [`GET ${REPORT_PATH}`]: READERS,
  'GET /v1/comparison': 'operator',
  'GET /v1/reports': 'operator',
};
