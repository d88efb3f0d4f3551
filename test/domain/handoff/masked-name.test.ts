import { describe, expect, it } from 'vitest';
import { maskedName, maskNames } from '#shared/domain/handoff/masked-name.ts';

describe('maskedName', () => {
  it.each([
    ['沈小明', '沈**'],
    ['陈行', '陈*'],
    ['欧阳明村', '欧阳**'],
    ['湖州某某农业有限公司', '湖州某某农业有限公司'],
    ['云村股份经济合作社', '云村股份经济合作社'],
    ['织里童装厂', '织里童装厂'],
  ])('writes %s as %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});

describe('maskNames', () => {
  it('masks every known name wherever it stands, the longer one first', () => {
    expect(maskNames('沈小明、沈小明明及沈小明之子', ['沈小明', '沈小明明'])).toBe('沈**、沈***及沈**之子');
  });

  it('leaves a name of one character, which every text contains', () => {
    expect(maskNames('沈家浜', ['沈'])).toBe('沈家浜');
  });
});
