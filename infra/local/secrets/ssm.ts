import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { isLoopbackHost, listen, readBody } from '../loopback.ts';
import type { NamedSecrets } from './file.ts';

/** Parameters of Systems Manager, running; one call of it. */
export interface SsmServer {
  /** Ends in a part that only this process knows: what asks elsewhere is not answered. */
  readonly endpoint: string;
  close(): Promise<void>;
}

type Answer = readonly [status: number, body: object];

const TYPE = 'application/x-amz-json-1.1';
const TARGET = 'AmazonSSM.GetParameter';
const LARGEST = 10_000;

function refused(shape: string, message: string): Answer {
  return [400, { __type: shape, message }];
}

function nameIn(body: Buffer): unknown {
  try {
    return (JSON.parse(body.toString('utf8')) as { readonly Name?: unknown } | null)?.Name;
  } catch {
    return undefined;
  }
}

function parameter(secrets: NamedSecrets, name: unknown): Answer {
  if (typeof name !== 'string') return refused('ValidationException', 'Name is missing.');
  const value = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
  if (value === undefined) return refused('ParameterNotFound', 'There is no such parameter.');
  return [200, { Parameter: { Name: name, Type: 'SecureString', Value: value, Version: 1, DataType: 'text' } }];
}

async function answer(request: IncomingMessage, path: string, secrets: () => NamedSecrets): Promise<Answer> {
  const { headers, method, url } = request;
  if (!isLoopbackHost(headers.host) || url !== path || method !== 'POST') return [404, { message: 'Not Found' }];
  if (headers['content-type'] !== TYPE) return refused('SerializationException', `Send ${TYPE}.`);
  if (headers['x-amz-target'] !== TARGET) return refused('UnknownOperationException', 'Only GetParameter is known.');
  const body = await readBody(request, LARGEST);
  return parameter(secrets(), body === 'too-large' ? undefined : nameIn(body));
}

/**
 * A subset of Systems Manager on loopback: `GetParameter` of the secrets as they are at that moment.
 * @param secrets read again for every request, so that one kept meanwhile is found
 */
export async function startSsm(secrets: () => NamedSecrets): Promise<SsmServer> {
  const own = randomBytes(24).toString('hex');
  const server = createServer((request, response) => {
    void answer(request, `/${own}/`, secrets)
      .catch((): Answer => [500, { __type: 'InternalServerError', message: 'The secrets cannot be read.' }])
      .then(([status, body]) => response.writeHead(status, { 'content-type': TYPE }).end(JSON.stringify(body)));
  });
  const { url, close } = await listen(server, 0);
  return { endpoint: `${url}/${own}/`, close };
}
