import { z } from 'zod';
import { SqsError } from './errors.ts';

// What actions take, by AWS's names; parameters not listed here are ignored.
const whole = (least: number, most: number) => z.int().min(least).max(most);
const digits = (least: number, most: number) =>
  z.string().refine((value) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most);
const names = z.array(z.string()).default([]);

/** AWS raised the largest message from 256 KiB to 1 MiB in August 2025; a batch may hold as much in all. */
export const LARGEST_MESSAGE = 1_048_576;

/** Binary values are base64, as they travel in JSON. */
const MessageAttribute = z
  .object({
    DataType: z.string().regex(/^(String|Number|Binary)(\.|$)/),
    StringValue: z.string().min(1).optional(),
    BinaryValue: z.base64().min(1).optional(),
  })
  .refine((it) => (it.DataType.startsWith('Binary') ? it.BinaryValue : it.StringValue) !== undefined);
export type MessageAttributes = Readonly<Record<string, z.infer<typeof MessageAttribute>>>;

export const QueueAttributes = z.strictObject({
  ContentBasedDeduplication: z.enum(['true', 'false']).default('false'),
  DelaySeconds: digits(0, 900).default('0'),
  FifoQueue: z.enum(['true', 'false']).default('false'),
  MaximumMessageSize: digits(1024, LARGEST_MESSAGE).default(String(LARGEST_MESSAGE)),
  MessageRetentionPeriod: digits(60, 1_209_600).default('345600'),
  ReceiveMessageWaitTimeSeconds: digits(0, 20).default('0'),
  RedrivePolicy: z.string().default(''),
  VisibilityTimeout: digits(0, 43_200).default('30'),
});
export const RedrivePolicy = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});
export const QueueUrl = z.object({ QueueUrl: z.string() });
export const QueueName = z.object({ QueueName: z.string() });
export const Attributes = z.object({ Attributes: z.record(z.string(), z.string()).default({}) });
export const QueuePrefix = z.object({ QueueNamePrefix: z.string().default('') });
export const Names = z.object({ AttributeNames: names });
export const Batch = z.object({ Entries: z.array(z.looseObject({ Id: z.string() })) });
export const Outgoing = z.object({
  MessageBody: z.string().min(1),
  MessageAttributes: z.record(z.string(), MessageAttribute).default({}),
  DelaySeconds: whole(0, 900).optional(),
  MessageGroupId: z.string().min(1).optional(),
  MessageDeduplicationId: z.string().min(1).optional(),
});
export const Receive = QueueUrl.extend({
  MaxNumberOfMessages: whole(1, 10).default(1),
  VisibilityTimeout: whole(0, 43_200).optional(),
  WaitTimeSeconds: whole(0, 20).optional(),
  AttributeNames: names,
  MessageSystemAttributeNames: names,
  MessageAttributeNames: names,
});
export const Receipt = z.object({ ReceiptHandle: z.string() });
export const Visibility = Receipt.extend({ VisibilityTimeout: whole(0, 43_200) });

/** @throws SqsError MissingParameter, InvalidAttributeName for an unknown queue attribute, else `fault` */
export function parse<T>(schema: z.ZodType<T>, input: unknown, fault = 'InvalidParameterValue'): T {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') throw new SqsError('InvalidAttributeName', `Unknown: ${issue.keys}.`);
  if (issue?.input === undefined || issue.input === '') {
    throw new SqsError('MissingParameter', `The request must contain the parameter ${name}.`);
  }
  throw new SqsError(fault, `Value for parameter ${name} is invalid. Reason: ${issue.message}.`);
}
