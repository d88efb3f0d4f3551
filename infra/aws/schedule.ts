import { Aws } from 'aws-cdk-lib';
import { PrincipalWithConditions, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { allow } from './grants.ts';

/** Invokes the function every so many minutes, through a role that may do only that. */
export function addSchedule(scope: Construct, id: string, lambda: IFunction, everyMinutes: number): void {
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new PrincipalWithConditions(new ServicePrincipal('scheduler.amazonaws.com'), {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    }),
  });
  role.addToPolicy(allow(['lambda:InvokeFunction'], [lambda.functionArn]));
  const schedule = new CfnSchedule(scope, id, {
    flexibleTimeWindow: { mode: 'OFF' },
    scheduleExpression: everyMinutes === 1 ? 'rate(1 minute)' : `rate(${everyMinutes} minutes)`,
    target: { arn: lambda.functionArn, roleArn: role.roleArn, input: '{}' },
  });
  schedule.node.addDependency(role);
}
