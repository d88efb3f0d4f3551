import { createComparison } from '#functions/compare-app.ts';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { ppm } from '#shared/domain/money.ts';
import type { Instant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PlatformLedger } from '#shared/services/quarantine/read-ledger.ts';
import { beijing } from '#test/support/round-facts.ts';
import { memoryAccess, PUBLIC_EVENT, signedIn } from '#test/support/sign-in.ts';

/** Hash of the facts the pages of these tests stand on. */
export const FACTS_HASH = 'a'.repeat(64);

/** The period most of the generated facts lie in. */
export const PERIOD = 'from=2022-12-01&to=2023-10-31';

const LEDGER: readonly PlatformLedger[] = [
  {
    platform: 'east',
    complained: 8,
    repaired: 6,
    open: 2,
    repairRate: ppm(750_000),
    total: { listed: 612, documentId: 'east.lots.20231101T020000000Z-abc', at: beijing('2023-11-01 10:00') },
  },
];

interface Given {
  readonly schedules?: readonly FeeSchedule[];
  readonly at?: Instant | null;
  /** How the record stands; one platform that was complained of and states a total, unless told otherwise. */
  readonly ledger?: readonly PlatformLedger[];
  /** The facts under the hash, where they are not the newest. */
  readonly older?: readonly RoundFacts[];
}

/** An answer of the pages, its markup read. */
export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly policy: string | null;
}

/** The comparison's pages over some facts. */
export function pagesOver(
  facts: readonly RoundFacts[],
  { schedules = [], at = beijing('2023-11-30 10:00'), ledger = LEDGER, older = facts }: Given = {},
) {
  const access = memoryAccess(beijing('2023-12-24 10:00'));
  const app = createComparison({
    ...access,
    readFacts: async (_, hash) => {
      if (hash !== undefined && hash !== FACTS_HASH) throw new AppError('RESOURCE.NOT_FOUND', 'no such facts');
      return { hash: at === null ? 'empty' : FACTS_HASH, at, facts: hash === undefined ? facts : older };
    },
    readLedger: async () => ledger,
    manifests: [],
    schedules,
  });
  let auditor: Promise<string> | undefined;
  return async (path: string): Promise<Shown> => {
    auditor ??= signedIn(access, 'auditor-1', 'auditor');
    const browser = { cookie: await auditor, accept: 'text/html' };
    const answer = await app.request(`http://localhost${path}`, { headers: browser }, { event: PUBLIC_EVENT });
    const { status, headers } = answer;
    return { status, html: await answer.text(), policy: headers.get('content-security-policy') };
  };
}

/** Every page, the overview first. */
export const PATHS = ['', '/fees', '/timeliness', '/outcome', '/quality', '/appendix', '/definitions'].map(
  (page) => `/office/comparison${page}`,
);

/** A figure as it is shown, with the number of lots it says are behind it. */
export interface ShownFigure {
  readonly href: string;
  readonly lots: number;
  readonly text: string;
}

/** Every figure of a page that opens. */
export function figuresIn(html: string): readonly ShownFigure[] {
  const links = html.matchAll(/<a href="([^"]*)" title="(\d+) 个标的">(.*?)<\/a>/g);
  return [...links].map(([, href = '', lots, text = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    lots: Number(lots),
    text,
  }));
}

/** The lots a page of them lists. */
export function lotsIn(html: string): readonly string[] {
  return [...html.matchAll(/<th scope="row"><a href="\/lots\/([^"]*)">/g)].map(([, id = '']) => id);
}
