import { auditFunctions } from './topology-audit.ts';
import { collectingFunctions, collectingQueues } from './topology-collecting.ts';
import { deskFunctions } from './topology-desk.ts';
import { filesBuckets, filesFunctions, filesQueues } from './topology-files.ts';
import { handoffFunctions } from './topology-handoff.ts';
import { officeFunctions } from './topology-office.ts';
import { placingFunctions, placingQueues } from './topology-placing.ts';
import { publicFunctions } from './topology-public.ts';
import { recordFunctions } from './topology-record.ts';
import { settlingFunctions } from './topology-settling.ts';
import type { Topology } from './topology-shape.ts';

/**
 * The whole system as data: read by the CDK stacks (`infra/aws`) and by the embedded host (`infra/local`),
 * so that both run the same thing. `topology-rules.ts` refuses what AWS would accept and regret.
 */
export const topology: Topology = {
  tables: {
    records: {
      partitionKey: 'pk',
      sortKey: 'sk',
      // What a command left to be done; sparse, so it holds nothing but that.
      indexes: [{ name: 'due', partitionKey: 'duePartition', sortKey: 'dueAt' }],
      expiry: 'ttl',
    },
  },
  queues: {
    documents: { fifo: false, visibilitySeconds: 180, maxReceiveCount: 5 },
    changes: { fifo: true, visibilitySeconds: 180, maxReceiveCount: 5 },
    replays: { fifo: false, visibilitySeconds: 720, maxReceiveCount: 5 },
    ...filesQueues,
    ...placingQueues,
    ...collectingQueues,
  },
  buckets: {
    documents: { notify: { prefix: 'documents/', queue: 'documents' } },
    snapshots: {},
    ...filesBuckets,
  },
  functions: {
    ...recordFunctions,
    ...publicFunctions,
    ...officeFunctions,
    ...deskFunctions,
    ...filesFunctions,
    ...handoffFunctions,
    ...placingFunctions,
    ...collectingFunctions,
    ...settlingFunctions,
    ...auditFunctions,
  },
  httpThrottle: { rate: 50, burst: 100 },
};
