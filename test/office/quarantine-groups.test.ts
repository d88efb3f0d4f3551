import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readGroupDocuments, readQuarantine } from '#shared/services/quarantine/read-quarantine.ts';
import { quarantineMessage } from '#shared/services/quarantine-message.ts';
import { minute } from '#test/support/builders.ts';
import { steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';
import { aQuarantined, aRefused, putQuarantined } from './quarantined.ts';

const operator: Caller = { id: 'operator-1', roles: ['operator'] };

async function groupsOf(...documents: readonly ReturnType<typeof aQuarantined>[]) {
  const records = memoryItemStore();
  await putQuarantined(records, documents);
  const { groups } = await readQuarantine(operator, { records }, ['p', 'q']);
  return { records, groups };
}

describe('what waits for a person', () => {
  it('is grouped by cause whatever the row, and counted', async () => {
    const { groups } = await groupsOf(
      aQuarantined(1, [
        { path: '/data/2/status', reason: 'unknown status word "closed"' },
        { path: '/data/7/status', reason: 'unknown status word "closed"' },
      ]),
      aQuarantined(2, [{ path: '/data/0/status', reason: 'unknown status word "closed"' }], { mappingVersion: 3 }),
    );

    expect(groups).toMatchObject([
      {
        platform: 'p',
        kind: 'list',
        cause: { code: null, path: '/data/*/status', reason: 'unknown status word "closed"' },
        count: 3,
        documents: 2,
        isAtLeast: false,
        newest: minute(2),
        oldest: minute(1),
        mappingVersions: [2, 3],
      },
    ]);
  });

  it.each([
    ['words', '/a', 'unknown word "x"', '/a', 'unknown word "y"', 2],
    ['fields', '/a', 'missing', '/b', 'missing', 2],
    ['rows of a table', '/Sheet1!F7', 'missing', '/Sheet1!F12', 'missing', 1],
    ['elements', 'div.a:nth-of-type(1) .b', 'missing', 'div.a:nth-of-type(9) .b', 'missing', 1],
    ['numbered sections', '/标段1/面积', 'missing', '/标段2/面积', 'missing', 1],
    ['counts', '/K', 'left unsaid: 1', '/K', 'left unsaid: 4', 1],
    ['twins', '/a/1', 'another than /a/0', '/a/5', 'another than /a/3', 1],
  ])('tells different %s apart, or not', async (_, pathA, reasonA, pathB, reasonB, expected) => {
    const { groups } = await groupsOf(
      aQuarantined(1, [{ path: pathA, reason: reasonA }]),
      aQuarantined(2, [{ path: pathB, reason: reasonB }]),
    );

    expect(groups).toHaveLength(expected);
  });

  it('groups whole refusals by code, place and words, not by numbers', async () => {
    const first = '/data/1/status: unknown status word "closed"; /data/4/status: unknown status word "closed"';
    const { groups } = await groupsOf(
      aRefused(1, 'DOCUMENT.DRIFT', { rows: 5, bad: 2, first }),
      aRefused(2, 'DOCUMENT.DRIFT', { rows: 9, bad: 3, first: first.replace('/data/1', '/data/8') }),
      aRefused(3, 'DOCUMENT.DRIFT', { missing: 'div.product' }),
      aRefused(4, 'DOCUMENT.BLOCKED', { kind: 'login' }),
    );

    expect(groups.map(({ cause, documents }) => [cause.code, cause.path, documents])).toEqual([
      ['DOCUMENT.DRIFT', '/data/*/status', 2],
      ['DOCUMENT.BLOCKED', null, 1],
      ['DOCUMENT.DRIFT', null, 1],
    ]);
  });

  it('leaves out what has been settled', async () => {
    const { groups } = await groupsOf(aQuarantined(1, [{ path: '/a', reason: 'missing' }], { open: false }));

    expect(groups).toEqual([]);
  });

  it('says when more was complained of than was kept', async () => {
    const { groups } = await groupsOf(aQuarantined(1, [{ path: '/a', reason: 'missing' }], { quarantined: 11 }));

    expect(groups[0]?.isAtLeast).toBe(true);
  });

  it('names the newest twenty documents and finds all of them by the group', async () => {
    const many = Array.from({ length: 25 }, (_, index) => aQuarantined(index, [{ path: '/a', reason: 'missing' }]));
    const { records, groups } = await groupsOf(...many);

    const all = await readGroupDocuments(operator, { records }, groups[0]?.group ?? '');

    expect(groups[0]?.documentIds).toEqual(
      many
        .slice(5)
        .map(({ documentId }) => documentId)
        .reverse(),
    );
    expect(new Set(all)).toEqual(new Set(many.map(({ documentId }) => documentId)));
  });

  it('finds nothing by a group that no longer stands', async () => {
    const { records } = await groupsOf();

    await expect(readGroupDocuments(operator, { records }, 'p|list||/a|missing')).resolves.toEqual([]);
  });

  it('counts messages nobody could read by queue and code', async () => {
    const records = memoryItemStore();
    const clock = steppedClock();
    const system: Caller = { id: 'system:normalise', roles: ['system'] };
    const error = new AppError('MESSAGE.INVALID', 'not a document notification');
    for (const messageId of ['1', '2']) {
      await quarantineMessage(system, { records, clock }, { queue: 'documents', messageId, body: '{}' }, error);
      clock.advance(60_000);
    }

    const { poison } = await readQuarantine(operator, { records }, []);

    expect(poison).toEqual([
      {
        queue: 'documents',
        code: 'MESSAGE.INVALID',
        reason: 'not a document notification',
        count: 2,
        newest: minute(1),
        oldest: minute(0),
      },
    ]);
  });

  it('is shown to operators only', async () => {
    const ports = { records: memoryItemStore() };

    await expect(readQuarantine({ id: 'public', roles: ['public'] }, ports, [])).rejects.toMatchObject({
      code: 'ACCESS.DENIED',
    });
  });
});
