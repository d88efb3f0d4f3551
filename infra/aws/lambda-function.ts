import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionSpec, Reference, Topology, Trigger } from '#infra/topology-shape.ts';
import { allow, consumeStatement, grantStatements } from './grants.ts';
import { named, type Resources } from './resources.ts';
import { settingValue } from './settings.ts';

type QueueTrigger = Extract<Trigger, { on: 'queue' }>;

export interface LambdaFunctionProps {
  readonly name: string;
  readonly spec: FunctionSpec;
  readonly topology: Topology;
  readonly resources: Resources;
  readonly code: Code;
  readonly tracing: boolean;
}

/**
 * One function of the topology with its log group, its queues and a role of its own.
 * The role starts empty: the library's default would let the function write to every log group.
 */
export class LambdaFunction extends Construct {
  readonly lambda: Lambda;
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    const { name, spec, resources } = props;
    const logGroup = monthOfLogs(this, 'Logs');
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.#role.addToPolicy(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]));
    for (const statement of spec.grants.flatMap((grant) => grantStatements(grant, props.topology, resources))) {
      this.#role.addToPolicy(statement);
    }
    this.lambda = new Lambda(this, 'Function', {
      description: `Auction aggregator: ${name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: 'index.handler',
      memorySize: spec.memoryMb,
      timeout: Duration.seconds(spec.timeoutSeconds),
      role: this.#role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: props.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: { ...this.#environment(spec, resources), ...observability(name) },
    });
    for (const trigger of spec.triggers) {
      if (trigger.on === 'queue') this.#consume(trigger, resources);
    }
  }

  #environment(spec: FunctionSpec, resources: Resources): Record<string, string> {
    const entries = Object.entries(spec.environment);
    return Object.fromEntries(entries.map(([key, reference]) => [key, resolved(this, reference, resources)]));
  }

  #consume(trigger: QueueTrigger, resources: Resources): void {
    const { queueArn } = named(resources.queues, trigger.queue);
    this.#role.addToPolicy(consumeStatement(queueArn));
    this.lambda.addEventSourceMapping(`From-${trigger.queue}`, {
      eventSourceArn: queueArn,
      batchSize: trigger.batchSize,
      reportBatchItemFailures: true,
      ...(trigger.windowSeconds > 0 ? { maxBatchingWindow: Duration.seconds(trigger.windowSeconds) } : {}),
      ...(trigger.maxConcurrency === undefined ? {} : { maxConcurrency: trigger.maxConcurrency }),
    });
  }
}

/** A log group for one month, gone with its stack. */
export function monthOfLogs(scope: Construct, id: string): LogGroup {
  return new LogGroup(scope, id, { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
}

function observability(name: string) {
  return { POWERTOOLS_SERVICE_NAME: name, POWERTOOLS_METRICS_NAMESPACE: 'AuctionAggregator' };
}

function resolved(scope: Construct, reference: Reference, { tables, buckets, queues }: Resources): string {
  if ('table' in reference) return named(tables, reference.table).tableName;
  if ('bucket' in reference) return named(buckets, reference.bucket).bucketName;
  if ('queueUrl' in reference) return named(queues, reference.queueUrl).queueUrl;
  if ('text' in reference) return reference.text;
  return settingValue(scope, reference);
}
