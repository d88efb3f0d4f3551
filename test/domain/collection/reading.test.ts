import { describe, expect, it } from 'vitest';
import { triedAgainAt } from '#shared/domain/collection/back-off.ts';
import { afterSight, type KnownLot } from '#shared/domain/collection/known-lot.ts';
import { endsAfter } from '#shared/domain/collection/reading.ts';
import { lotMark, parseTaskId, taskId } from '#shared/domain/collection/task.ts';
import { addMs } from '#shared/domain/time.ts';
import { START } from '#test/support/fixed-ambient.ts';

const HOUR_MS = 3_600_000;
const end = (hours: number) => addMs(START, hours * HOUR_MS);
const row = (externalId: string, hours: number, status: 'bidding' | 'sold' = 'bidding') => ({
  externalId,
  status,
  facts: { endsAt: end(hours) },
});

describe('the name of a task', () => {
  it.each([
    { what: 'list', list: 'open', page: null },
    { what: 'list', list: 'open', page: '2#a' },
    { what: 'lot', externalId: '吴兴#1.2' },
  ] as const)('says what it reads: %o', (subject) => {
    expect(parseTaskId(taskId(subject))).toEqual(subject);
  });

  it('is nothing else', () => {
    expect(['', 'LOT#', 'LIST#open', 'LOT#1#2'].map(parseTaskId)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('the ends a list is read for', () => {
  const known = [
    { lot: lotMark('1'), at: end(1) },
    { lot: lotMark('2'), at: end(2) },
  ];

  it('are those a page shows of lots without an outcome, the first first', () => {
    expect(endsAfter(known, [row('3', 3), row('1', 4), row('4', 0, 'sold')], 'page')).toEqual([
      { lot: lotMark('3'), at: end(3) },
      { lot: lotMark('1'), at: end(4) },
    ]);
  });

  it('are of a list of changes also those it told before of other lots', () => {
    expect(endsAfter(known, [row('1', 0, 'sold'), row('3', 3)], 'changes')).toEqual([
      { lot: lotMark('2'), at: end(2) },
      { lot: lotMark('3'), at: end(3) },
    ]);
  });

  it('are the known ones where a row does not say', () => {
    expect(endsAfter(known, [{ externalId: '1', status: 'ended', facts: {} }], 'page')).toEqual([known[0]]);
  });
});

describe('a lot after a page showed it', () => {
  const lot: KnownLot = {
    ...{ externalId: '1', url: null, status: 'sold', startsAt: null, endsAt: end(1) },
    ...{ finalAt: START, isOnList: false },
  };

  it('keeps its outcome when the page shows less, and takes a later one', () => {
    expect(afterSight(lot, row('1', 2), end(3))).toMatchObject({ status: 'sold', endsAt: end(2), finalAt: START });
    expect(afterSight(lot, { externalId: '1', status: 'defaulted', facts: {} }, end(3))).toMatchObject({
      status: 'defaulted',
      endsAt: end(1),
    });
  });
});

describe('what failed', () => {
  it.each([
    ['PLATFORM.UNAVAILABLE', 1, 15],
    ['PLATFORM.UNAVAILABLE', 3, 60],
    ['DOCUMENT.DRIFT', 40, 3600],
    ['RESOURCE.NOT_FOUND', 1, 1800],
    ['RESOURCE.NOT_FOUND', 40, 86_400],
  ])('with %s for the %i. time is tried again after %i s', (code, failures, seconds) => {
    expect(triedAgainAt(code, failures, START)).toBe(addMs(START, seconds * 1000));
  });
});
