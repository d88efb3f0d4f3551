import type { PlanPorts } from '#shared/services/collection/collection-ports.ts';
import type { HealthPorts } from '#shared/services/collection/health-ports.ts';
import type { DeskPorts } from './desk/desk-ports.ts';

/** What the pages of collection and its operator routes stand on. */
export type CollectionDeskPorts = DeskPorts & HealthPorts & PlanPorts;
