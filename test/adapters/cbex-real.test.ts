import { expect, it } from 'vitest';
import { cbex } from '#adapters/cbex/index.ts';
import { describeReal, realMaterial } from '#test/support/real-material.ts';
import { aReply } from './reply-fixtures.ts';

function mapped(kind: string, file: string) {
  const bytes = realMaterial(`cbex/${file}`) ?? expect.unreachable(`no ${file} among the real material`);
  return cbex.map(aReply(kind, bytes, '120119'));
}

describeReal('the captured replies about a lot sold by 2023', () => {
  it('say price, bids and extensions by the platform’s own clock, and no state', () => {
    const { clock, lots, quarantined, unread } = mapped('bid-info', 'cbex-bidInfo-sold-2023-01-13.json');

    expect(clock).toBe('2023-01-13T03:19:15.000Z');
    expect(lots).toEqual([
      { externalId: '120119', facts: { currentPrice: 359_205_000, bidCount: 89, extensionCount: 75 } },
    ]);
    expect(quarantined).toEqual([]);
    expect(unread).toContain('/object/JYZTSM');
  });

  it('say how many registered', () => {
    const { lots } = mapped('detail-info', 'cbex-detailInfo-2023-01.json');

    expect(lots).toEqual([{ externalId: '120119', facts: { registrationCount: 1 } }]);
  });
});
