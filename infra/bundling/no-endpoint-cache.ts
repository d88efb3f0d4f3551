/**
 * Stands in for `@aws-sdk/endpoint-cache` inside Lambda bundles. The DynamoDB client carries endpoint discovery for
 * historical reasons; it is off unless configured and nothing here configures it, so its cache is only ever constructed.
 */
export class EndpointCache {}
