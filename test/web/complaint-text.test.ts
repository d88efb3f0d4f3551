import { describe, expect, it } from 'vitest';
import { complaintText, placeText } from '#web/complaint-text.ts';
import { expectedOfFixtures, wordingsOfSources } from './adapter-wordings.ts';

const expected = expectedOfFixtures();

/** Says whether anything but values and headings of the document is Chinese. */
function isChinese(reason: string): boolean {
  const text = complaintText(reason);
  return text !== reason && /\p{Script=Han}/u.test(text.replace(/"[^"]*"|“[^”]*”/g, ''));
}

describe('the Chinese wording of a complaint', () => {
  it('is there for every complaint of a recorded document', () => {
    const reasons = [...new Set(expected.flatMap(({ quarantined = [] }) => quarantined.map(({ reason }) => reason)))];

    expect(reasons.length).toBeGreaterThan(40);
    expect(reasons.filter((reason) => !isChinese(reason))).toEqual([]);
  });

  it('is there for every detail a recorded document is refused with', () => {
    const details = expected.flatMap(({ refused }) => Object.entries(refused?.details ?? {}));
    const words = details.filter(([name, value]) => typeof value === 'string' && name !== 'at' && name !== 'first');

    expect(words.length).toBeGreaterThan(30);
    expect(words.map(([name, value]) => `${name} ${value}`).filter((word) => !isChinese(word))).toEqual([]);
  });

  it('is there for every complaint in the sources of the adapters', () => {
    const wordings = wordingsOfSources();

    expect(wordings.length).toBeGreaterThan(120);
    expect(wordings.filter((wording) => !isChinese(wording))).toEqual([]);
  });

  it.each([
    'not a text: "2026-05-20"',
    'not an amount in yuan: "12*"',
    'not an amount in wan: "12*"',
    'not an amount in fen: "12*"',
    'not an amount with its unit: "12"',
    'not a count: "*"',
    'not an area in 亩 or 平方米: "3"',
    'not a price basis: "*"',
    'none of the known values',
    'the bytes do not match their sha256',
    'the document has no readable envelope',
    'a lot id is empty or too long',
    'no adapter reads this platform',
    'no such document; documentId p.list.1',
    'the message is not JSON',
    'the object is not a document',
    'not a document notification',
    'not a lots-changed message',
    'not a replay request',
    'not a document or lot id',
    'not a lot id',
  ])('is there for %j', (reason) => {
    expect(isChinese(reason)).toBe(true);
  });

  it.each([
    ['unknown status word "closed"', '没见过的状态:"closed"'],
    ['unknown word "交易失败" under 结果', '“结果”:没见过的词:"交易失败"'],
    ['a sale without a price under hammerPrice', '“成交价”:成交却没有成交价'],
    ['unreadable amount under 保证金: "¥两万"', '“保证金”:读不出的金额:"¥两万"'],
    ['not an amount: "押 1; 付 3 under 保证金"', '不是金额:"押 1; 付 3 under 保证金"'],
    ['unknown code 9, with the reason ""', '没见过的代码 9,所附原因:""'],
    ['not of type int', '类型不是整数'],
    ['not of type date', '类型不是 date'],
    ['before contractSignedAt', '早于合同签订'],
    ['before endedAt', '早于竞价结束'],
    ['says something else of the same lot than /lots/*', '与 /lots/* 说的是同一标的,内容却不同'],
    ['days without time of day, left unsaid: *', '有若干行只写了日期、没有时刻,这一项留空'],
    ['too many rows are unreadable; unknown status word "a; b"', '读不懂的行太多;没见过的状态:"a; b"'],
    ['a required column is missing; missing 标的编号; 结果 / 状态', '缺少必需的列;缺少 标的编号;结果 / 状态'],
    ['the reply is not as known; reason not of type string', '回复与已知格式不符;类型不是文字'],
    ['the platform sent a blocked page; kind captcha', '平台给的是拦截页;类型:验证码页'],
  ])('of %j keeps values, headings and places', (reason, text) => {
    expect(complaintText(reason)).toBe(text);
  });

  it.each(['', 'a new wording: "x"', 'constructor', 'x under 结果', '"', '; '])(
    'of the unknown %j is itself',
    (reason) => {
      expect(complaintText(reason)).toBe(reason);
    },
  );

  it('keeps a value that was cut off', () => {
    expect(complaintText(`not a time: "${'长'.repeat(180)}`)).toBe(`不是时间:"${'长'.repeat(180)}`);
  });
});

describe('the Chinese name of a place', () => {
  it.each([
    ['/F7', 'F7 单元格'],
    ['/D*', 'D 列'],
    ['/K', 'K 列'],
    ['/成交!AB12', '工作表“成交”,AB12 单元格'],
    ['/deposit', '保证金'],
  ])('of %s is %s', (path, text) => {
    expect(placeText(path)).toBe(text);
  });

  it.each(['', '/sf-item-list-data/data/*/currentPrice', '/标段1/面积', 'div.product .prod-price'])(
    'of %j is not needed',
    (path) => {
      expect(placeText(path)).toBeUndefined();
    },
  );
});
