import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { AppError } from '../errors/app-error.ts';
import type { DueItems, DueRange, Item, ItemKey, ItemRange, ItemStore, PutCondition } from '../ports/item-store.ts';

function conditionOf(condition: PutCondition) {
  if (condition === 'any') return {};
  if (condition === 'absent') return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#v = :version',
    ExpressionAttributeNames: { '#v': 'v' },
    ExpressionAttributeValues: { ':version': { N: String(condition.version) } },
  };
}

function unavailable(cause: unknown): AppError {
  return new AppError('STORE.UNAVAILABLE', 'the item store did not answer', { cause });
}

function rangeQuery(table: string, range: ItemRange) {
  const bounds = {
    ...(range.from === undefined ? {} : { ':from': { S: range.from } }),
    ...(range.to === undefined ? {} : { ':to': { S: range.to } }),
  };
  const within =
    range.from !== undefined && range.to !== undefined
      ? ' AND sk BETWEEN :from AND :to'
      : range.from !== undefined
        ? ' AND sk >= :from'
        : range.to !== undefined
          ? ' AND sk <= :to'
          : '';
  return {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: `pk = :pk${within}`,
    ExpressionAttributeValues: { ':pk': { S: range.pk }, ...bounds },
    ScanIndexForward: !(range.reverse ?? false),
  };
}

function dueQuery(table: string, { duePartition, until }: DueRange): QueryCommandInput {
  return {
    TableName: table,
    IndexName: 'due',
    KeyConditionExpression: 'duePartition = :partition AND dueAt <= :until',
    ExpressionAttributeValues: { ':partition': { S: duePartition }, ':until': { S: until } },
  };
}

/** Follows pages until the query or the limit is exhausted. */
async function queryAll(client: DynamoDBClient, query: QueryCommandInput, limit: number | undefined) {
  const found: Item[] = [];
  let start: QueryCommandOutput['LastEvaluatedKey'];
  try {
    do {
      const Limit = limit === undefined ? undefined : limit - found.length;
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({ ...query, Limit, ExclusiveStartKey: start }),
      );
      found.push(...(page.Items ?? []).map((entry) => unmarshall(entry) as Item));
      start = page.LastEvaluatedKey;
    } while (start !== undefined && (limit === undefined || found.length < limit));
  } catch (cause) {
    throw unavailable(cause);
  }
  return found;
}

/** The record's store on DynamoDB. */
export function dynamodbItemStore(client: DynamoDBClient, table: string): ItemStore & DueItems {
  return {
    async get(key: ItemKey) {
      try {
        const Key = { pk: { S: key.pk }, sk: { S: key.sk } };
        const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
        return Item === undefined ? undefined : (unmarshall(Item) as Item);
      } catch (cause) {
        throw unavailable(cause);
      }
    },
    async put(item: Item, condition: PutCondition) {
      try {
        const Item = marshall(item, { removeUndefinedValues: true });
        await client.send(new PutItemCommand({ TableName: table, Item, ...conditionOf(condition) }));
        return 'written';
      } catch (cause) {
        if (cause instanceof ConditionalCheckFailedException) return 'refused';
        throw unavailable(cause);
      }
    },
    query: (range: ItemRange) => queryAll(client, rangeQuery(table, range), range.limit),
    due: (range: DueRange) => queryAll(client, dueQuery(table, range), range.limit),
  };
}
