import { createHash, getRandomValues } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamodbItemStore } from '#shared/aws/dynamodb-item-store.ts';
import { type BucketSettings, bucketUrl, s3ObjectStore } from '#shared/aws/s3-object-store.ts';
import type { Signer } from '#shared/aws/signed-client.ts';
import { sqsMessageQueue } from '#shared/aws/sqs-message-queue.ts';
import { ssmSecrets } from '#shared/aws/ssm-secrets.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import type { Clock, Compression, Hash, Random } from '#shared/ports/ambient.ts';
import type { DueItems, ItemStore } from '#shared/ports/item-store.ts';
import type { MessageQueue } from '#shared/ports/message-bus.ts';
import type { ObjectStore } from '#shared/ports/object-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';

/** The one place where ports meet the cloud. Everything is made on first use, from the environment topology gives. */

/** Reads a setting the topology must have given. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`the environment lacks ${name}`);
  return value;
}

export const systemClock: Clock = { now: () => fromEpochMs(Date.now()) };

export const systemRandom: Random = {
  next: () => (getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};

export const sha256: Hash = { sha256: (data) => createHash('sha256').update(data).digest('hex') };

const compression: Compression = { gzip: (data) => gzipSync(data), gunzip: (bytes) => gunzipSync(bytes) };

/** The records table. */
export function recordsStore(): ItemStore & DueItems {
  return dynamodbItemStore(new DynamoDBClient({}), setting('RECORDS_TABLE'));
}

type BucketVariable = 'DOCUMENTS_BUCKET' | 'FILES_BUCKET' | 'SNAPSHOTS_BUCKET';

/** Who signs requests, and in which region. */
function signer(): Signer {
  return {
    region: setting('AWS_REGION'),
    accessKeyId: setting('AWS_ACCESS_KEY_ID'),
    secretAccessKey: setting('AWS_SECRET_ACCESS_KEY'),
    sessionToken: process.env['AWS_SESSION_TOKEN'],
  };
}

function bucketSettings(variable: BucketVariable): BucketSettings {
  return { ...signer(), bucket: setting(variable), endpoint: process.env['AWS_ENDPOINT_URL_S3'] };
}

/** The bucket whose name the variable holds. */
export function objectStore(variable: BucketVariable): ObjectStore {
  return s3ObjectStore(bucketSettings(variable));
}

/** Keys and passwords of platforms, by name. */
export function secrets(): Secrets {
  return ssmSecrets({ ...signer(), endpoint: process.env['AWS_ENDPOINT_URL_SSM'] }, systemClock);
}

/** Origin of the addresses under which browsers put and get files. */
export function filesOrigin(): string {
  return new URL(bucketUrl(bucketSettings('FILES_BUCKET'))).origin;
}

/** A variable that holds the address of a queue; each platform that is called has one of its own. */
export type QueueVariable =
  | 'CHANGES_QUEUE_URL'
  | 'DOCUMENTS_QUEUE_URL'
  | 'PREPARATIONS_QUEUE_URL'
  | 'REPLAYS_QUEUE_URL'
  | 'UPLOADS_QUEUE_URL'
  | `COLLECT_QUEUE_URL_${string}`
  | `PLACE_QUEUE_URL_${string}`;

/** The queue whose address the variable holds. */
export function messageQueue(variable: QueueVariable): MessageQueue {
  return sqsMessageQueue(new SQSClient({}), setting(variable));
}

/** What the feed and its snapshots are written and read with. */
export function snapshotPorts() {
  return {
    records: recordsStore(),
    snapshots: objectStore('SNAPSHOTS_BUCKET'),
    hash: sha256,
    compression,
    clock: systemClock,
  };
}

/** Makes a value on first use and keeps it for the life of the process. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
