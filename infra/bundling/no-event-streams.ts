/**
 * Stands in for `@smithy/core/event-streams` inside Lambda bundles: the SDK's protocols import it when an operation
 * streams events, and none of DynamoDB's or SQS's does.
 *
 * @throws always, when constructed
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('event streams are not in this bundle');
  }
}
