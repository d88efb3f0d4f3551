import { describe, expect, it } from 'vitest';
import type { Asset } from '#shared/domain/asset/asset.ts';
import type { HandoffSource } from '#shared/domain/handoff/source.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { readHandoff } from '#shared/services/desk/handoff/read-handoff.ts';
import { anAsset, PEOPLE, VILLAGE } from '#test/support/desk.ts';
import { aDraft } from '#test/support/desk-journey.ts';
import { day } from '#test/support/desk-terms.ts';
import { fieldsOf } from '#web/handoff/fields/fields-of.ts';
import { aFullLease, aHandoffDesk } from './handoff-desk.ts';

async function aSource(terms: Parameters<typeof aFullLease>[0] = {}): Promise<HandoffSource> {
  const desk = await aHandoffDesk();
  const { id } = await aDraft(desk, aFullLease(terms));
  return (await readHandoff(PEOPLE.clerk, desk.ports, id)).source;
}

async function ofAsset(asset: Partial<Asset>, parts: readonly string[] | null = null) {
  const source = await aSource();
  const [offered] = source.assets;
  const id = offered?.id ?? expect.unreachable();
  const rounds = source.listing.rounds.map((round) => ({
    ...round,
    terms: { ...round.terms, items: [{ assetId: id, parts }] },
  }));
  const listing = { ...source.listing, rounds };
  return fieldsOf({ ...source, listing, assets: [{ id, asset: anAsset(VILLAGE, asset) }] }, null);
}

describe('fieldsOf', () => {
  it.each([
    ['330502100214', '云村南片', '吴兴区织里镇云村南片'],
    ['330502006200', '南路1号', '吴兴区凤凰街道凤凰村南路1号'],
    ['330502001007', '南路1号', '吴兴区月河街道吉山一村社区南路1号'],
    ['330502', '人民路1号', '吴兴区人民路1号'],
  ])('writes the place of %s, %s as %s', async (division, address, place) => {
    expect((await ofAsset({ division, address })).坐落).toBe(place);
  });

  it('adds the areas of the parts that are offered, and knows none where one is unknown', async () => {
    const part = (id: string, thousandths: number | null) => ({
      id,
      name: `${id}塘`,
      area: thousandths === null ? null : { thousandths, unit: 'mu' as const },
    });
    const parts = [part('东', 1_500), part('西', 2_000), part('南', null)];

    const known = await ofAsset({ parts }, ['东', '西']);
    const unknown = await ofAsset({ parts }, ['东', '南']);

    expect([known.标的名称, known.面积, unknown.面积]).toEqual(['12亩鱼塘(东塘、西塘)', '3.5 亩', undefined]);
  });

  it('masks the incumbent in what is said of the asset', async () => {
    const lease = { state: 'leased', incumbent: '沈小明', until: day('2024-12-31'), yearlyRentFen: null } as const;

    const { 现状 } = await ofAsset({ lease });

    expect(现状).toBe('出租中,现承租人沈**,合同至2024年12月31日');
  });

  it('writes terms in words and leaves unsaid what is not known', async () => {
    const source = await aSource({
      lease: { startsOn: day('2025-01-01'), months: 18, escalationPpm: ppm(30_000), payEvery: 'half-yearly' },
      compulsoryWorks: [{ text: '消防改造', fen: fen(40_000) }],
      eligibility: { who: 'restricted', condition: '从事水产养殖', papers: ['身份证'] },
      remarks: null,
    });

    const fields = fieldsOf(source, 'notice');

    expect(fields).toMatchObject({
      租期: '18 个月',
      租金递增: '每年 3%',
      强制性改造: ['消防改造,费用 400.00 元'],
      竞买人资格: '符合下列条件的竞买人:从事水产养殖',
      报名材料: ['身份证'],
    });
    expect(Object.keys(fields)).not.toContain('备注');
    expect(Object.keys(fields)).not.toContain('成交价');
  });

  it('writes a share of turnover without calling it money', async () => {
    const { 起拍价, 起拍价大写 } = fieldsOf(await aSource({ priceBasis: 'percent', startPriceFen: fen(1_250) }), null);

    expect([起拍价, 起拍价大写]).toEqual(['12.50 %', undefined]);
  });
});
