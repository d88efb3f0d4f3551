import { describe, expect, it } from 'vitest';
import { differencesOf } from '#shared/domain/listing/differences.ts';
import { TERMS_FIELDS } from '#shared/domain/listing/fields.ts';
import { type ListingTerms, NO_TERMS } from '#shared/domain/listing/terms.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { aLease, at, papers } from '#test/support/desk-terms.ts';

const LEASE = aLease('pond');

/** Paths of every leaf of the terms, lists counted as one. */
function leaves(value: unknown, path = ''): readonly string[] {
  const isList = Array.isArray(value) || value === null || typeof value !== 'object';
  return isList ? [path] : Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

describe('differences of terms', () => {
  it('know every field of the terms', () => {
    expect(TERMS_FIELDS.map(({ pointer }) => pointer).toSorted()).toEqual([...leaves(NO_TERMS)].toSorted());
  });

  it('are none between equal terms', () => {
    expect(differencesOf(LEASE, aLease('pond'))).toEqual([]);
  });

  it.each<[string, Partial<ListingTerms>, string | null, string | null]>([
    ['/startPriceFen', { startPriceFen: fen(60_000_00) }, '50,000.00元', '60,000.00元'],
    ['/reserveFen', { reserveFen: null }, '52,000.00元', null],
    ['/lease/escalationPpm', { lease: { ...LEASE.lease, escalationPpm: ppm(35_000) } }, '0%', '3.5%'],
    ['/tradeKind', { tradeKind: 'contract_out' }, '出租', '承包'],
    ['/extension', { extension: null }, '最后300秒内出价,延时300秒', null],
    ['/items', { items: [{ assetId: 'pond', parts: ['east'] }] }, 'pond', 'pond(部位 east)'],
    [
      '/windows/biddingStartsAt',
      { windows: { ...LEASE.windows, biddingStartsAt: at('2024-06-20', 14) } },
      '2024年6月20日 10:00',
      '2024年6月20日 14:00',
    ],
    [
      '/papers',
      { papers: papers('proposal') },
      '社管会提议书 (文件 file0proposal000);成员(代表)会议表决书 (文件 file0resolution0);公示证明 (文件 file0publicitypr)',
      '社管会提议书 (文件 file0proposal000)',
    ],
    ['/contact/phone', { contact: { name: '沈会计', phone: '0572-1' } }, '0572-0000000', '0572-1'],
  ])('at %s read in Chinese', (pointer, change, before, after) => {
    const found = differencesOf(LEASE, { ...LEASE, ...change });

    expect(found).toEqual([{ pointer, name: expect.any(String), before, after }]);
  });

  it('tell what became of rights of priority', () => {
    const holder = { holderId: 'h', name: '原承租人', notifiedOn: null, notifiedBy: null, file: null } as const;
    const before = { ...LEASE, priority: [{ ...holder, answer: 'pending' as const }] };
    const after = { ...LEASE, priority: [{ ...holder, answer: 'waives' as const }] };

    expect(differencesOf(before, after)).toMatchObject([
      { before: '原承租人 未通知 未答复', after: '原承租人 未通知 放弃' },
    ]);
  });
});
