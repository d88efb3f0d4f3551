import { describe, expect, it } from 'vitest';
import { type LotId, toLotId } from '#shared/domain/lot-id.ts';
import { type ClosingData, itemStatus } from '#shared/domain/reconciliation/events.ts';
import { type ItemSubject, parseItemId, platformOf, toItemId } from '#shared/domain/reconciliation/item-id.ts';
import { day } from '#test/support/desk-terms.ts';

const PERIOD = { platform: 'virtual', from: day('2023-01-01'), to: day('2023-12-31') };

const SUBJECTS: readonly ItemSubject[] = [
  { kind: 'lot', lotId: toLotId('virtual', 'a#1/标') },
  { kind: 'totals', ...PERIOD, scope: null },
  { kind: 'totals', ...PERIOD, scope: '某:法院' },
  { kind: 'paper', ...PERIOD, scope: null },
  { kind: 'list', documentId: 'virtual.result-file.20230601T000000000Z-ab' },
];

describe('the id of an item', () => {
  it.each(SUBJECTS)('reads back as what it was made of: %j', (subject) => {
    expect(parseItemId(toItemId(subject))).toEqual(subject);
    expect(platformOf(subject)).toBe('virtual');
  });

  it.each([
    '',
    'lot',
    'lot:',
    'lot:no platform',
    'other:virtual.1',
    'totals:virtual:2023-01-01',
    'totals:virtual:2023-02-30:2023-03-01',
    'totals:virtual:2023-12-31:2023-01-01',
    'totals:VIRTUAL:2023-01-01:2023-12-31',
    `totals:virtual:2023-01-01:2023-12-31:${'院'.repeat(121)}`,
    'list:../../etc',
  ])('is refused: %s', (text) => {
    expect(parseItemId(text)).toBeUndefined();
  });

  it('keeps lots of one number apart by platform', () => {
    expect(toItemId({ kind: 'lot', lotId: 'a.1' as LotId })).not.toBe(toItemId({ kind: 'lot', lotId: 'b.1' as LotId }));
  });
});

describe('how an item stands', () => {
  const closing: ClosingData = { reason: 'rounding', words: '', fileId: null, hash: 'h1' };

  it.each([
    ['closed while the numbers are those that were closed', 1, 'h1', closing, 'closed'],
    ['open again when they change', 1, 'h2', closing, 'open'],
    ['open until somebody closes it', 1, 'h1', null, 'open'],
    ['in agreement when nothing differs any more', 0, 'h2', closing, 'agrees'],
    ['not compared where there is nothing to compare with', null, 'h1', closing, 'not-compared'],
  ] as const)('%s', (_, differences, hash, said, status) => {
    expect(itemStatus(differences, hash, said)).toBe(status);
  });
});
