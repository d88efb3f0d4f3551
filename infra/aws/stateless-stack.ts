import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FunctionSpec, Topology } from '#infra/topology-shape.ts';
import { addHttpApi, type RoutedFunction } from './http-api.ts';
import { LambdaFunction } from './lambda-function.ts';
import { each, idOf, type Resources } from './resources.ts';
import { addSchedule } from './schedule.ts';

export interface ServiceOptions {
  /** The code of one function. */
  readonly codeOf: (name: string, spec: FunctionSpec) => Code;
  /** X-Ray; off where the partition has none for Lambda (aws-cn). */
  readonly tracing: boolean;
}

/** What runs: functions with their triggers, and the HTTP API. Holds nothing that cannot be deployed again. */
export class StatelessStack extends Stack {
  readonly functions: ReadonlyMap<string, LambdaFunction>;

  constructor(scope: Construct, id: string, topology: Topology, resources: Resources, options: ServiceOptions) {
    super(scope, id, { description: 'Auction aggregator: functions, triggers and the HTTP API.' });
    this.functions = each(topology.functions, (name, spec) => {
      const code = options.codeOf(name, spec);
      const { tracing } = options;
      return new LambdaFunction(this, idOf(name), { name, spec, topology, resources, code, tracing });
    });
    const routed: RoutedFunction[] = [];
    for (const [name, { lambda }] of this.functions) {
      for (const [index, trigger] of (topology.functions[name]?.triggers ?? []).entries()) {
        if (trigger.on === 'http') routed.push({ name, lambda, routes: trigger.routes });
        if (trigger.on === 'schedule') addSchedule(this, `${idOf(name)}Schedule${index}`, lambda, trigger.everyMinutes);
      }
    }
    const api = addHttpApi(this, routed, topology.httpThrottle);
    new CfnOutput(this, 'HttpApiUrl', { value: api.apiEndpoint });
  }
}
