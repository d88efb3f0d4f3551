import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { TableSpec, Topology } from '#infra/topology-shape.ts';
import { addBucket } from './buckets.ts';
import { addQueue } from './queues.ts';
import { each, idOf, type Resources } from './resources.ts';

/** What holds data: tables, buckets, and queues with their alarms. */
export class StatefulStack extends Stack {
  readonly resources: Resources;

  constructor(scope: Construct, id: string, topology: Topology) {
    super(scope, id, { description: 'Auction aggregator: tables, documents and queues. Kept when deleted.' });
    const queues = each(topology.queues, (name, spec) => addQueue(this, name, spec));
    this.resources = {
      tables: each(topology.tables, (name, spec) => addTable(this, name, spec)),
      buckets: each(topology.buckets, (name, spec) => addBucket(this, name, spec, queues)),
      queues,
    };
  }
}

function addTable(scope: Construct, name: string, spec: TableSpec): TableV2 {
  return new TableV2(scope, `${idOf(name)}Table`, {
    partitionKey: text(spec.partitionKey),
    sortKey: text(spec.sortKey),
    globalSecondaryIndexes: spec.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType: ProjectionType.ALL,
    })),
    ...(spec.expiry === undefined ? {} : { timeToLiveAttribute: spec.expiry }),
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}
