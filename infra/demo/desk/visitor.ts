import { createHash } from 'node:crypto';
import type { JsonValue } from '#shared/domain/json.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** Fields of a form as JSON: nested names, lists for what may come more than once. */
export type Fields = Readonly<Record<string, JsonValue>>;

/** What a change answers. */
export interface Saved {
  readonly id: string;
  readonly version: number;
}

/** A demo account at work: it goes through the same doors as a person with a browser. */
export interface Visitor {
  /** Changes something; `key` makes it happen once however often it is asked. */
  send(path: string, key: string, fields: Fields): Promise<Saved>;
  read(path: string): Promise<Readonly<Record<string, JsonValue>>>;
  /** Brings a file of an owner, and waits until it is checked; answers its id. */
  bring(ownerId: string, key: string, name: string, bytes: Uint8Array): Promise<string>;
}

const MOST_REDIRECTS = 12;
const CHECK_MS = 200;
const CHECKS = 150;
const JSON_TYPE = 'application/json';

/** Keeps cookies between requests and follows redirects itself, as a browser does. */
function browserAt(url: string) {
  const cookies = new Map<string, string>();

  async function fetchOnce(address: URL, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...init.headers, cookie };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  return async function visit(path: string, init: RequestInit = {}): Promise<Response> {
    let address = new URL(path, url);
    let response = await fetchOnce(address, init);
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status > 399) return response;
      address = new URL(location, address);
      response = await fetchOnce(address, {});
    }
    throw new AppError('HOST.UNREACHABLE', 'the host redirects in a circle', { details: { path } });
  };
}

async function jsonOf(response: Response): Promise<Readonly<Record<string, JsonValue>>> {
  const body = (await response.json()) as Readonly<Record<string, JsonValue>>;
  if (response.ok) return body;
  throw new AppError('REQUEST.INVALID', 'the desk refused a step of the demo', {
    details: { status: response.status, problem: body },
  });
}

async function signIn(visit: ReturnType<typeof browserAt>, account: string): Promise<void> {
  const accounts = await (await visit('/sign-in/start?to=/desk')).text();
  const action = /action="([^"]+)"/.exec(accounts)?.[1];
  if (action === undefined) throw new AppError('HOST.UNREACHABLE', 'the host shows no accounts to sign in as');
  const body = new URLSearchParams({ account });
  await visit(action, { method: 'POST', body });
}

/** Signs in to a running embedded host as one of its demo accounts. */
export async function visitAs(url: string, account: string): Promise<Visitor> {
  const visit = browserAt(url);
  await signIn(visit, account);
  const read = async (path: string) => jsonOf(await visit(path, { headers: { accept: JSON_TYPE } }));
  const post = async (path: string, key: string, fields: Fields) => {
    const headers = { accept: JSON_TYPE, 'content-type': JSON_TYPE, 'idempotency-key': key };
    return jsonOf(await visit(path, { method: 'POST', headers, body: JSON.stringify(fields) }));
  };
  return {
    read,
    send: async (path, key, fields) => (await post(path, key, fields)) as unknown as Saved,
    async bring(ownerId, key, name, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const offered = await post('/desk/files', key, { ownerId, name, size: bytes.length, sha256 });
      const { file, upload } = offered as unknown as {
        readonly file: { readonly id: string; readonly status: string };
        readonly upload: { readonly url: string; readonly headers: Readonly<Record<string, string>> } | null;
      };
      if (upload !== null)
        await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: Buffer.from(bytes) });
      for (let checks = 0; checks < CHECKS; checks++) {
        if ((await read(`/desk/files/${file.id}`))['status'] !== 'expected') return file.id;
        await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
      }
      throw new AppError('HOST.UNREACHABLE', 'the host does not check the files it is given');
    },
  };
}
