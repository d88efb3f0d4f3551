import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { QueueSpec } from '#infra/topology-shape.ts';
import { idOf } from './resources.ts';

/** A queue, its dead-letter queue `<name>-dead`, and the alarm that says something lies in it. */
export function addQueue(scope: Construct, name: string, spec: QueueSpec): Queue {
  const secure = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...(spec.fifo ? { fifo: true } : {}) };
  const dead = new Queue(scope, `${idOf(name)}Dead`, { ...secure, retentionPeriod: Duration.days(14) });
  dead
    .metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' })
    .createAlarm(scope, `${idOf(name)}DeadAlarm`, {
      alarmDescription: `Messages of the ${name} queue failed ${spec.maxReceiveCount} times and wait in ${name}-dead.`,
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  return new Queue(scope, `${idOf(name)}Queue`, {
    ...secure,
    visibilityTimeout: Duration.seconds(spec.visibilitySeconds),
    deadLetterQueue: { queue: dead, maxReceiveCount: spec.maxReceiveCount },
  });
}
