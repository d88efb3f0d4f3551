import { manifests } from '#adapters/manifests.ts';
import type { JsonObject } from '#infra/opi/wire.ts';
import type { FieldErrors, FormValues } from '#web/pages/desk/form-text.ts';
import { change } from '../control.ts';
import { LOT_ADDRESSES } from '../faces/addresses.ts';
import type { Face, FaceRequest } from '../faces/face.ts';
import type { FaceParts } from '../faces/face-parts.ts';
import { type Answer, problem } from '../problem.ts';
import { ConsolePage } from './console-page.tsx';
import { emptyEntry, entryErrors, readEntry } from './entry-form.ts';
import { EnteredPage, EntryPage } from './entry-page.tsx';
import { pageAnswer, SandboxFrame, STYLE_PATH, styleSheet } from './frame.tsx';
import { LotPage } from './lot-page.tsx';

function nameOf(face: Face): string {
  return manifests.find(({ id }) => id === face)?.name ?? '开放平台接口';
}

function found(page: string): Answer {
  return { status: 303, headers: { location: page }, body: '' };
}

function sorry(title: string, text: string, status: number): Answer {
  return pageAnswer(
    <SandboxFrame title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
    </SandboxFrame>,
    status,
  );
}

function consolePage({ platform, store, clock, faults }: FaceParts): Answer {
  const now = platform.settle();
  return pageAnswer(
    <ConsolePage
      now={now}
      rate={clock.rate()}
      entries={store.all()}
      faults={faults.list()}
      undelivered={store.undelivered()}
      eventAddress={store.setting('events')}
      nameOf={nameOf}
    />,
  );
}

function lotPage({ platform, store }: FaceParts, lotId: string): Answer {
  const now = platform.settle();
  const entry = store.byId(lotId);
  return entry === undefined
    ? sorry('没有这个标的', '请从控制台的标的表进入。', 404)
    : pageAnswer(<LotPage entry={entry} now={now} />);
}

function enteredPage({ store, origin }: FaceParts, lotId: string): Answer {
  const entry = store.byId(lotId);
  if (entry === undefined || entry.face === 'opi') return sorry('没有这个标的', '请从后台录入进入。', 404);
  const addresses = LOT_ADDRESSES[entry.face](lotId, origin);
  return pageAnswer(<EnteredPage entry={entry} faceName={nameOf(entry.face)} addresses={addresses} />);
}

function entryPage(typed: FormValues, errors: FieldErrors = {}): Answer {
  const page = <EntryPage nameOf={nameOf} typed={typed} errors={errors} />;
  return pageAnswer(page, Object.keys(errors).length === 0 ? 200 : 422);
}

/** What somebody typed becomes a lot; the same again is the same lot. */
function enter({ platform }: FaceParts, typed: FormValues): Answer {
  const read = readEntry(typed);
  if ('errors' in read) return entryPage(typed, read.errors);
  const { status, body } = platform.list(read.listing, read.market);
  if (typeof body === 'string' || body instanceof Uint8Array) throw new Error('a listing is answered with JSON');
  if (status < 300) return found(`/sandbox/entered/${String(body['lotId'])}`);
  if (status === 409) return entryPage(typed, { reference: '这个委托编号已用于另一份内容' });
  const faults = (body['errors'] ?? []) as unknown as Parameters<typeof entryErrors>[0];
  return entryPage(typed, entryErrors(faults));
}

/** Numbers of a form are numbers to the control. */
function asNumbers(form: URLSearchParams): JsonObject {
  return Object.fromEntries([...form].map(([name, value]) => [name, /^\d{1,15}$/.test(value) ? Number(value) : value]));
}

function turn(served: FaceParts, path: string, form: URLSearchParams): Answer {
  // Where events go is for operators: whoever sits at the machine may turn the platform, not send its events elsewhere.
  const wrong = path === '/events' ? 'unknown' : change(served, path, asNumbers(form));
  if (wrong === 'unknown') return problem('path.unknown');
  return wrong === undefined ? found('/sandbox/') : sorry('没有改成', `${wrong.pointer.slice(1)}:${wrong.detail}`, 422);
}

/** Whether a form was sent from one of our own pages: another site must not turn the platform. */
function isSameOrigin({ headers }: FaceRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers['origin'] === `http://${headers['host']}` : site === 'same-origin';
}

function post(served: FaceParts, asked: FaceRequest): Answer {
  if (!isSameOrigin(asked)) return sorry('没有改成', '请从本机的控制台页面操作。', 403);
  const form = new URLSearchParams(asked.body.toString('utf8'));
  if (asked.path === '/enter') return enter(served, Object.fromEntries(form));
  if (asked.path.startsWith('/console/')) return turn(served, asked.path.slice('/console'.length), form);
  return problem('path.unknown');
}

/** The sandbox's pages for people: console, lots, entry by hand. */
export function answerPages(served: FaceParts, asked: FaceRequest): Answer {
  const { method, path } = asked;
  if (method === 'POST') return post(served, asked);
  if (method !== 'GET' && method !== 'HEAD') return problem('path.unknown');
  if (path === '' || path === '/') return consolePage(served);
  if (path === STYLE_PATH) {
    const headers = {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    };
    return { status: 200, headers, body: styleSheet };
  }
  if (path === '/enter') return entryPage(emptyEntry(served.platform.settle()));
  const [, place, id = ''] = /^\/(lots|entered)\/([A-Z0-9-]+)$/.exec(path) ?? [];
  if (place === 'lots') return lotPage(served, id);
  return place === 'entered' ? enteredPage(served, id) : problem('path.unknown');
}
