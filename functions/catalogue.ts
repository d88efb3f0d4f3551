import { catalogueReader } from '#shared/services/read-catalogue.ts';
import { once, snapshotPorts } from './wiring.ts';

/** The catalogue in memory: one for all functions that share a process, as on the embedded host. */
export const readCatalogue = once(() => catalogueReader(snapshotPorts()));
