/** The older query protocol's codes where they are not the JSON protocol's names; the SDK tells exceptions by them. */
const QUERY_CODES: Readonly<Record<string, string>> = {
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  QueueNameExists: 'QueueAlreadyExists',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
};

/** A refusal in the words of SQS, always the caller's fault; `shape` is AWS's name for it. */
export class SqsError extends Error {
  readonly shape: string;

  constructor(shape: string, message: string) {
    super(message);
    this.shape = shape;
  }

  get queryCode(): string {
    return QUERY_CODES[this.shape] ?? this.shape;
  }
}

export function invalidValue(name: string, reason: string): SqsError {
  return new SqsError('InvalidParameterValue', `Value for parameter ${name} is invalid. Reason: ${reason}`);
}
