import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../loopback.ts';
import { realTime, type Timekeeper } from '../timekeeper.ts';
import { perform } from './actions.ts';
import { SqsError } from './errors.ts';
import { releaseInFlight } from './lanes.ts';
import { closePolls, createPolls, type Polls, receive, wakePolls } from './polls.ts';
import { ACCOUNT, ensureQueue, queueArn, queueNamed } from './queues.ts';
import { sendMessage } from './send.ts';
import { openStore, type Store } from './store.ts';

export interface SqsServer {
  readonly endpoint: string;
  queueUrl(name: string): string;
  queueArn(name: string): string;
  /**
   * Makes the queue be there with exactly these attributes, and AWS's defaults for the rest; messages stay. Names
   * ending in `.fifo` need `FifoQueue: 'true'`; a dead-letter queue comes before the queue that names it.
   */
  ensureQueue(name: string, attributes: Record<string, string>): void;
  /** Sends to a standard queue from inside the host. @throws SqsError QueueDoesNotExist */
  send(queueName: string, body: string): void;
  /** Makes messages in flight visible at once: for a start after which none of their consumers can be alive. */
  releaseInFlight(): void;
  /** Answers waiting receives with nothing, then stops. */
  close(): Promise<void>;
}

const TYPE = 'application/x-amz-json-1.0';

async function readInput(request: IncomingMessage): Promise<unknown> {
  const body = await text(request);
  // Without this type a page in a browser could send here; with it the browser asks first and is not answered.
  if (request.headers['content-type'] !== TYPE) throw new SqsError('SerializationException', `Send ${TYPE}.`);
  return JSON.parse(body);
}

function reply(response: ServerResponse, status: number, output: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': TYPE, ...headers }).end(JSON.stringify(output));
}

function replyFault(response: ServerResponse, thrown: unknown): void {
  const error = thrown instanceof SyntaxError ? new SqsError('SerializationException', thrown.message) : thrown;
  const sender = error instanceof SqsError;
  const [shape, code] = sender ? [error.shape, error.queryCode] : ['InternalFailure', 'InternalFailure'];
  const message = error instanceof Error ? error.message : String(error);
  const headers = { 'x-amzn-query-error': `${code};${sender ? 'Sender' : 'Receiver'}` };
  reply(response, sender ? 400 : 500, { __type: `com.amazonaws.sqs#${shape}`, message }, headers);
}

/** Changes the store, then wakes who waits for it. */
function commit<T>(polls: Polls, work: (store: Store) => T): T {
  const result = polls.store.transaction(() => work(polls.store));
  wakePolls(polls);
  return result;
}

type UrlOf = (name: string) => string;

async function answer(polls: Polls, urlOf: UrlOf, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const abandoned = new AbortController();
  response.on('close', () => abandoned.abort());
  try {
    const input = await readInput(request);
    const action = String(request.headers['x-amz-target']).replace(/^AmazonSQS\./, '');
    const output = await (action === 'ReceiveMessage'
      ? receive(polls, input, abandoned.signal)
      : commit(polls, (store) => perform(store, action, input, urlOf)));
    reply(response, 200, output);
  } catch (error) {
    replyFault(response, error);
  }
}

/**
 * Amazon SQS on 127.0.0.1 for the AWS SDK, unmodified: the AWS JSON 1.0 protocol over one SQLite file, which survives
 * the death of the process. Signatures are not checked: whoever reaches the loopback address may use it. Left out:
 * tags, permissions, message moves, encryption, `AWSTraceHeader`, receive attempt ids, paging of ListQueues, and
 * the limits on messages in flight, on their total time in flight and between purges. Approximate counts are exact.
 *
 * @param options.file path of the database, or `:memory:`
 * @param options.port 0, the default, takes any free one
 */
export async function startSqs(options: { file: string; port?: number; time?: Timekeeper }): Promise<SqsServer> {
  const time = options.time ?? realTime;
  const store = openStore(options.file, () => time.now());
  const polls = createPolls(store, time);
  const server = createServer((request, response) => void answer(polls, queueUrl, request, response));
  const { url: endpoint, close } = await listen(server, options.port ?? 0);
  const queueUrl = (name: string) => `${endpoint}/${ACCOUNT}/${name}`;
  let closing: Promise<void> | undefined;
  async function stop(): Promise<void> {
    closePolls(polls);
    await close();
    store.close();
  }
  return {
    endpoint,
    queueUrl,
    queueArn,
    ensureQueue: (name, attributes) => commit(polls, (store) => ensureQueue(store, name, attributes)),
    send: (queueName, body) =>
      void commit(polls, (store) => sendMessage(store, queueNamed(store, queueName), { MessageBody: body })),
    releaseInFlight: () => commit(polls, releaseInFlight),
    close: () => (closing ??= stop()),
  };
}
