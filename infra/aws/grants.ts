import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grant, Topology } from '#infra/topology-shape.ts';
import { named, type Resources } from './resources.ts';

const TABLE_ACTIONS = { get: 'dynamodb:GetItem', query: 'dynamodb:Query', put: 'dynamodb:PutItem' } as const;
const OBJECT_ACTIONS = { get: 's3:GetObject', put: 's3:PutObject', remove: 's3:DeleteObject' } as const;

/** The statements that allow one grant, and nothing next to it. */
export function grantStatements(grant: Grant, topology: Topology, resources: Resources): PolicyStatement[] {
  if ('queue' in grant) {
    return [allow(['sqs:SendMessage'], [named(resources.queues, grant.queue).queueArn])];
  }
  if ('secrets' in grant) return secretStatements(grant.secrets);
  if ('bucket' in grant) return bucketStatements(grant, named(resources.buckets, grant.bucket).bucketArn);
  const table = named(resources.tables, grant.table).tableArn;
  const indexes = topology.tables[grant.table]?.indexes ?? [];
  const actions = grant.may.map((verb) => TABLE_ACTIONS[verb]);
  const statements = [allow(actions, [table])];
  if (indexes.length > 0 && grant.may.includes('query')) {
    statements.push(
      allow(
        [TABLE_ACTIONS.query],
        indexes.map(({ name }) => `${table}/index/${name}`),
      ),
    );
  }
  return statements;
}

/** Parameters, and secrets of Secrets Manager through the parameters that stand for them. */
function secretStatements(prefix: string): PolicyStatement[] {
  const parameters = `arn:${Aws.PARTITION}:ssm:${Aws.REGION}:${Aws.ACCOUNT_ID}:parameter`;
  const secret = `arn:${Aws.PARTITION}:secretsmanager:${Aws.REGION}:${Aws.ACCOUNT_ID}:secret:${prefix}/*`;
  return [
    allow(
      ['ssm:GetParameter'],
      [`${parameters}/${prefix}/*`, `${parameters}/aws/reference/secretsmanager/${prefix}/*`],
    ),
    allow(['secretsmanager:GetSecretValue'], [secret]),
  ];
}

/** What Lambda does to the queue in the function's name. */
export function consumeStatement(queueArn: string): PolicyStatement {
  return allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queueArn]);
}

function bucketStatements(grant: Extract<Grant, { bucket: string }>, bucketArn: string): PolicyStatement[] {
  const onObjects = grant.may.flatMap((verb) => (verb === 'list' ? [] : [OBJECT_ACTIONS[verb]]));
  const statements: PolicyStatement[] = [];
  if (onObjects.length > 0) statements.push(allow(onObjects, [`${bucketArn}/${grant.prefix}*`]));
  if (grant.may.includes('list')) {
    const list = allow(['s3:ListBucket'], [bucketArn]);
    list.addCondition('StringLike', { 's3:prefix': `${grant.prefix}*` });
    statements.push(list);
  }
  return statements;
}

/** An allowing statement. */
export function allow(actions: string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources });
}
