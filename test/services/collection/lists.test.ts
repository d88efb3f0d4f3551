import { beforeEach, describe, expect, it } from 'vitest';
import { addMs, type Instant } from '#shared/domain/time.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { readTasks } from '#shared/services/collection/all-tasks.ts';
import { readIncidents } from '#shared/services/collection/incidents.ts';
import { aPage } from '#test/support/builders.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { aCollecting, aDocument, type Collecting, PLATFORM, someFetching } from './collecting.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const LISTED = { listed: ['status', 'price', 'outcome'] } as const;

function rows(from: number, count: number, endsAt: Instant): MappedDocument['lots'] {
  return Array.from({ length: count }, (_, index) => ({
    externalId: String(from + index),
    status: 'bidding',
    facts: { endsAt },
  }));
}

describe('reading the pages of a list', () => {
  let collecting: Collecting;
  let sizes: number[];
  let listed: number | undefined;

  beforeEach(async () => {
    const list = { id: 'open', title: '正在竞价', shows: 'page' } as const;
    collecting = aCollecting(someFetching({ lists: [list], ...LISTED }));
    await collecting.switchOn();
    sizes = [4, 4, 2];
    listed = 10;
    collecting.answer = (_, step) => {
      const page = Number(step ?? '0');
      const said = { lots: rows(page * 4, sizes[page] ?? 0, addMs(START, 24 * HOUR_MS)) };
      const content = aPage(listed === undefined ? said : { ...said, listed });
      return { documents: [aDocument(content, 'list')], next: page + 1 < sizes.length ? String(page + 1) : null };
    };
  });

  const incidents = async () =>
    (await readIncidents(collecting.ports.records, PLATFORM)).map(({ code, solvedAt }) => [code, solvedAt !== null]);

  it('goes from page to page at once when it reads them first, then each by what it shows', async () => {
    await collecting.pass(MINUTE_MS);
    const first = collecting.sent.map(({ step }) => step);
    await collecting.pass(HOUR_MS + MINUTE_MS);

    expect(first).toEqual([null, '1', '2']);
    expect(collecting.sent.map(({ step }) => step)).toEqual([null, '1', '2', null, '1', '2']);
  });

  it('does not ask for lots that the list shows, but once for their terms', async () => {
    collecting.know({ externalId: '0', status: 'bidding', endsAt: addMs(START, 24 * HOUR_MS) });
    const { answer } = collecting;
    collecting.answer = (target, step) =>
      target.what === 'list' ? answer(target, step) : { documents: [aDocument(aPage())], next: null };

    await collecting.pass(5 * HOUR_MS);

    const lots = collecting.sent.flatMap(({ target }) => (target.what === 'lot' ? [target.wanted] : []));
    expect(lots).toEqual(['terms']);
  });

  it('says when a page suddenly shows less than half, changes nothing, and says when it is whole again', async () => {
    await collecting.pass(MINUTE_MS);
    sizes = [1, 4, 2];
    await collecting.pass(HOUR_MS);
    const shrunk = await incidents();
    const [page] = await readTasks(collecting.ports.records, PLATFORM);
    sizes = [4, 4, 2];
    await collecting.pass(2 * HOUR_MS);

    expect(shrunk).toEqual([['LIST.SHRUNK', false]]);
    expect(page).toMatchObject({ shown: 4, failures: 0 });
    expect(await incidents()).toEqual([['LIST.SHRUNK', true]]);
  });

  it('believes a list that has become shorter and says so itself', async () => {
    await collecting.pass(MINUTE_MS);
    [sizes, listed] = [[1], 1];

    await collecting.pass(2 * HOUR_MS);

    expect(await incidents()).toEqual([]);
  });

  it('says when all pages together show fewer lots than the list says it has', async () => {
    listed = 11;

    await collecting.pass(MINUTE_MS);

    expect(await incidents()).toEqual([['LIST.INCOMPLETE', false]]);
  });

  it('keeps a page with forty ends below a kilobyte', async () => {
    [sizes, listed] = [[40], 40];

    await collecting.pass(MINUTE_MS);

    const [item] = collecting.ports.records.items('COLLECT#');
    expect(JSON.stringify(item).length).toBeLessThan(1000);
  });
});

describe('reading a list of changes', () => {
  it('begins where it ended, and once a day anew', async () => {
    const list = { id: 'changes', title: '变更', shows: 'changes' } as const;
    const collecting = aCollecting(someFetching({ lists: [list], ...LISTED }));
    await collecting.switchOn();
    collecting.answer = (_, step) => {
      const content = aPage({ lots: rows(0, 2, addMs(START, 90 * HOUR_MS)), listed: 2 });
      return { documents: [aDocument(content, 'list')], next: null, resume: `${Number(step ?? '0') + 1}` };
    };

    await collecting.pass(25 * HOUR_MS);

    const steps = collecting.sent.map(({ step }) => step);
    expect(steps.slice(0, 4)).toEqual([null, '1', '2', '3']);
    expect(steps.filter((step) => step === null)).toHaveLength(2);
  });
});
