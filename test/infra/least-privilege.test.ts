import { describe, expect, it } from 'vitest';
import { topology } from '#infra/topology.ts';
import type { FunctionSpec, Grant, Topology } from '#infra/topology-shape.ts';
import { aTopology, logicalId, resourceOf, resourcesOf, type Statement, synthesise } from './synthesised.ts';

type Built = ReturnType<typeof synthesise>;

const ACTIONS = {
  table: { get: 'dynamodb:GetItem', query: 'dynamodb:Query', put: 'dynamodb:PutItem' },
  bucket: { get: 's3:GetObject', put: 's3:PutObject', remove: 's3:DeleteObject' },
} as const;

const cases = [
  { of: 'the system', built: synthesise(), spec: topology },
  { of: 'a topology that uses everything', built: synthesise(aTopology()), spec: aTopology() },
];

describe.each(cases)('the roles of $of', ({ built, spec }) => {
  const { service, serviceTemplate } = built;

  it.each(Object.entries(spec.functions))('let %s do what its grants and triggers say and no more', (name, wanted) => {
    const role = service.functions.get(name)?.node.findChild('Role');

    expect(statementsOf(built, logicalId(role))).toEqual(sorted(expectedStatements(built, spec, name, wanted)));
    expect(resourceOf(serviceTemplate, 'AWS::IAM::Role', role).Properties).toEqual({
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
    });
  });

  it('let a schedule invoke its one function and no more', () => {
    const schedules = [...resourcesOf(serviceTemplate, 'AWS::Scheduler::Schedule').values()];

    expect(schedules.length).toBeGreaterThan(0);
    for (const { Properties } of schedules) {
      const [roleId] = Properties.Target?.RoleArn?.['Fn::GetAtt'] ?? [''];
      expect(statementsOf(built, roleId)).toEqual([
        { Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: [Properties.Target?.Arn] },
      ]);
    }
  });

  it('use a wildcard for X-Ray alone, where AWS has no resources to name', () => {
    const policies = [...resourcesOf(serviceTemplate, 'AWS::IAM::Policy').values()];
    const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument?.Statement ?? []);

    const onAnything = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('"*"'));
    for (const { Action } of onAnything) {
      expect(Action).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);
    }
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('carry no managed or inline policies and let nobody in by resource policy but the HTTP API', () => {
    for (const { Properties } of resourcesOf(serviceTemplate, 'AWS::IAM::Role').values()) {
      expect(Object.keys(Properties)).toEqual(['AssumeRolePolicyDocument']);
    }
    for (const { Properties } of resourcesOf(serviceTemplate, 'AWS::Lambda::Permission').values()) {
      expect(Properties).toMatchObject({ Principal: 'apigateway.amazonaws.com', SourceArn: expect.anything() });
    }
  });
});

function expectedStatements(
  { state, service }: Built,
  spec: Topology,
  name: string,
  wanted: FunctionSpec,
): Statement[] {
  const { tables, buckets, queues } = state.resources;
  const arn = (value: string | undefined): unknown => service.resolve(value);
  const ofGrant = (grant: Grant): Statement[] => {
    if ('secrets' in grant) return secretStatements(grant.secrets);
    if ('queue' in grant) return [allow(['sqs:SendMessage'], arn(queues.get(grant.queue)?.queueArn))];
    if ('table' in grant) {
      const table = tables.get(grant.table)?.tableArn;
      const indexes = grant.may.includes('query') ? (spec.tables[grant.table]?.indexes ?? []) : [];
      const onIndexes = indexes.map((index) => allow(['dynamodb:Query'], arn(`${table}/index/${index.name}`)));
      return [
        allow(
          grant.may.map((verb) => ACTIONS.table[verb]),
          arn(table),
        ),
        ...onIndexes,
      ];
    }
    const bucket = buckets.get(grant.bucket)?.bucketArn;
    const listing = {
      ...allow(['s3:ListBucket'], arn(bucket)),
      Condition: { StringLike: { 's3:prefix': `${grant.prefix}*` } },
    };
    const verbs = grant.may.filter((verb) => verb !== 'list');
    return [
      ...(verbs.length > 0
        ? [
            allow(
              verbs.map((verb) => ACTIONS.bucket[verb]),
              arn(`${bucket}/${grant.prefix}*`),
            ),
          ]
        : []),
      ...(grant.may.includes('list') ? [listing] : []),
    ];
  };
  const consumed = wanted.triggers.flatMap((trigger) => (trigger.on === 'queue' ? [trigger.queue] : []));
  const logs = { 'Fn::GetAtt': [logicalId(service.functions.get(name)?.node.findChild('Logs')), 'Arn'] };
  return [
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logs),
    allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'),
    ...wanted.grants.flatMap(ofGrant),
    ...consumed.map((queue) =>
      allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], arn(queues.get(queue)?.queueArn)),
    ),
  ];
}

function secretStatements(prefix: string): Statement[] {
  const ofAccount = (service: string, rest: string) => ({
    'Fn::Join': [
      '',
      ['arn:', { Ref: 'AWS::Partition' }, `:${service}:`, { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, rest],
    ],
  });
  const parameters = [`:parameter/${prefix}/*`, `:parameter/aws/reference/secretsmanager/${prefix}/*`];
  return [
    { Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: parameters.map((rest) => ofAccount('ssm', rest)) },
    allow(['secretsmanager:GetSecretValue'], ofAccount('secretsmanager', `:secret:${prefix}/*`)),
  ];
}

function allow(actions: readonly string[], resource: unknown): Statement {
  return { Effect: 'Allow', Action: actions, Resource: [resource] };
}

/** Every statement of every policy on the role, actions and resources as lists. */
function statementsOf({ serviceTemplate }: Built, roleId: string): Statement[] {
  const policies = [...resourcesOf(serviceTemplate, 'AWS::IAM::Policy').values()].filter(({ Properties }) =>
    (Properties.Roles ?? []).some(({ Ref }) => Ref === roleId),
  );
  const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument?.Statement ?? []);
  return sorted(
    statements.map((statement) => ({
      ...statement,
      Action: [statement.Action].flat(),
      Resource: [statement.Resource].flat(),
    })),
  );
}

/** In one order, statements and actions alike, since neither has one. */
function sorted(statements: readonly Statement[]): Statement[] {
  return statements
    .map((statement) => ({ ...statement, Action: [...[statement.Action].flat()].sort() }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ Action, Resource }: Statement): string {
  return JSON.stringify([Action, Resource]);
}
