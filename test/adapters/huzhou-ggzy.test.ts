import { describe, expect, it } from 'vitest';
import { huzhouGgzy } from '#adapters/huzhou-ggzy/index.ts';
import { lotNumberIn } from '#adapters/huzhou-ggzy/info-address.ts';
import { aReply, mapOrRefusal, repliesOf } from './reply-fixtures.ts';

const ID = '7a1c0de0-0000-4000-8000-000000000001';
const ANNOUNCED = '测试村12号鱼塘承包经营权交易公告';
const RESULT = '测试村12号鱼塘承包经营权成交公示';

function read(title: string, text: string, subject = ID) {
  const cells = `<td id="tdTitle">${title}</td><td id="TDContent">${text}</td>`;
  const page = `<html><body><table><tr>${cells}</tr></table></body></html>`;
  const { lots, quarantined } = huzhouGgzy.map(aReply('notice', Buffer.from(page), subject));
  const [lot] = lots;
  return { id: lot?.externalId, status: lot?.status, facts: lot?.facts ?? {}, notes: quarantined };
}

describe('the price of a notice', () => {
  it.each([
    ['起始价：3.65万元/年', 3_650_000, 'per_year'],
    ['年租金起拍价36500元', 3_650_000, 'per_year'],
    ['起始年租金：36,500.00元', 3_650_000, 'per_year'],
    ['月租金底价为800.5元', 80_050, 'per_month'],
    ['挂牌价（元/亩·年）：1200', 120_000, 'per_mu_year'],
    ['出租底价：1200元每亩每年', 120_000, 'per_mu_year'],
    ['转让底价（万元）:12.000001', 12_000_001, undefined],
    ['起拍总价：人民币5万元', 5_000_000, 'total'],
    ['起始价:100元。起始价:100元/年', 10_000, 'per_year'],
  ])('is read with its unit and what it is of: %s', (text, startPrice, priceBasis) => {
    const { facts, notes } = read(ANNOUNCED, text);

    expect([facts.startPrice, facts.priceBasis]).toEqual([startPrice, priceBasis]);
    expect(notes).toEqual([]);
  });

  it.each([
    '起始价：36500',
    '起始价：36500元/平方米·月',
    '起始价：3.6元至4.1元/年，起始价：4元/年',
    '年租金起始价：36500元/月',
    '起始价：1元，起始价：2元',
    '起始价：1元/年，起始价：1元/月',
    '起始价：0元',
    '起始价：1,23元',
  ])('is left unsaid, and noted, as %s', (text) => {
    const { facts, notes } = read(ANNOUNCED, text);

    expect(facts).not.toHaveProperty('startPrice');
    expect(facts).not.toHaveProperty('priceBasis');
    expect(notes.map(({ path }) => path)).toEqual(['/起始价']);
  });

  it.each(['保留底价', '起始价另行公告', '按成交价5%收取'])('is not found in %s', (text) => {
    expect(read(ANNOUNCED, text)).toMatchObject({ facts: {}, notes: [] });
    expect(read(ANNOUNCED, text).facts).not.toHaveProperty('startPrice');
  });
});

describe('the deposit of a notice', () => {
  it('is the one for bidding, never the one for the contract', () => {
    const text = '竞价保证金：1.5万元；履约保证金3万元；合同履约保证金5万元；租赁保证金2000元';

    expect(read(ANNOUNCED, text).facts.deposit).toBe(1_500_000);
  });
});

describe('the times of a notice', () => {
  it.each([
    ['竞价时间：2026年5月28日14:30', '2026-05-28T06:30:00.000Z', undefined],
    ['竞价截止时间：2026年5月28日14:30', undefined, '2026-05-28T06:30:00.000Z'],
    ['竞价结束时间：2026年5月28日14:30', undefined, '2026-05-28T06:30:00.000Z'],
    ['竞价时间：2026年5月28日9时至5月28日下午4时', '2026-05-28T01:00:00.000Z', '2026-05-28T08:00:00.000Z'],
    ['竞价时间：2026年5月28日', undefined, undefined],
    ['竞价时间：2026年528日9时', undefined, undefined],
    ['竞价时间：2026年5月28日9时；竞价时间：2026年5月29日9时', undefined, undefined],
  ])('are those of bidding as written: %s', (text, startsAt, endsAt) => {
    const { facts } = read(ANNOUNCED, text);

    expect([facts.startsAt, facts.endsAt]).toEqual([startsAt, endsAt]);
  });
});

describe('a notice', () => {
  it.each([
    ['测试村1号厂房招租公告', '起始价1元/年', 'announced'],
    ['测试村1号厂房成交公示', '成交价1元/年', 'sold'],
    ['测试村1号厂房成交公示', '成交价：见附件', undefined],
    ['测试村1号厂房交易结果公示', '成交价1元/年；另一处流拍', undefined],
    ['测试村1号厂房流标公示', '', 'passed-in'],
    ['关于终止测试村1号厂房招租的公告', '', undefined],
    ['测试村1号厂房招租延期公告', '', undefined],
  ])('called %s saying "%s" is %s', (title, text, status) => {
    expect(read(title, `<p>${text || '见附件'}</p>`).status).toBe(status);
  });

  it('shares the key of its property with the publicity of its result and with its next round', () => {
    const keys = [ANNOUNCED, RESULT, '测试村12号鱼塘承包经营权第二次交易公告'].map(
      (title) => read(title, '见附件').facts.propertyKey,
    );

    expect(new Set(keys)).toEqual(new Set(['测试村12号鱼塘承包经营权']));
  });

  it.each(['测试村鱼塘承包经营权交易公告', '测试村王小明等5户土地经营权流转公告'])('has no key as %s', (title) => {
    expect(read(title, '见附件').facts).not.toHaveProperty('propertyKey');
  });

  it.each([
    [ID, ID],
    [`公告 ${ID.toUpperCase()}.html`, ID],
    [`http://ggzy.huzhou.gov.cn/HZfront/InfoDetail/?InfoID=${ID}&CategoryNum=037001001`, ID],
  ])('is known by the number its bringer says: %s', (subject, id) => {
    expect(read(ANNOUNCED, '见附件', subject).id).toBe(id);
  });

  it.each(['', '农村产权公告.html', '12345678'])('without its number is refused: %j', (subject) => {
    expect(() => read(ANNOUNCED, '见附件', subject)).toThrow(expect.objectContaining({ code: 'DOCUMENT.DRIFT' }));
  });
});

describe('the address of a notice', () => {
  const PATH = '/HZfront/InfoDetail/';
  const QUERY = `?InfoID=${ID}&CategoryNum=037001001`;

  it.each([`http://ggzy.huzhou.gov.cn${PATH}${QUERY}`, `https://ggzy.huzhou.gov.cn/${PATH}${QUERY}`])(
    'says its number: %s',
    (url) => {
      expect(lotNumberIn(url)).toBe(ID);
    },
  );

  it.each([
    `https://evil.example${PATH}${QUERY}`,
    `https://ggzy.huzhou.gov.cn:8090${PATH}${QUERY}`,
    `https://ggzy.huzhou.gov.cn${PATH}?InfoID=${ID}`,
    `https://ggzy.huzhou.gov.cn${PATH}?InfoID=1&CategoryNum=037001001`,
    `https://ggzy.huzhou.gov.cn/HZfront/nczhcq/037001/${QUERY}`,
    'ftp://ggzy.huzhou.gov.cn',
    '',
  ])('is none of %j', (url) => {
    expect(lotNumberIn(url)).toBeUndefined();
  });
});

describe('the title of a notice', () => {
  it.each([
    '测试村12号（鱼塘）交易公告<br>【信息时间：2026/5/20】',
    '<p>测试村12号（鱼塘）交易公告 【信息时间：2026/5/20 阅读次数：9】</p>',
    '\n <b>测试村12号（鱼塘）交易公告</b>\n',
  ])('is as the list shows it, whatever stands behind it: %j', (title) => {
    expect(read(title, '标的名称：12号鱼塘').facts.title).toBe('测试村12号（鱼塘）交易公告');
  });
});

describe('who won', () => {
  it('is never read, neither a person nor an organisation', () => {
    const text = '成交价：100元/年 受让方：王测试 330502199001010010 竞得人：湖州某某农业有限公司 电话13800000000';

    const shown = JSON.stringify(read(RESULT, text));

    expect(shown).toContain('10000');
    expect(shown).not.toMatch(/王测试|某某农业|330502199001010010|13800000000/);
  });

  it('comes out of no document', () => {
    const documents = repliesOf(huzhouGgzy).map(({ document }) => ({ ...document, subject: ID }));
    const brought = documents.filter(({ bytes }) => /王测试|王小明/.test(Buffer.from(bytes).toString()));

    const output = JSON.stringify(documents.map((document) => mapOrRefusal(huzhouGgzy, document)));

    expect(brought.length).toBeGreaterThan(3);
    expect(output).not.toMatch(/王测试|王小明|某某农业|13800000000|330502199001010010/);
  });
});
