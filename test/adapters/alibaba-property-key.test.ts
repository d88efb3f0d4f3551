import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { changed, textOf } from './alibaba-pairs.ts';
import { aDocument } from './documents.ts';

const SOLD = textOf('item-sold');

function map(html: string): MappedDocument {
  return alibaba.map(aDocument('item', html));
}

function keyOf(html: string): string | undefined {
  return map(html).lots[0]?.facts.propertyKey;
}

describe('the key of a property', () => {
  const KEY = '浙E7K210别克牌小型轿车一辆|湖州市吴兴区人民法院';
  const TITLE = '【第一次拍卖】浙E7K210别克牌小型轿车一辆';

  it.each([
    ['a later round', '【第二次拍卖】浙E7K210别克牌小型轿车一辆'],
    ['a sell-off', '【变卖】浙E7K210别克牌小型轿车一辆'],
    ['no round', '浙E7K210别克牌小型轿车一辆'],
    ['other spaces and full-width signs', '【再次拍卖】　浙Ｅ７Ｋ２１０ 别克牌小型轿车 一辆'],
  ])('is the same with %s', (_, title) => {
    expect(keyOf(SOLD)).toBe(KEY);
    expect(keyOf(changed(SOLD, TITLE, title))).toBe(KEY);
  });

  it('is another with another seller', () => {
    expect(keyOf(changed(SOLD, '湖州市吴兴区人民法院</a>', '湖州市南浔区人民法院</a>'))).not.toBe(KEY);
  });

  it.each([
    ['no seller is named', '湖州市吴兴区人民法院</a>', '</a>'],
    ['the title names a round in unknown words', TITLE, '【第三次拍卖】浙E7K210别克牌小型轿车一辆'],
    ['the title names its round elsewhere', TITLE, '浙E7K210别克牌小型轿车一辆（第二次）'],
    ['the title names a person, who is masked', TITLE, '王小明名下浙E7K210别克牌小型轿车一辆'],
    ['the title is longer than is kept', TITLE, '车'.repeat(600)],
  ])('is unsaid where %s', (_, from, to) => {
    expect(keyOf(changed(SOLD, from, to))).toBeUndefined();
  });

  it('never holds the person a title names', () => {
    const mapped = JSON.stringify(map(changed(SOLD, TITLE, '王小明名下浙E7K210别克牌小型轿车一辆')));

    expect(mapped).toContain('***名下');
    expect(mapped).not.toContain('王小明');
  });
});
