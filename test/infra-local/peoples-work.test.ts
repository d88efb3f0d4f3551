import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { startDynamo } from '#infra/local/dynamo.ts';
import { isPeoplesWork, readPeoplesWork, writePeoplesWork } from '#infra/local/peoples-work.ts';
import { topology } from '#infra/topology.ts';
import { dynamodbItemStore } from '#shared/aws/dynamodb-item-store.ts';
import type { DueItems, Item, ItemStore } from '#shared/ports/item-store.ts';
import { keys } from '#shared/services/records/keys.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(`${tmpdir()}/peoples-work-`);
  folders.push(folder);
  return `${folder}/tables`;
}

async function inTables<T>(directory: string, work: (records: ItemStore & DueItems) => Promise<T>): Promise<T> {
  const dynamo = await startDynamo({ directory, tables: topology.tables });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'local', credentials });
  try {
    return await work(dynamodbItemStore(client, 'records'));
  } finally {
    client.destroy();
    await dynamo.close();
  }
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const EVENT: Item = {
  ...keys.event({ kind: 'listing', id: 'l1' }, 1),
  duePartition: 'outbox',
  dueAt: '2026-05-06T00:00:00.000Z',
  event: { type: 'drafted' },
};
const LOT: Item = { pk: 'LOT#east.1', sk: 'STATE', v: 1 };

describe('what people wrote, when the rest is made anew', () => {
  it('is carried into new tables, with its place in the index', async () => {
    const [old, fresh] = [newFolder(), newFolder()];
    await inTables(old, async (records) => {
      await records.put(EVENT, 'absent');
      await records.put(LOT, 'absent');
    });

    await writePeoplesWork(fresh, await readPeoplesWork(old));

    await inTables(fresh, async (records) => {
      expect(await records.get(EVENT)).toEqual(EVENT);
      expect(await records.get(LOT)).toBeUndefined();
      const due = { duePartition: 'outbox', until: '2026-05-07T00:00:00.000Z', limit: 9 };
      expect(await records.due(due)).toEqual([EVENT]);
    });
  });

  it('leaves out what documents bring back, and nothing else', () => {
    const fromDocuments = ['LOT#a.1', 'DOCUMENT#x', 'SIGHTINGS#a', 'CHANGES#000000000', 'QUARANTINE#a', 'REPLAY#r'];
    const others = ['LISTING#l', 'ASSET#a', 'LOCK#a', 'FILE#f', 'AUDIT', 'STREAMS#listing', 'CARDS#asset#330502100'];

    expect([...fromDocuments, 'POISON', 'SNAPSHOTS'].filter(isPeoplesWork)).toEqual([]);
    expect(others.filter(isPeoplesWork)).toEqual(others);
  });
});
