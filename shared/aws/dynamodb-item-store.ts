import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { AppError } from '../errors/app-error.ts';
import type { Item, ItemKey, ItemRange, ItemStore, PutCondition } from '../ports/item-store.ts';

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

/** The record's store on DynamoDB. */
export function dynamodbItemStore(client: DynamoDBClient, table: string): ItemStore {
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
    async query(range: ItemRange) {
      const found: Item[] = [];
      const query = rangeQuery(table, range);
      let start: QueryCommandOutput['LastEvaluatedKey'];
      try {
        do {
          const Limit = range.limit === undefined ? undefined : range.limit - found.length;
          const page: QueryCommandOutput = await client.send(
            new QueryCommand({ ...query, Limit, ExclusiveStartKey: start }),
          );
          found.push(...(page.Items ?? []).map((entry) => unmarshall(entry) as Item));
          start = page.LastEvaluatedKey;
        } while (start !== undefined && (range.limit === undefined || found.length < range.limit));
      } catch (cause) {
        throw unavailable(cause);
      }
      return found;
    },
  };
}
