import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { startDynamo } from '#infra/local/dynamo.ts';
import { dynamodbItemStore } from '#shared/aws/dynamodb-item-store.ts';
import { itemStoreContract } from './item-store-contract.ts';

const TABLES = 60;
const DUE_INDEX = { name: 'due', partitionKey: 'duePartition', sortKey: 'dueAt' };

let directory: string;
let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let client: DynamoDBClient;
let next = 0;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'store-'));
  const table = { partitionKey: 'pk', sortKey: 'sk', indexes: [DUE_INDEX] };
  const tables = Object.fromEntries(Array.from({ length: TABLES }, (_, index) => [`records-${index}`, table]));
  dynamo = await startDynamo({ directory, tables });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'local', credentials });
});

afterAll(async () => {
  client.destroy();
  await dynamo.close();
  rmSync(directory, { recursive: true, force: true });
});

itemStoreContract('the item store on DynamoDB', async () => dynamodbItemStore(client, `records-${next++}`));
