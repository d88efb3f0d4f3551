import { describe, expect, it } from 'vitest';
import { topology } from '#infra/topology.ts';
import type { BucketSpec } from '#infra/topology-shape.ts';
import { aTopology, census, logicalId, resourceOf, resourcesOf, synthesise } from './synthesised.ts';

const QUEUE = 'AWS::SQS::Queue';
const BUCKET = 'AWS::S3::Bucket';
const TABLE = 'AWS::DynamoDB::GlobalTable';

const cases = [
  { of: 'the system', built: synthesise(), spec: topology },
  { of: 'a topology that uses everything', built: synthesise(aTopology()), spec: aTopology() },
];

/** Unfinished uploads go after a day; what else goes is the topology's to say. */
function rulesOf({ expireDays, expirePrefix }: BucketSpec): readonly object[] {
  const everyDay = { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' };
  if (expireDays === undefined) return [everyDay];
  const expiry = { ExpirationInDays: expireDays, NoncurrentVersionExpiration: { NoncurrentDays: 1 } };
  return expirePrefix === undefined ? [{ ...everyDay, ...expiry }] : [everyDay, { Prefix: expirePrefix, ...expiry }];
}

describe.each(cases)('the stateful stack of $of', ({ built, spec }) => {
  const { state, stateTemplate } = built;
  const { tables, buckets, queues } = state.resources;

  it('holds the tables, buckets and queues of the topology, alarms, policies and nothing that runs', () => {
    const queueCount = Object.keys(spec.queues).length;
    const bucketCount = Object.keys(spec.buckets).length;

    expect(census(stateTemplate)).toEqual({
      [TABLE]: Object.keys(spec.tables).length,
      [BUCKET]: bucketCount,
      'AWS::S3::BucketPolicy': bucketCount,
      [QUEUE]: 2 * queueCount,
      'AWS::SQS::QueuePolicy': 2 * queueCount,
      'AWS::CloudWatch::Alarm': queueCount,
    });
  });

  it.each(Object.entries(spec.tables))(
    'keeps table %s, with point-in-time recovery and deletion protection',
    (name, table) => {
      const resource = resourceOf(stateTemplate, TABLE, tables.get(name));

      expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      expect(resource.Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: table.partitionKey, KeyType: 'HASH' },
          { AttributeName: table.sortKey, KeyType: 'RANGE' },
        ],
        Replicas: [
          {
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          },
        ],
      });
      expect(resource.Properties.TimeToLiveSpecification).toEqual(
        table.expiry === undefined ? undefined : { AttributeName: table.expiry, Enabled: true },
      );
      expect(resource.Properties.GlobalSecondaryIndexes ?? []).toEqual(
        table.indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: [
            { AttributeName: index.partitionKey, KeyType: 'HASH' },
            { AttributeName: index.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        })),
      );
    },
  );

  it.each(Object.entries(spec.queues))(
    'gives queue %s a dead-letter queue of its kind and an alarm on it',
    (name, queue) => {
      const { Properties } = resourceOf(stateTemplate, QUEUE, queues.get(name));

      const deadId = logicalId(queues.get(name)?.deadLetterQueue?.queue);
      expect(Properties).toMatchObject({
        VisibilityTimeout: queue.visibilitySeconds,
        SqsManagedSseEnabled: true,
        RedrivePolicy: {
          deadLetterTargetArn: { 'Fn::GetAtt': [deadId, 'Arn'] },
          maxReceiveCount: queue.maxReceiveCount,
        },
      });
      expect(Properties.FifoQueue ?? false).toBe(queue.fifo);
      expect(resourcesOf(stateTemplate, QUEUE).get(deadId)?.Properties).toEqual({
        ...(queue.fifo ? { FifoQueue: true } : {}),
        MessageRetentionPeriod: 14 * 24 * 60 * 60,
        SqsManagedSseEnabled: true,
      });
      const alarms = [...resourcesOf(stateTemplate, 'AWS::CloudWatch::Alarm').values()];
      expect(alarms.map((alarm) => alarm.Properties)).toContainEqual(
        expect.objectContaining({
          MetricName: 'ApproximateNumberOfMessagesVisible',
          Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadId, 'QueueName'] } }],
          Statistic: 'Maximum',
          Threshold: 0,
          ComparisonOperator: 'GreaterThanThreshold',
        }),
      );
    },
  );

  it.each(Object.entries(spec.buckets))('keeps bucket %s private, encrypted and versioned', (name, bucket) => {
    const resource = resourceOf(stateTemplate, BUCKET, buckets.get(name));

    expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(resource.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: { Rules: rulesOf(bucket) },
    });
  });

  it.each(Object.entries(spec.buckets))(
    'opens bucket %s to browsers only where the topology says so',
    (name, bucket) => {
      const { Properties } = resourceOf(stateTemplate, BUCKET, buckets.get(name));

      const rule = {
        AllowedMethods: ['PUT', 'GET'],
        AllowedHeaders: expect.not.arrayContaining(['authorization', '*']),
      };
      const expected = bucket.cors && { CorsRules: [expect.objectContaining(rule)] };
      expect(Properties.CorsConfiguration).toEqual(expected);
    },
  );

  it.each(Object.entries(spec.buckets))(
    'tells a queue of new objects in bucket %s only as the topology says',
    (name, bucket) => {
      const { Properties } = resourceOf(stateTemplate, BUCKET, buckets.get(name));

      const expected = bucket.notify && {
        QueueConfigurations: [
          {
            Event: 's3:ObjectCreated:*',
            Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: bucket.notify.prefix }] } },
            Queue: { 'Fn::GetAtt': [logicalId(queues.get(bucket.notify.queue)), 'Arn'] },
          },
        ],
      };
      expect(Properties.NotificationConfiguration).toEqual(expected);
    },
  );

  it('lets nobody but a notifying bucket of this account send by queue policy', () => {
    const policies = [...resourcesOf(stateTemplate, 'AWS::SQS::QueuePolicy')];

    const allowing = policies.flatMap(([id, { Properties }]) =>
      (Properties.PolicyDocument?.Statement ?? [])
        .filter(({ Effect }) => Effect === 'Allow')
        .map((statement) => ({ id, statement })),
    );
    const notifying = Object.entries(spec.buckets).filter(([, { notify }]) => notify);
    expect(allowing).toHaveLength(notifying.length);
    for (const [name, { notify }] of notifying) {
      const bucket = resourceOf(stateTemplate, BUCKET, buckets.get(name));
      const queueArn = { 'Fn::GetAtt': [logicalId(queues.get(notify?.queue ?? '')), 'Arn'] };
      const policy = allowing.find(({ id }) => bucket.DependsOn?.includes(id));
      expect(policy?.statement).toEqual({
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: {
          ArnEquals: { 'aws:SourceArn': arnOf(bucket.Properties.BucketName) },
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
        },
      });
    }
  });

  it.each([
    ['AWS::SQS::QueuePolicy', 'sqs:*'],
    ['AWS::S3::BucketPolicy', 's3:*'],
  ])('refuses plain HTTP in every %s', (type, action) => {
    const policies = [...resourcesOf(stateTemplate, type).values()];

    expect(policies.length).toBeGreaterThan(0);
    for (const { Properties } of policies) {
      expect(Properties.PolicyDocument?.Statement).toContainEqual({
        Effect: 'Deny',
        Action: action,
        Principal: { AWS: '*' },
        Resource: expect.anything(),
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      });
    }
  });
});

/** A bucket name is a join; its ARN is the same join behind the partition's prefix. */
function arnOf(bucketName: unknown) {
  const [, parts] = (bucketName as { 'Fn::Join': [string, [string, ...unknown[]]] })['Fn::Join'];
  const [head, ...rest] = parts;
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:s3:::${head}`, ...rest]] };
}
