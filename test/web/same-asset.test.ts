import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import { assetGroups } from '#shared/services/same-asset/asset-groups.ts';
import { aShownLot, cataloguePage, inHours, lotPage } from './showing.ts';

const FIRST = aShownLot(
  { title: '一号塘', startsAt: inHours(-900), startPrice: fen(1_000_00), priceBasis: 'per_year' },
  'passed-in',
  '1',
);
const SECOND = aShownLot(
  { title: '1号鱼塘', startsAt: inHours(-100), startPrice: fen(800_00), priceBasis: 'per_year' },
  'bidding',
  '2',
);
const LINK = { lots: [FIRST.card.lotId, SECOND.card.lotId], codes: ['seller', 'area'] } as const;

function blockOf(html: string): string {
  return /<section aria-labelledby="same-asset">.*?<\/section>/s.exec(html)?.[0] ?? '';
}

describe('one asset on the public pages', () => {
  it('has on the page of a lot all its lots in order of time, with prices and why they are one', () => {
    const groups = assetGroups(catalogueIndex([SECOND.card, FIRST.card]), { version: 1, links: [LINK], offers: {} });
    const block = blockOf(lotPage(SECOND, { sameAsset: groups(SECOND.card) }));

    expect(block).toContain('同一资产(2 次发布)');
    expect(block).toContain('人工确认:处置单位相同、面积相同');
    expect(block).toContain('起拍价 1,000.00 元/年');
    expect(block.indexOf('/lots/p.1')).toBeLessThan(block.indexOf('(本标的)'));
  });

  it('shows nothing of it where a lot stands alone', () => {
    expect(lotPage(SECOND)).not.toContain('同一资产');
    expect(cataloguePage([FIRST.card, SECOND.card])).not.toContain('同一资产');
  });

  it('leads from each of its tiles to the other lots', () => {
    const html = cataloguePage([FIRST.card, SECOND.card], {}, { links: [LINK] });

    expect(html).toContain('<a href="/lots/p.1#same-asset">同一资产另有 1 次发布</a>');
    expect(html).toContain('<a href="/lots/p.2#same-asset">同一资产另有 1 次发布</a>');
  });
});
