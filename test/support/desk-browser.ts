import { load } from 'cheerio';
import { signInThrough } from './sign-in.ts';

/** What a person types into a form, by the fields' names; a list ticks several boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A page as a browser without scripts has it. */
export interface BrowserPage {
  readonly status: number;
  /** Path and search where the redirects ended. */
  readonly at: string;
  /** What stands on it, in one line. */
  readonly text: string;
  /** Text of what a selector finds. */
  textOf(selector: string): string;
  /** Addresses a link or form of the page leads to. */
  leadsTo(address: string): boolean;
  /** Value of the first field of a name. */
  valueOf(name: string): string;
  readonly html: string;
}

/** What a program is answered. */
export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A person signed in at a running host, with a browser without scripts and with a program that speaks JSON. */
export interface DeskPerson {
  open(path: string): Promise<BrowserPage>;
  /** Fills in the page's form with that address and sends it as a browser does; every name must be a field of it. */
  fill(page: BrowserPage, action: string, typed?: Typed, button?: string): Promise<BrowserPage>;
  /** Chooses a file in the field of a name and presses 上传, then comes back to the page. */
  attach(page: BrowserPage, field: string, name: string, bytes: Uint8Array): Promise<BrowserPage>;
  read(path: string): Promise<Answered>;
  /** Bytes behind an address, redirects followed. */
  download(path: string): Promise<{ readonly status: number; readonly bytes: Uint8Array }>;
  send(path: string, key: string, fields: object, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  signIn(): Promise<void>;
}

const MOST_REDIRECTS = 8;

function pageOf(status: number, at: string, html: string): BrowserPage {
  const $ = load(html);
  return {
    status,
    at,
    html,
    text: $('body').text().replace(/\s+/g, ' '),
    textOf: (selector) => $(selector).text().replace(/\s+/g, ' ').trim(),
    leadsTo: (address) =>
      $('a, form').is((_, found) => [found.attribs['href'], found.attribs['action']].includes(address)),
    valueOf: (name) => String($(`[name="${name}"]`).first().val() ?? ''),
  };
}

/** A form's fields as a browser would send them, with what was typed in their place. */
function filled(page: BrowserPage, action: string, typed: Typed, button: string | undefined): URLSearchParams {
  const $ = load(page.html);
  const form = $(`form[action="${action}"]`);
  if (form.length !== 1) throw new Error(`${page.at} has ${form.length} forms to ${action}: ${page.text}`);
  for (const name of Object.keys(typed)) {
    if (form.find(`[name="${name}"]`).length === 0) throw new Error(`no field ${name} on ${page.at}`);
  }
  const kept = form.serializeArray().filter(({ name }) => !(name in typed));
  const written = Object.entries(typed).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each) => ({ name, value: each })),
  );
  const pressed = button === undefined ? [] : [{ name: '_go', value: button }];
  const fields = [...kept, ...written, ...pressed];
  return new URLSearchParams(fields.map(({ name, value }): [string, string] => [name, value]));
}

/** The small form an upload field sends, as a browser builds it. */
function uploadOf(page: BrowserPage, field: string): FormData {
  const $ = load(page.html);
  const chosen = $(`form[action="/desk/files/form"]`).filter((_, form) => $(form).find('[name=field]').val() === field);
  if (chosen.length !== 1) throw new Error(`${page.at} has no place for files of ${field}`);
  const body = new FormData();
  for (const { name, value } of chosen.serializeArray()) body.append(name, value);
  return body;
}

/** A person of the demo; `url` tells where the host answers now, for it may be started again elsewhere. */
export function deskPerson(url: () => string, account: string): DeskPerson {
  let cookie = '';

  async function ask(path: string, init: RequestInit): Promise<Response> {
    const headers = { 'sec-fetch-site': 'same-origin', cookie, ...init.headers };
    return fetch(new URL(path, url()), { ...init, headers, redirect: 'manual' });
  }

  async function visit(path: string, init: RequestInit = {}): Promise<{ response: Response; at: string }> {
    let at = path;
    let response = await ask(at, { ...init, headers: { accept: 'text/html', ...init.headers } });
    for (let turns = 0; turns < MOST_REDIRECTS; turns++) {
      const location = response.headers.get('location');
      if (response.status !== 303 || location === null) break;
      at = location;
      response = await ask(at, { headers: { accept: 'text/html' } });
    }
    return { response, at };
  }

  async function show(path: string, init: RequestInit = {}): Promise<BrowserPage> {
    const { response, at } = await visit(path, init);
    return pageOf(response.status, at, await response.text());
  }

  async function answered(response: Response): Promise<Answered> {
    return { status: response.status, body: (await response.json()) as Answered['body'] };
  }

  return {
    open: (path) => show(path),
    fill: (page, action, typed = {}, button) =>
      show(action, { method: 'POST', body: filled(page, action, typed, button) }),
    attach(page, field, name, bytes) {
      const body = uploadOf(page, field);
      body.append('file', new File([Buffer.from(bytes)], name));
      return show('/desk/files/form', { method: 'POST', body });
    },
    read: async (path) => answered(await ask(path, { headers: { accept: 'application/json' } })),
    async download(path) {
      const { response } = await visit(path);
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
    async send(path, key, fields, headers = {}) {
      const json = { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': key };
      return answered(
        await ask(path, { method: 'POST', body: JSON.stringify(fields), headers: { ...json, ...headers } }),
      );
    },
    async signIn() {
      cookie = (await signInThrough(url(), account)).cookie;
    },
  };
}
