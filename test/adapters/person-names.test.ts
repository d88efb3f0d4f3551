import { describe, expect, it } from 'vitest';
import { maskHouseholdNames, maskPersonNames } from '#adapters/kit/person-names.ts';

describe('maskPersonNames', () => {
  it.each([
    ['因案外人王小明提出异议，中止拍卖', '因案外人***提出异议，中止拍卖'],
    ['申请执行人张三、被执行人：李四', '申请执行人**、被执行人：**'],
    ['买受人赵六未付款', '买受人**未付款'],
    ['王小明名下房产', '***名下房产'],
    ['（陈某所有的）商铺', '（**所有的）商铺'],
    ['联系：刘先生', '联系：*先生'],
    ['承办法官周正义', '承办法官***'],
  ])('masks the name in %s', (text, masked) => {
    expect(maskPersonNames(text)).toBe(masked);
  });

  it.each([
    '被执行人已履行全部债务',
    '申请执行人撤回申请',
    '湖州测试纺织有限公司名下房产',
    '吴兴区人民法院决定中止拍卖',
    '湖州市吴兴区织里镇测试花园5幢1801室',
    '当事人向法院申请',
    '',
  ])('leaves %j as it is', (text) => {
    expect(maskPersonNames(text)).toBe(text);
  });

  it('knows the roles of leases, and places that begin like a name', () => {
    expect(maskPersonNames('经办人王小明,承租人李四')).toBe('经办人***,承租人**');
    expect(maskPersonNames('承租人吴兴区织里镇晟舍村')).toBe('承租人吴兴区织里镇晟舍村');
  });
});

describe('maskHouseholdNames', () => {
  it.each([
    ['测试村王小明等5户土地经营权流转', '测试村***等5户土地经营权流转'],
    ['测试村王明户承包地', '测试村**户承包地'],
    ['第三组李四家庭承包地', '第三组**家庭承包地'],
  ])('masks the name in %s', (text, masked) => {
    expect(maskHouseholdNames(text)).toBe(masked);
  });

  it.each(['测试村户外广告位', '吴兴区织里镇测试村农户承包地', '王村12号鱼塘', '湖州市吴兴等3户'])(
    'leaves %s as it is',
    (text) => {
      expect(maskHouseholdNames(text)).toBe(text);
    },
  );
});
