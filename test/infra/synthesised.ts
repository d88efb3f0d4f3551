import { App, type CfnElement, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { addStacks } from '#infra/aws/stacks.ts';
import { topology } from '#infra/topology.ts';
import type { FunctionSpec, QueueSpec, Topology } from '#infra/topology-shape.ts';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** Of a schedule, or of a route: `integrations/` and the integration. */
interface Target {
  readonly Arn?: unknown;
  readonly RoleArn?: { readonly 'Fn::GetAtt': readonly [string, string] };
  readonly 'Fn::Join'?: readonly [string, readonly [string, { readonly Ref: string }]];
}

/** What the tests read of a resource; everything else is compared as a whole. */
export interface CfnResource {
  readonly Type: string;
  readonly Properties: {
    readonly AuthorizationType?: string;
    readonly BucketName?: unknown;
    readonly CorsConfiguration?: unknown;
    readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> };
    readonly FifoQueue?: boolean;
    readonly GlobalSecondaryIndexes?: unknown;
    readonly IntegrationUri?: unknown;
    readonly NotificationConfiguration?: unknown;
    readonly PolicyDocument?: { readonly Statement: readonly Statement[] };
    readonly Roles?: readonly { readonly Ref: string }[];
    readonly RouteKey?: string;
    readonly Target?: Target;
    readonly TimeToLiveSpecification?: unknown;
    readonly TracingConfig?: unknown;
  };
  readonly DependsOn?: readonly string[];
}

/** Both stacks of a topology with stand-in code. */
export function synthesise(of: Topology = topology, tracing = true) {
  const { state, service } = addStacks(new App(), of, { tracing, codeOf: () => Code.fromInline('stand-in') });
  return { state, service, stateTemplate: Template.fromStack(state), serviceTemplate: Template.fromStack(service) };
}

/** The template's resources by logical id. */
function allResources(template: Template): ReadonlyMap<string, CfnResource> {
  const { Resources } = template.toJSON() as { Resources: Record<string, CfnResource> };
  return new Map(Object.entries(Resources));
}

/** The template's resources of one type by logical id. */
export function resourcesOf(template: Template, type: string): ReadonlyMap<string, CfnResource> {
  return new Map([...allResources(template)].filter(([, { Type }]) => Type === type));
}

/** How many resources of each type a template has. */
export function census(template: Template): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { Type } of allResources(template).values()) counted[Type] = (counted[Type] ?? 0) + 1;
  return counted;
}

/** The logical id of a construct's own resource. */
export function logicalId(construct: IConstruct | undefined): string {
  if (construct === undefined) throw new Error('no such construct');
  return Stack.of(construct).getLogicalId(construct.node.defaultChild as CfnElement);
}

/** The resource a construct made. */
export function resourceOf(template: Template, type: string, construct: IConstruct | undefined): CfnResource {
  const resource = resourcesOf(template, type).get(logicalId(construct));
  if (resource === undefined) throw new Error(`no ${type} of that construct`);
  return resource;
}

export function aQueue(changes: Partial<QueueSpec> = {}): QueueSpec {
  return { fifo: false, visibilitySeconds: 61, maxReceiveCount: 3, ...changes };
}

export function aFunction(changes: Partial<FunctionSpec> = {}): FunctionSpec {
  return {
    entry: 'functions/any.ts',
    memoryMb: 128,
    timeoutSeconds: 10,
    environment: {},
    grants: [],
    triggers: [],
    ...changes,
  };
}

/** A small sound topology that uses what the real one may not use today. */
export function aTopology(changes: Partial<Topology> = {}): Topology {
  return {
    tables: {
      lots: {
        partitionKey: 'pk',
        sortKey: 'sk',
        indexes: [{ name: 'byEnd', partitionKey: 'day', sortKey: 'endsAt' }],
        expiry: 'goneAt',
      },
    },
    queues: { work: aQueue(), order: aQueue({ fifo: true, visibilitySeconds: 60 }) },
    buckets: {
      pages: { notify: { prefix: 'in/', queue: 'work' }, expireDays: 30 },
      kept: {},
      brought: { expireDays: 9, expirePrefix: 'up/', cors: true },
    },
    functions: {
      worker: aFunction({
        grants: [
          { table: 'lots', may: ['get', 'query'] },
          { bucket: 'pages', may: ['list', 'get'], prefix: 'in/' },
          { bucket: 'brought', may: ['remove'], prefix: 'up/' },
        ],
        environment: {
          MODE: { text: 'plain' },
          ORDER: { queueUrl: 'order' },
          PLACE: { setting: 'Place', about: 'Where it is.' },
          SECRET: { setting: 'Secret', about: 'What nobody may see.', optional: true },
        },
        triggers: [{ on: 'queue', queue: 'work', batchSize: 10, windowSeconds: 1 }],
      }),
      ticker: aFunction({ triggers: [{ on: 'schedule', everyMinutes: 1 }] }),
    },
    httpThrottle: { rate: 5, burst: 7 },
    ...changes,
  };
}
