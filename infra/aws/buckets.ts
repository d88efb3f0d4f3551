import { Aws, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { BucketSpec } from '#infra/topology-shape.ts';
import { idOf, named } from './resources.ts';

/**
 * A private bucket that outlives its stack. Its name is made of the stack's own id: known before the bucket exists,
 * so that a queue's policy can name it, and free again when a new stack leaves a kept bucket behind.
 */
export function addBucket(
  scope: Construct,
  name: string,
  spec: BucketSpec,
  queues: ReadonlyMap<string, Queue>,
): Bucket {
  const stackUuid = Fn.select(2, Fn.split('/', Aws.STACK_ID));
  const bucketName = `auction-${name}-${stackUuid}`;
  const bucket = new Bucket(scope, `${idOf(name)}Bucket`, {
    bucketName,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    encryption: BucketEncryption.S3_MANAGED,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: lifecycleRules(spec),
    ...(spec.cors ? { cors: [BROWSERS] } : {}),
  });
  if (spec.notify) notify(bucket, bucketName, spec.notify.prefix, named(queues, spec.notify.queue));
  return bucket;
}

/** Pages of any origin, for the signed address alone decides; no page can make one. */
const BROWSERS = {
  allowedOrigins: ['*'],
  allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
  allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
  maxAge: 3600,
};

function lifecycleRules(spec: BucketSpec): LifecycleRule[] {
  const everyDay = { abortIncompleteMultipartUploadAfter: Duration.days(1) };
  if (spec.expirePrefix === undefined) return [{ ...everyDay, ...expiry(spec) }];
  return [everyDay, { prefix: spec.expirePrefix, ...expiry(spec) }];
}

/** In a versioned bucket an expired object stays as an old version until that expires too. */
function expiry({ expireDays }: BucketSpec) {
  if (expireDays === undefined) return {};
  return { expiration: Duration.days(expireDays), noncurrentVersionExpiration: Duration.days(1) };
}

/** Set on the bucket itself: the library's own way deploys a Lambda function just to do this. */
function notify(bucket: Bucket, bucketName: string, prefix: string, queue: Queue): void {
  const bucketArn = Stack.of(bucket).formatArn({ service: 's3', region: '', account: '', resource: bucketName });
  const added = queue.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': bucketArn }, StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: prefix }] } },
      },
    ],
  };
  // S3 tests the permission when the notification is set.
  if (added.policyDependable) resource.node.addDependency(added.policyDependable);
}
