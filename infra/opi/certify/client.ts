import { type JsonObject, OPI_PATH, OPI_VERSION } from '../wire.ts';

/** An answer; status 0 stands for none: no connection, or none in time. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly json: unknown;
  header(name: string): string | null;
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: JsonObject;
  /** Replaces or, when undefined, removes a header that is sent otherwise. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Default: waits and asks again when told to (429); `false`: takes the answer as it is. */
  readonly isPatient?: boolean;
}

/** Asks one server. */
export interface Client {
  ask(path: string, ask?: Ask): Promise<Reply>;
}

const TIMEOUT_MS = 15_000;
const MOST_WAITS = 5;
const LONGEST_WAIT_SECONDS = 30;
const NOTHING: Reply = { status: 0, contentType: '', json: undefined, header: () => null };

/** A client of the interface at a base address; redirects are not followed, so that the key goes nowhere else. */
export function createClient(base: string, key: string, timeoutMs = TIMEOUT_MS): Client {
  const root = base.replace(/\/+$/, '').replace(/\/opi\/v1$/, '') + OPI_PATH;
  const once = async (path: string, { method = 'GET', body, headers = {} }: Ask): Promise<Reply> => {
    const all = new Headers({ authorization: `Bearer ${key}`, 'opi-version': OPI_VERSION });
    if (body !== undefined) all.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(headers)) {
      if (value === undefined) all.delete(name);
      else all.set(name, value);
    }
    const init = { method, headers: all, redirect: 'manual' as const, signal: AbortSignal.timeout(timeoutMs) };
    try {
      const response = await fetch(root + path, body === undefined ? init : { ...init, body: JSON.stringify(body) });
      const text = await response.text();
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        json: parse(text),
        header: (name) => response.headers.get(name),
      };
    } catch {
      return NOTHING;
    }
  };
  return {
    async ask(path, ask = {}) {
      let reply = await once(path, ask);
      for (let waits = 0; ask.isPatient !== false && waits < MOST_WAITS; waits += 1) {
        const seconds = reply.status === 429 ? Number(reply.header('retry-after') ?? Number.NaN) : Number.NaN;
        if (!(seconds <= LONGEST_WAIT_SECONDS)) break;
        await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
        reply = await once(path, ask);
      }
      return reply;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
