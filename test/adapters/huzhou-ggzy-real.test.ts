import { expect, it } from 'vitest';
import { manifest } from '#adapters/huzhou-ggzy/manifest.ts';
import { describeReal, realMaterial } from '#test/support/real-material.ts';

const PATH = 'ggzy/ggzy-records-2026-03-17.json';

describeReal('the recorded notices of the national site', () => {
  const records = (): readonly Readonly<Record<string, string>>[] => {
    return JSON.parse(String(realMaterial(PATH) ?? expect.unreachable(`no ${PATH} among the real material`)));
  };

  it('name the platform as we do', () => {
    expect(records().map(({ platform }) => platform)).toContain(manifest.name);
  });

  it('show of it no sale of property: why the national list is not read', () => {
    const ofHuzhou = records().filter(({ platform }) => platform === manifest.name);

    expect(ofHuzhou.map(({ business_type, info_type }) => [business_type, info_type])).toEqual([
      ['政府采购', '采购合同'],
    ]);
  });
});
