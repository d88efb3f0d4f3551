import { DynamoDBClient, PutItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import { topology } from '#infra/topology.ts';
import { startDynamo } from './dynamo.ts';
import { openTableStore } from './table-store.ts';

type StoredItem = NonNullable<PutItemCommandInput['Item']>;

/** Partitions that follow from the raw documents and are made again from them. */
const FROM_DOCUMENTS =
  /^(LOT|DOCUMENT|SIGHTINGS|CHANGES|QUARANTINE|REPLAY|TOTALS|CHECKS|COLLECT|INCIDENT)#|^(POISON|SNAPSHOTS)$/;

const RECORDS = 'records';

/** Says whether a partition was written by people and cannot be made again: the desk's logs, files, locks, sessions. */
export function isPeoplesWork(partition: string): boolean {
  return !FROM_DOCUMENTS.test(partition);
}

/** Items of the records table that no document brings back. */
export async function readPeoplesWork(tables: string): Promise<readonly StoredItem[]> {
  const { db } = await openTableStore(tables);
  const found = new Map<string, StoredItem>();
  try {
    // An index holds copies of its items, so one item may come twice.
    for await (const [, json] of db.iterator({ valueEncoding: 'utf8' })) {
      const item = JSON.parse(json) as StoredItem;
      const [pk, sk] = [item['pk']?.S, item['sk']?.S];
      if (pk !== undefined && sk !== undefined && isPeoplesWork(pk)) found.set(`${pk}\n${sk}`, item);
    }
  } finally {
    await db.close();
  }
  return [...found.values()];
}

/** Puts them into tables made anew. */
export async function writePeoplesWork(tables: string, items: readonly StoredItem[]): Promise<void> {
  const dynamo = await startDynamo({ directory: tables, tables: topology.tables });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'local', credentials });
  try {
    for (const Item of items) await client.send(new PutItemCommand({ TableName: RECORDS, Item }));
  } finally {
    client.destroy();
    await dynamo.close();
  }
}
