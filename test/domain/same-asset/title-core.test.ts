import { describe, expect, it } from 'vitest';
import { areAlike, titleCore } from '#shared/domain/same-asset/title-core.ts';

describe('the core of a title', () => {
  it.each([
    ['【第二次拍卖】湖州市吴兴区织里镇云村3-12号厂房出租公告', '织里镇云村312号厂房', '3-12'],
    ['织里镇云村3-12号厂房(再次拍卖)', '织里镇云村312号厂房', '3-12'],
    ['关于织里镇云村3－12号厂房招租的公告', '织里镇云村312号厂房', '3-12'],
    ['一拍 云村鱼塘', '云村鱼塘', ''],
  ])('of %s is the thing alone', (title, text, numbers) => {
    expect(titleCore(title)).toEqual({ text, numbers });
  });

  it.each([
    ['织里镇云村3-12号厂房出租', '织里镇云村31-2号厂房出租', false],
    ['织里镇云村3号鱼塘', '织里镇云村3号鱼塘及看管房', false],
    ['织里镇云村股份经济合作社3号鱼塘', '织里镇云村股份经济合作社3号塘', true],
    ['出租公告', '招租公告', false],
  ])('of %s and %s are alike or not: %s', (a, b, alike) => {
    expect(areAlike(titleCore(a), titleCore(b))).toBe(alike);
    expect(areAlike(titleCore(b), titleCore(a))).toBe(alike);
  });
});
