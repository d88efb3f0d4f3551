import type { FaceRequest } from './face.ts';

/** What a call carries: its parameters as text, and the files beside them by the name of their part. */
export interface GatewayForm {
  readonly parameters: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Buffer>;
}

const BREAK = '\r\n\r\n';

/** Reads a form, plain or with files; undefined when it is neither. */
export function readForm({ headers, body }: FaceRequest): GatewayForm | undefined {
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { parameters: new Map(new URLSearchParams(body.toString('utf8'))), files: new Map() };
  }
  const boundary = /^multipart\/form-data;.*boundary="?([\w-]{1,100})"?/.exec(type)?.[1];
  return boundary === undefined ? undefined : readParts(body, `--${boundary}`);
}

/** Bytes are looked at as Latin-1, where each is one character and none is lost. */
function readParts(body: Buffer, mark: string): GatewayForm {
  const parameters = new Map<string, string>();
  const files = new Map<string, Buffer>();
  for (const part of body.toString('latin1').split(mark).slice(1, -1)) {
    const end = part.indexOf(BREAK);
    const head = Buffer.from(part.slice(0, end), 'latin1').toString('utf8');
    const content = Buffer.from(part.slice(end + BREAK.length, -2), 'latin1');
    const name = / name="([^"]*)"/.exec(head)?.[1] ?? '';
    if (head.includes(' filename="')) files.set(name, content);
    else parameters.set(name, content.toString('utf8'));
  }
  return { parameters, files };
}
