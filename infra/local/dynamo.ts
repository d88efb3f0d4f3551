import type { Server } from 'node:http';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import database, { type TableFacts } from 'dynalite/db/index.js';
import type { TableSpec, Topology } from '#infra/topology-shape.ts';
import { listen } from './loopback.ts';
import { openTableStore, type TableStore } from './table-store.ts';

export interface DynamoOptions {
  /** Directory of the store; made when missing. One process at a time. */
  readonly directory: string;
  /** Default: any free port. */
  readonly port?: number;
  readonly tables: Topology['tables'];
}

/**
 * A table whose creation was killed half-way stays CREATING for ever, refusing everything; it cannot hold items yet and
 * is removed, so that it is made anew.
 */
async function removeHalfMade({ tableDb }: TableStore, tables: readonly string[]): Promise<void> {
  for (const name of tables) {
    await new Promise<void>((resolve, reject) => {
      const done = (error: unknown) => (error ? reject(error) : resolve());
      tableDb.get(name, (error, table) => {
        if (table?.TableStatus === 'CREATING') tableDb.del(name, done);
        else done(error);
      });
    });
  }
}

/** dynalite reads and parses the table's description at each request; ours never changes once the table is made. */
function rememberTables({ tableDb }: TableStore): void {
  const known = new Map<string, TableFacts>();
  const { get } = tableDb;
  tableDb.get = (name, done) => {
    const table = known.get(name);
    if (table) return void setImmediate(done, null, table);
    get(name, (error, found) => {
      if (found) known.set(name, found);
      done(error, found);
    });
  };
}

/**
 * A server over a store that is open. dynalite would make its own and keep it to itself, finding out that another
 * process holds it only at the first request, and then bring the process down; so its maker is ours for this one call.
 */
function serveStore(store: TableStore): Server {
  const { create } = database;
  database.create = () => store;
  try {
    return dynalite();
  } finally {
    database.create = create;
  }
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

/** DynamoDB, running. */
export interface DynamoServer {
  readonly endpoint: string;
  /** What the server reads and writes, for who wants to read it whole. */
  readonly store: TableStore;
  close(): Promise<void>;
}

/**
 * DynamoDB on loopback: dynalite on disk, with the topology's tables. Writes survive the process being killed.
 *
 * @throws AppError HOST.DATA_IN_USE, HOST.PORT_TAKEN
 */
export async function startDynamo(options: DynamoOptions): Promise<DynamoServer> {
  const store = await openTableStore(options.directory);
  await removeHalfMade(store, Object.keys(options.tables));
  const server = serveStore(store);
  // dynalite throws when a client hangs up in the middle of a request.
  server.on('request', (request) => request.removeAllListeners('error').on('error', () => {}));
  const { url: endpoint, close } = await listen(server, options.port ?? 0);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials });
  try {
    await createMissing(client, options.tables);
  } finally {
    client.destroy();
  }
  rememberTables(store);
  return { endpoint, store, close };
}
