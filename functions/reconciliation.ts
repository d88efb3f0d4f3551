import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { platforms as readers } from '#adapters/registry.ts';
import { factsReader } from '#shared/services/comparison/read-facts.ts';
import { lotsReader } from '#shared/services/feed/lots-reader.ts';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { createReconciliation } from './reconciliation-app.ts';
import type { ReconciliationDeskPorts } from './reconciliation-routes.ts';
import { filesOrigin, objectStore, once, snapshotPorts } from './wiring.ts';

const ports = once((): ReconciliationDeskPorts => {
  const snapshots = snapshotPorts();
  return {
    ...deskPorts(),
    readFacts: factsReader(snapshots),
    lots: lotsReader(snapshots),
    documents: objectStore('DOCUMENTS_BUCKET'),
    readers,
  };
});

const serve = handle(createReconciliation(ports, filesOrigin));

/** The reconciliation board. */
export const handler = base((event: LambdaEvent) => serve(event));
