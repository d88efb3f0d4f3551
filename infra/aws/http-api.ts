import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Route, Topology } from '#infra/topology-shape.ts';
import { monthOfLogs } from './lambda-function.ts';

/** Which function answers which route. */
export interface RoutedFunction {
  readonly name: string;
  readonly lambda: IFunction;
  readonly routes: readonly Route[];
}

/** Neither who asked (address, browser) nor what for (query): visitors are not logged. */
const accessLogFields = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  responseMilliseconds: '$context.responseLatency',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
};

/** The HTTP API with all routes, behind one throttle. */
export function addHttpApi(
  scope: Construct,
  routed: readonly RoutedFunction[],
  throttle: Topology['httpThrottle'],
): HttpApi {
  const api = new HttpApi(scope, 'HttpApi', { apiName: 'auction-aggregator', createDefaultStage: false });
  new HttpStage(scope, 'HttpStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(monthOfLogs(scope, 'AccessLogs')),
      format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
    },
  });
  for (const { name, lambda, routes } of routed) {
    const integration = new HttpLambdaIntegration(`${name}-integration`, lambda);
    for (const route of routes) {
      api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration,
        // Sessions lie in cookies, which no authorizer of an HTTP API reads: the function checks them.
        authorizer: route.access === 'operator' ? new HttpIamAuthorizer() : new HttpNoneAuthorizer(),
      });
    }
  }
  return api;
}
