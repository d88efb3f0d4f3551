import { SQSClient } from '@aws-sdk/client-sqs';
import { topology } from '#infra/topology.ts';
import { topologyFaults } from '#infra/topology-rules.ts';
import type { FunctionSpec, Topology } from '#infra/topology-shape.ts';
import { BACKUP_PATH, writeBackup } from './backup/write.ts';
import { type DataDirectory, removePartials } from './data-directory.ts';
import { type DynamoServer, startDynamo } from './dynamo.ts';
import { type LambdaFunction, readyFunctions } from './functions.ts';
import { startHttp } from './http.ts';
import { startMailbox } from './mailbox/mailbox.ts';
import { operatorAuthoriser } from './operator.ts';
import { queueName, resolver } from './references.ts';
import { startS3 } from './s3/server.ts';
import type { ObjectCreated } from './s3/store.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { knownSecrets, openSandbox } from './sandbox-mount.ts';
import { startSchedules } from './schedules.ts';
import { secretsFile } from './secrets/file.ts';
import { startSsm } from './secrets/ssm.ts';
import { issuerMount, issuerSettings } from './sign-in.ts';
import { type SqsServer, startSqs } from './sqs/server.ts';
import { startQueueTrigger } from './triggers.ts';

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * The functions share one processor, which may be slow: each may take five times as long as in the cloud. Less than the
 * six times after which its queue would give the same messages out again.
 */
const PATIENCE = 5;

export interface HostOptions {
  /** Begin a new sandbox with a handful of auctions. */
  readonly demo: boolean;
}

/** The running system. */
export interface Host {
  readonly url: string;
  /** What is at work, one entry for each kind of work. */
  inHand(): readonly string[];
  /** Lets work in hand finish, then stops. */
  close(): Promise<void>;
}

function ensureQueues(sqs: SqsServer, { queues }: Topology): void {
  for (const [name, { fifo, visibilitySeconds, maxReceiveCount }] of Object.entries(queues)) {
    const kind = fifo ? { FifoQueue: 'true' } : {};
    const dead = queueName(`${name}-dead`, fifo);
    sqs.ensureQueue(dead, { ...kind, MessageRetentionPeriod: String(14 * 24 * 3600) });
    sqs.ensureQueue(queueName(name, fifo), {
      ...kind,
      VisibilityTimeout: String(visibilitySeconds),
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: sqs.queueArn(dead), maxReceiveCount }),
    });
  }
}

/** Tells the queue of a bucket that an object was created, in S3's own words. */
function notifier(sqs: SqsServer, { buckets, queues }: Topology) {
  return ({ bucket, key, size, etag, time }: ObjectCreated): void => {
    const notify = buckets[bucket]?.notify;
    if (notify === undefined || !key.startsWith(notify.prefix)) return;
    const object = { key: encodeURIComponent(key).replaceAll('%20', '+'), size, eTag: etag };
    const record = {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      eventName: 'ObjectCreated:Put',
      eventTime: new Date(time).toISOString(),
      s3: { bucket: { name: bucket }, object },
    };
    sqs.send(queueName(notify.queue, queues[notify.queue]?.fifo ?? false), JSON.stringify({ Records: [record] }));
  };
}

type Stoppable = { stop(): Promise<void> };

interface Parts {
  readonly sqs: SqsServer;
  readonly client: SQSClient;
  readonly data: DataDirectory;
}

function startTriggers({ sqs, client, data }: Parts, spec: FunctionSpec, fn: LambdaFunction): Stoppable[] {
  return spec.triggers.flatMap((trigger): Stoppable[] => {
    if (trigger.on === 'schedule') {
      const schedule = { lastRun: data.markedAt(fn.name), onDone: () => data.mark(fn.name) };
      return [startSchedules({ ...trigger, ...schedule, invoke: fn.invoke })];
    }
    if (trigger.on === 'http') return [];
    const fifo = topology.queues[trigger.queue]?.fifo ?? false;
    const name = queueName(trigger.queue, fifo);
    const queue = { queueUrl: sqs.queueUrl(name), queueArn: sqs.queueArn(name), fifo };
    // Not the concurrency of the cloud: in one process more batches at a time only make each take longer.
    const { batchSize, windowSeconds } = trigger;
    return [startQueueTrigger({ sqs: client, ...queue, batchSize, windowSeconds, invoke: fn.invoke })];
  });
}

/** `GET /host/backup`: what the cloud's own backups are to the tables there. Not a function, so not of the topology. */
function backupTarget({ path }: DataDirectory, { store }: DynamoServer) {
  const route = { method: 'GET', path: BACKUP_PATH, access: 'operator' } as const;
  const headers = {
    'content-type': 'application/gzip',
    'content-disposition': 'attachment; filename="backup.tar.gz"',
    'cache-control': 'no-store',
  };
  return {
    route,
    invoke: async () => ({ statusCode: 200, headers, body: await writeBackup(path, store, new Date()) }),
  };
}

function httpTargets(functions: ReadonlyMap<string, LambdaFunction>) {
  return [...functions].flatMap(([name, { invoke }]) =>
    (topology.functions[name]?.triggers ?? []).flatMap((trigger) =>
      trigger.on === 'http' ? trigger.routes.map((route) => ({ route, invoke })) : [],
    ),
  );
}

/** Tables, queues, buckets and secrets, and the environment in which the SDK finds them. */
async function startStores(data: DataDirectory) {
  const dynamo = await startDynamo({ directory: data.tables, tables: topology.tables });
  removePartials(data.path);
  const sqs = await startSqs({ file: data.queues });
  ensureQueues(sqs, topology);
  // The consumers of the last run were in its process and died with it: nobody else holds what was in flight.
  sqs.releaseInFlight();
  const onObjectCreated = notifier(sqs, topology);
  const s3 = await startS3({ file: data.objects, credentials: CREDENTIALS, onObjectCreated });
  for (const [bucket, spec] of Object.entries(topology.buckets)) s3.ensureBucket(bucket, spec);
  const ssm = await startSsm(() => knownSecrets(data, secretsFile()));
  Object.assign(process.env, {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_SSM: ssm.endpoint,
  });
  return { dynamo, sqs, s3, ssm };
}

/** What a deployment would be given as parameters. Platforms are on public addresses, but for the sandbox, which is here. */
function settingsAt(url: string, smtpUrl: string): Readonly<Record<string, string>> {
  const { port } = new URL(url);
  const notices = { SmtpUrl: smtpUrl, MailFrom: 'notices@localhost', PublicUrl: url.replace('127.0.0.1', 'localhost') };
  return { ...issuerSettings(url), ...notices, PrivateHosts: `127.0.0.1:${port},localhost:${port}` };
}

/**
 * Starts the whole topology on loopback: tables, buckets, queues, triggers, schedules and the HTTP API,
 * all in this process and all on disk.
 *
 * @throws AppError `HOST.PORT_TAKEN`, `HOST.DATA_IN_USE`
 */
export async function startHost(data: DataDirectory, port: number, { demo }: HostOptions): Promise<Host> {
  const faults = topologyFaults(topology);
  if (faults.length > 0) throw new Error(`the topology is not sound: ${faults.join('; ')}`);
  const { dynamo, sqs, s3, ssm } = await startStores(data);
  const mailbox = await startMailbox(`${data.path}/mailbox`);
  const functions = new Map<string, LambdaFunction>();
  let sandbox: Sandbox | undefined;
  const serve = async (url: string) => {
    const resolve = resolver(sqs, topology, settingsAt(url, mailbox.url));
    for (const [name, fn] of readyFunctions(topology, resolve, { patience: PATIENCE })) functions.set(name, fn);
    sandbox = openSandbox(url, data, demo);
    return [...httpTargets(functions), backupTarget(data, dynamo), issuerMount(url, data), sandbox];
  };
  const http = await startHttp({
    port,
    routes: serve,
    authorise: operatorAuthoriser(data.token),
    throttle: topology.httpThrottle,
  });
  const client = new SQSClient({});
  const running = [...functions.values()].flatMap((fn) => {
    const spec = topology.functions[fn.name];
    return spec === undefined ? [] : startTriggers({ sqs, client, data }, spec, fn);
  });
  return {
    url: http.url,
    inHand: () =>
      [...functions.values(), { name: 'HTTP', inHand: http.inHand }]
        .filter(({ inHand }) => inHand() > 0)
        .map(({ name, inHand }) => `${name} ×${inHand()}`),
    async close() {
      await Promise.all([http.close(), ...running.map((trigger) => trigger.stop())]);
      await sandbox?.close();
      client.destroy();
      await Promise.all([s3.close(), sqs.close(), ssm.close(), dynamo.close(), mailbox.close()]);
    },
  };
}
