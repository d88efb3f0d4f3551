import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { create } from 'dynalite/db/index.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDynamo } from '#infra/local/dynamo.ts';
import type { Topology } from '#infra/topology-shape.ts';

const tables: Topology['tables'] = {
  records: { partitionKey: 'pk', sortKey: 'sk', indexes: [{ name: 'byDue', partitionKey: 'due', sortKey: 'pk' }] },
};
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const Item = { pk: { S: 'LOT#1' }, sk: { S: 'STATE' }, due: { S: 'd' }, title: { S: '标的' } };
const Key = { pk: Item.pk, sk: Item.sk };

let directory: string;
let closers: (() => Promise<unknown>)[];

async function open() {
  const server = await startDynamo({ directory, tables });
  const client = new DynamoDBClient({ endpoint: server.endpoint, region: 'local', credentials });
  const close = () => {
    client.destroy();
    return server.close();
  };
  closers.push(close);
  return { ...server, client, close };
}

/** Runs the host in another process, which puts the item, says so, and stays. */
async function spawnOwner(): Promise<ChildProcess> {
  const script = `
    import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
    import { startDynamo } from '#infra/local/dynamo.ts';
    const [directory, tables, Item] = process.argv.slice(1);
    const { endpoint } = await startDynamo({ directory, tables: JSON.parse(tables) });
    const client = new DynamoDBClient({ endpoint, region: 'local', credentials: ${JSON.stringify(credentials)} });
    await client.send(new PutItemCommand({ TableName: 'records', Item: JSON.parse(Item) }));
    process.stdout.write('written');`;
  const values = [directory, JSON.stringify(tables), JSON.stringify(Item)];
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...values], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess) {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dynamo-'));
  closers = [];
});

afterEach(async () => {
  await Promise.all(closers.map((close) => close()));
  rmSync(directory, { recursive: true });
});

describe('the local DynamoDB', () => {
  it('has the tables and indexes of the topology, ready for use', async () => {
    const { client } = await open();

    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'records' }));
    await client.send(new PutItemCommand({ TableName: 'records', Item }));
    const found = await client.send(
      new QueryCommand({
        TableName: 'records',
        IndexName: 'byDue',
        KeyConditionExpression: 'due = :d',
        ExpressionAttributeValues: { ':d': { S: 'd' } },
      }),
    );

    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    });
    expect(found.Items).toEqual([Item]);
  });

  it('keeps its items when it is opened again', async () => {
    const first = await open();
    await first.client.send(new PutItemCommand({ TableName: 'records', Item }));
    await first.close();
    closers = [];

    const { client } = await open();

    expect(await client.send(new GetItemCommand({ TableName: 'records', Key }))).toMatchObject({ Item });
  });

  it('keeps its items when the process is killed', async () => {
    await kill(await spawnOwner());

    const { client } = await open();

    expect(await client.send(new GetItemCommand({ TableName: 'records', Key }))).toMatchObject({ Item });
  });

  it('says so when another process has the data open', async () => {
    const owner = await spawnOwner();

    const opening = startDynamo({ directory, tables });

    await expect(opening).rejects.toMatchObject({ code: 'HOST.DATA_IN_USE' });
    await kill(owner);
  });

  it('makes a table anew whose creation was cut off', async () => {
    const store = create({ path: directory });
    await new Promise((resolve) =>
      store.tableDb.put('records', { TableStatus: 'CREATING', TableName: 'records' }, resolve),
    );
    await store.db.close();

    const { client } = await open();

    await client.send(new PutItemCommand({ TableName: 'records', Item }));
    expect(await client.send(new GetItemCommand({ TableName: 'records', Key }))).toMatchObject({ Item });
  });

  it('survives a client that hangs up in the middle of a request', async () => {
    const { client, endpoint } = await open();
    const socket = connect(Number(new URL(endpoint).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99\r\n\r\n{');
    socket.resetAndDestroy();
    await once(socket, 'close');

    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'records' }));

    expect(Table?.TableStatus).toBe('ACTIVE');
  });
});
