import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller } from '#shared/domain/caller.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** What hono hands on of the invocation. */
export interface Bindings {
  readonly event: APIGatewayProxyEventV2;
}

/**
 * Who calls an operator route: the gateway lets only operators through and says who they are.
 * @throws AppError `ACCESS.UNAUTHENTICATED`
 */
export function callerOf(event: APIGatewayProxyEventV2): Caller {
  const context = event.requestContext as { authorizer?: { iam?: { userArn?: string } } };
  const arn = context.authorizer?.iam?.userArn;
  if (arn === undefined) throw new AppError('ACCESS.UNAUTHENTICATED', 'the request carries no identity');
  return { id: arn, roles: ['operator'] };
}
