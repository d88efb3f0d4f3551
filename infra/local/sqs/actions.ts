import { messageSize } from './digest.ts';
import { SqsError } from './errors.ts';
import { expireMessages } from './lanes.ts';
import { createQueue, describeQueue, type Queue, queueNamed, setAttributes } from './queues.ts';
import { changeVisibility, deleteMessage } from './receipts.ts';
import * as requests from './requests.ts';
import { sendMessage } from './send.ts';
import type { Store } from './store.ts';

type Action = (store: Store, queue: Queue, input: unknown) => object | undefined;

const { LARGEST_MESSAGE, parse } = requests;

/** Only the name at the end of a queue URL counts: the port changes from run to run. */
export function queueOf(store: Store, input: unknown): Queue {
  return queueNamed(store, parse(requests.QueueUrl, input).QueueUrl.split('/').at(-1) ?? '');
}

/** Does an action for each entry of a batch. Entries fail one by one; what is wrong with the batch fails it whole. */
function eachEntry(one: Action): Action {
  return (store, queue, input) => {
    const entries = parse(requests.Batch, input).Entries;
    const ids = new Set(entries.map((entry) => entry.Id));
    if (entries.length === 0) throw new SqsError('EmptyBatchRequest', 'The request has no entry.');
    if (entries.length > 10) throw new SqsError('TooManyEntriesInBatchRequest', 'A request has at most 10 entries.');
    if (ids.size < entries.length) throw new SqsError('BatchEntryIdsNotDistinct', 'An Id is repeated.');
    const bad = entries.find((entry) => !/^[\w-]{1,80}$/.test(entry.Id));
    if (bad) throw new SqsError('InvalidBatchEntryId', 'An Id has 1 to 80 letters, digits, - and _.');
    const Successful: object[] = [];
    const Failed: object[] = [];
    for (const entry of entries) {
      try {
        Successful.push({ Id: entry.Id, ...one(store, queue, entry) });
      } catch (error) {
        if (!(error instanceof SqsError)) throw error;
        Failed.push({ Id: entry.Id, SenderFault: true, Code: error.queryCode, Message: error.message });
      }
    }
    return { Successful, Failed };
  };
}

const sendEach = eachEntry(sendMessage);

function sendMessageBatch(store: Store, queue: Queue, input: unknown): object | undefined {
  const messages = parse(requests.Batch, input).Entries.map((entry) => requests.Outgoing.safeParse(entry).data);
  const size = messages.reduce((sum, one) => sum + (one ? messageSize(one.MessageBody, one.MessageAttributes) : 0), 0);
  if (size > LARGEST_MESSAGE) throw new SqsError('BatchRequestTooLong', `At most ${LARGEST_MESSAGE} bytes in a batch.`);
  return sendEach(store, queue, input);
}

function getQueueAttributes(store: Store, queue: Queue, input: unknown): object {
  const names = parse(requests.Names, input).AttributeNames;
  expireMessages(store, queue);
  const all = Object.entries(describeQueue(store, queue));
  return { Attributes: Object.fromEntries(all.filter(([name]) => names.includes('All') || names.includes(name))) };
}

function purgeQueue(store: Store, queue: Queue): undefined {
  store.run('DELETE FROM messages WHERE queue = ?', queue.id);
  store.run('DELETE FROM lanes WHERE queue = ?', queue.id);
}

function deleteQueue(store: Store, queue: Queue): undefined {
  store.run('DELETE FROM queues WHERE id = ?', queue.id);
  store.touched.add(queue.id);
}

function changeQueue(store: Store, queue: Queue, input: unknown): undefined {
  setAttributes(store, queue, parse(requests.Attributes, input).Attributes);
}

const ACTIONS = new Map<string, Action>([
  ['ChangeMessageVisibility', changeVisibility],
  ['ChangeMessageVisibilityBatch', eachEntry(changeVisibility)],
  ['DeleteMessage', deleteMessage],
  ['DeleteMessageBatch', eachEntry(deleteMessage)],
  ['DeleteQueue', deleteQueue],
  ['GetQueueAttributes', getQueueAttributes],
  ['PurgeQueue', purgeQueue],
  ['SendMessage', sendMessage],
  ['SendMessageBatch', sendMessageBatch],
  ['SetQueueAttributes', changeQueue],
]);

/** Every action but ReceiveMessage, which may have to wait. To be called within a transaction. */
export function perform(store: Store, action: string, input: unknown, urlOf: (name: string) => string): object {
  const onQueue = ACTIONS.get(action);
  if (onQueue !== undefined) return onQueue(store, queueOf(store, input), input) ?? {};
  if (action === 'ListQueues') {
    const { QueueNamePrefix } = parse(requests.QueuePrefix, input);
    const names = store.all<{ name: string }>('SELECT name FROM queues ORDER BY name').map((row) => row.name);
    return { QueueUrls: names.filter((name) => name.startsWith(QueueNamePrefix)).map(urlOf) };
  }
  if (action !== 'CreateQueue' && action !== 'GetQueueUrl') throw new SqsError('InvalidAction', `No action ${action}.`);
  const name = parse(requests.QueueName, input).QueueName;
  if (action === 'CreateQueue') createQueue(store, name, parse(requests.Attributes, input).Attributes);
  return { QueueUrl: urlOf(queueNamed(store, name).name) };
}
