import { describe, expect, it } from 'vitest';
import { topology } from '#infra/topology.ts';
import type { Route, Topology, Trigger } from '#infra/topology-shape.ts';
import { aTopology, census, logicalId, resourceOf, resourcesOf, synthesise } from './synthesised.ts';

const cases = [
  { of: 'the system', built: synthesise(), spec: topology },
  { of: 'a topology that uses everything', built: synthesise(aTopology()), spec: aTopology() },
];

describe.each(cases)('the stateless stack of $of', ({ built, spec }) => {
  const { state, service, serviceTemplate } = built;
  const { functions } = service;
  const { tables, buckets, queues } = state.resources;
  const lambdaId = (name: string) => logicalId(functions.get(name)?.lambda);

  it('holds the functions and triggers of the topology, their roles and logs, and nothing else that runs', () => {
    const { queue, http, schedule, routes } = triggersOf(spec);

    const functionCount = Object.keys(spec.functions).length;
    expect(census(serviceTemplate)).toEqual({
      'AWS::Lambda::Function': functionCount,
      'AWS::Logs::LogGroup': functionCount + 1,
      'AWS::IAM::Role': functionCount + schedule.length,
      'AWS::IAM::Policy': functionCount + schedule.length,
      ...present('AWS::Lambda::EventSourceMapping', queue.length),
      ...present('AWS::Scheduler::Schedule', schedule.length),
      ...present('AWS::ApiGatewayV2::Integration', http.length),
      ...present('AWS::ApiGatewayV2::Route', routes.length),
      ...present('AWS::Lambda::Permission', routes.length),
      'AWS::ApiGatewayV2::Api': 1,
      'AWS::ApiGatewayV2::Stage': 1,
    });
  });

  it.each(Object.entries(spec.functions))(
    'runs %s as the topology says, with a month of its own logs',
    (name, wanted) => {
      const { Properties } = resourceOf(serviceTemplate, 'AWS::Lambda::Function', functions.get(name)?.lambda);

      const variables = Object.entries(wanted.environment).map(([key, reference]) => {
        if ('table' in reference) return [key, service.resolve(tables.get(reference.table)?.tableName)];
        if ('bucket' in reference) return [key, service.resolve(buckets.get(reference.bucket)?.bucketName)];
        if ('queueUrl' in reference) return [key, service.resolve(queues.get(reference.queueUrl)?.queueUrl)];
        if ('text' in reference) return [key, reference.text];
        return [key, { Ref: reference.setting }];
      });
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        MemorySize: wanted.memoryMb,
        Timeout: wanted.timeoutSeconds,
        LoggingConfig: {
          LogFormat: 'JSON',
          LogGroup: { Ref: logicalId(functions.get(name)?.node.tryFindChild('Logs')) },
        },
        TracingConfig: { Mode: 'Active' },
        Environment: {
          Variables: {
            POWERTOOLS_SERVICE_NAME: name,
            POWERTOOLS_METRICS_NAMESPACE: 'AuctionAggregator',
            ...Object.fromEntries(variables),
          },
        },
      });
      expect(Object.keys(Properties.Environment?.Variables ?? {})).toHaveLength(variables.length + 2);
    },
  );

  it('keeps every log group for a month and no longer than the stack', () => {
    for (const logGroup of resourcesOf(serviceTemplate, 'AWS::Logs::LogGroup').values()) {
      expect(logGroup).toMatchObject({ Properties: { RetentionInDays: 30 }, DeletionPolicy: 'Delete' });
    }
  });

  it('takes messages from the queues of the topology and reports failures one by one', () => {
    const found = [...resourcesOf(serviceTemplate, 'AWS::Lambda::EventSourceMapping').values()].map(
      ({ Properties }) => Properties,
    );

    const expected = triggersOf(spec).queue.map(({ name, trigger }) => ({
      FunctionName: { Ref: lambdaId(name) },
      EventSourceArn: service.resolve(queues.get(trigger.queue)?.queueArn),
      BatchSize: trigger.batchSize,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...(trigger.windowSeconds > 0 ? { MaximumBatchingWindowInSeconds: trigger.windowSeconds } : {}),
      ...(trigger.maxConcurrency ? { ScalingConfig: { MaximumConcurrency: trigger.maxConcurrency } } : {}),
    }));
    expect(found).toEqual(expected);
  });

  it('invokes scheduled functions as often as the topology says', () => {
    const found = [...resourcesOf(serviceTemplate, 'AWS::Scheduler::Schedule').values()].map(
      ({ Properties }) => Properties,
    );

    const expected = triggersOf(spec).schedule.map(({ name, trigger }) => ({
      FlexibleTimeWindow: { Mode: 'OFF' },
      ScheduleExpression: trigger.everyMinutes === 1 ? 'rate(1 minute)' : `rate(${trigger.everyMinutes} minutes)`,
      Target: { Arn: { 'Fn::GetAtt': [lambdaId(name), 'Arn'] }, RoleArn: expect.anything(), Input: '{}' },
    }));
    expect(found).toEqual(expected);
  });

  it('answers the routes of the topology, operator routes to signed requests only', () => {
    const integrations = resourcesOf(serviceTemplate, 'AWS::ApiGatewayV2::Integration');
    const found = [...resourcesOf(serviceTemplate, 'AWS::ApiGatewayV2::Route').values()].map(({ Properties }) => {
      const [, [, target]] = Properties.Target?.['Fn::Join'] ?? ['', ['', { Ref: '' }]];
      return {
        route: Properties.RouteKey,
        authorization: Properties.AuthorizationType,
        to: integrations.get(target.Ref)?.Properties.IntegrationUri,
      };
    });

    const expected = triggersOf(spec).routes.map(({ name, route }) => ({
      route: `${route.method} ${route.path}`,
      authorization: { public: 'NONE', session: 'NONE', operator: 'AWS_IAM' }[route.access],
      to: { 'Fn::GetAtt': [lambdaId(name), 'Arn'] },
    }));
    expect(found).toEqual(expected);
  });

  it('asks whoever deploys for each setting once, and shows a secret to nobody', () => {
    const { Parameters } = serviceTemplate.toJSON() as { Parameters?: Record<string, object> };
    const wanted = Object.values(spec.functions).flatMap(({ environment }) =>
      Object.values(environment).filter((reference) => 'setting' in reference),
    );

    expect(Object.keys(Parameters ?? {}).filter((name) => !name.startsWith('BootstrapVersion'))).toEqual([
      ...new Set(wanted.map(({ setting }) => setting)),
    ]);
    for (const { setting, about, optional } of wanted) {
      const kind = optional === true ? { Default: '', NoEcho: true } : { MinLength: 1 };
      expect(Parameters?.[setting]).toEqual({ Type: 'String', Description: about, ...kind });
    }
  });

  it('throttles every route and logs no address of a visitor', () => {
    const [stage] = resourcesOf(serviceTemplate, 'AWS::ApiGatewayV2::Stage').values();

    expect(stage?.Properties).toEqual({
      ApiId: expect.anything(),
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: {
        ThrottlingRateLimit: spec.httpThrottle.rate,
        ThrottlingBurstLimit: spec.httpThrottle.burst,
      },
      AccessLogSettings: {
        DestinationArn: expect.anything(),
        Format: expect.not.stringMatching(/identity|authorizer|\$context\.path/),
      },
    });
  });
});

describe('the stateless stack without tracing', () => {
  const { serviceTemplate } = synthesise(topology, false);

  it('leaves X-Ray out of functions and roles', () => {
    expect(JSON.stringify(serviceTemplate.toJSON())).not.toMatch(/xray/i);
    for (const { Properties } of resourcesOf(serviceTemplate, 'AWS::Lambda::Function').values()) {
      expect(Properties.TracingConfig).toBeUndefined();
    }
  });
});

describe('both stacks', () => {
  const { stateTemplate, serviceTemplate } = synthesise();

  it('name no partition: endpoints and ARNs work in any', () => {
    const text = JSON.stringify([stateTemplate.toJSON(), serviceTemplate.toJSON()]);

    expect(text).not.toMatch(/arn:aws/);
    // Service principals are spelled like this in every partition.
    const hosts = new Set(text.match(/[\w.-]*amazonaws[\w.-]*/g));
    expect(hosts).toEqual(
      new Set(['apigateway', 's3', 'lambda', 'scheduler'].map((service) => `${service}.amazonaws.com`)),
    );
  });
});

function present(type: string, count: number) {
  return count > 0 ? { [type]: count } : {};
}

type Of<On extends Trigger['on']> = { readonly name: string; readonly trigger: Extract<Trigger, { on: On }> };

function triggersOf(spec: Topology) {
  const queue: Of<'queue'>[] = [];
  const http: Of<'http'>[] = [];
  const schedule: Of<'schedule'>[] = [];
  const routes: { readonly name: string; readonly route: Route }[] = [];
  for (const [name, { triggers }] of Object.entries(spec.functions)) {
    for (const trigger of triggers) {
      if (trigger.on === 'queue') queue.push({ name, trigger });
      if (trigger.on === 'schedule') schedule.push({ name, trigger });
      if (trigger.on !== 'http') continue;
      http.push({ name, trigger });
      routes.push(...trigger.routes.map((route) => ({ name, route })));
    }
  }
  return { queue, http, schedule, routes };
}
