import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { create } from 'dynalite/db/index.js';
import type { TableSpec, Topology } from '#infra/topology.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { close, listen } from './loopback.ts';

export interface DynamoOptions {
  /** Directory of the store; made when missing. One process at a time. */
  readonly directory: string;
  /** Default: any free port. */
  readonly port?: number;
  readonly tables: Topology['tables'];
}

function isLocked(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
}

/**
 * Opens the store once before dynalite does: dynalite finds out that another process holds it only at the first
 * request, and then brings the process down. A table whose creation was killed half-way stays CREATING for ever,
 * refusing everything; it cannot hold items yet and is removed, so that it is made anew.
 */
async function prepareStore(directory: string, tables: readonly string[]): Promise<void> {
  const store = create({ path: directory });
  try {
    await store.db.open();
  } catch (cause) {
    if (!isLocked(cause)) throw cause;
    throw new AppError('HOST.DATA_IN_USE', 'data directory is in use', { cause });
  }
  for (const name of tables) {
    await new Promise<void>((resolve, reject) => {
      const done = (error: unknown) => (error ? reject(error) : resolve());
      store.tableDb.get(name, (error, table) => {
        if (table?.TableStatus === 'CREATING') store.tableDb.del(name, done);
        else done(error);
      });
    });
  }
  await store.db.close();
}

function toCreateTable(name: string, spec: TableSpec): CreateTableCommandInput {
  const keySchema = ({ partitionKey, sortKey }: Pick<TableSpec, 'partitionKey' | 'sortKey'>) => [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
  const keys = [spec, ...spec.indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);
  const indexes = spec.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: keySchema(index),
    Projection: { ProjectionType: 'ALL' as const },
  }));
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(spec),
    AttributeDefinitions: [...new Set(keys)].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  };
}

async function createMissing(client: DynamoDBClient, tables: Topology['tables']): Promise<void> {
  const { TableNames: existing = [] } = await client.send(new ListTablesCommand({}));
  for (const [name, spec] of Object.entries(tables)) {
    if (existing.includes(name)) continue;
    await client.send(new CreateTableCommand(toCreateTable(name, spec)));
    const describe = new DescribeTableCommand({ TableName: name });
    while ((await client.send(describe)).Table?.TableStatus !== 'ACTIVE');
  }
}

/**
 * DynamoDB on loopback: dynalite on disk, with the topology's tables. Writes survive the process being killed.
 *
 * @throws AppError HOST.DATA_IN_USE, HOST.PORT_TAKEN
 */
export async function startDynamo(options: DynamoOptions): Promise<{ endpoint: string; close(): Promise<void> }> {
  await prepareStore(options.directory, Object.keys(options.tables));
  const server = dynalite({ path: options.directory, createTableMs: 0 });
  // dynalite throws when a client hangs up in the middle of a request.
  server.on('request', (request) => request.removeAllListeners('error').on('error', () => {}));
  const endpoint = await listen(server, options.port ?? 0);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials });
  try {
    await createMissing(client, options.tables);
  } finally {
    client.destroy();
  }
  return { endpoint, close: () => close(server) };
}
