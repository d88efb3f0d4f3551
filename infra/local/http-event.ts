import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RouteMatch } from './routes.ts';

/** Content types that travel as text; all others go through Lambda in base64. */
export const TEXT = /^(text\/|application\/(javascript|([\w.-]+\+)?(json|xml))|image\/svg\+xml)/;

/** Header names in lower case, values joined by commas; cookies travel apart. */
export function toHeaders(request: IncomingMessage): Record<string, string> {
  const { cookie: _, ...distinct } = request.headersDistinct;
  return Object.fromEntries(Object.entries(distinct).map(([name, values]) => [name, (values ?? []).join(',')]));
}

function toQuery(search: string): Record<string, string> {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name).join(',')]));
}

function toBody(bytes: Buffer, contentType: string | undefined): { body?: string; isBase64Encoded: boolean } {
  if (bytes.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(contentType ?? '') && isUtf8(bytes);
  return { body: bytes.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

function requestContext(request: IncomingMessage, path: string, routeKey: string, now: number) {
  const [, day, month, year, clock] = new Date(now).toUTCString().split(' ');
  return {
    accountId: '000000000000',
    apiId: 'local',
    domainName: request.headers.host ?? '',
    domainPrefix: 'local',
    http: {
      method: routeKey.split(' ')[0] ?? '',
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: `${day}/${month}/${year}:${clock} +0000`,
    timeEpoch: now,
  };
}

export interface EventParts {
  /** Decoded. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly search: string;
  readonly headers: Record<string, string>;
  readonly bytes: Buffer;
  readonly authorizer: object | undefined;
  readonly now: number;
}

/** The event of payload format 2.0. `rawPath` is decoded: HTTP APIs do that, whatever its name says. */
export function toEvent(
  request: IncomingMessage,
  { route, pathParameters }: RouteMatch<unknown>,
  parts: EventParts,
): object {
  const { path, search, headers, bytes, authorizer, now } = parts;
  const routeKey = `${route.method} ${route.path}`;
  const query = toQuery(search);
  const cookies = request.headers.cookie?.split(/;\s*/);
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: search,
    ...(cookies && { cookies }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: { ...requestContext(request, path, routeKey, now), ...(authorizer && { authorizer }) },
    ...toBody(bytes, headers['content-type']),
  };
}
