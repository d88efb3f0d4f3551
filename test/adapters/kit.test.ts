import { describe, expect, it } from 'vitest';
import { decodeReferences } from '#adapters/kit/character-references.ts';
import { readOrganisation, toFactText } from '#adapters/kit/fact-text.ts';
import { readLink } from '#adapters/kit/link.ts';
import { MAX_DEPTH, openMarkup } from '#adapters/kit/markup.ts';
import { agreedClock, readEpochMs } from '#adapters/kit/page-time.ts';
import { maskPersonalData } from '#adapters/kit/personal-data.ts';
import { BadRow, quote, readRows, refuseIfDrifted, toPointer } from '#adapters/kit/rows.ts';
import { refusalOf } from './documents.ts';

describe('maskPersonalData', () => {
  it.each([
    ['电话13800000000。', '电话***********。'],
    ['138-0000-0000转', '***-****-****转'],
    ['+86 13800000000', '+** ***********'],
    ['１３８００００００００', '***********'],
    ['证号33050219900101001x', '证号******************'],
    ['13800000000、15900000000', '***********、***********'],
  ])('masks %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each(['1012345678901', '浙E7K210', '0572-2000000', '12800000000', '330502199001010010012', '2026年05月18日'])(
    'keeps %s',
    (text) => {
      expect(maskPersonalData(text)).toBe(text);
    },
  );
});

describe('text of a page', () => {
  it('becomes one well-formed line of at most 500 characters', () => {
    expect(toFactText(' 湖州\u00a0\n\t吴兴\u0000区\uD800 ')).toBe('湖州 吴兴 区\uFFFD');
    expect(toFactText('字'.repeat(501))).toBe(`${'字'.repeat(499)}…`);
  });

  it('has its character references resolved once and its markup left alone', () => {
    expect(decodeReferences('凯旋&middot;首府 &#38;lt; <b>1&2</b>')).toBe('凯旋·首府 &lt; <b>1&2</b>');
  });

  it('is taken as an organisation only when it cannot be a person', () => {
    expect(readOrganisation(' 湖州市吴兴区人民法院 ')).toBe('湖州市吴兴区人民法院');
    expect(['王测试', '欧阳测试', '湖州办事处 王先生', ''].map(readOrganisation)).toEqual(Array(4).fill(undefined));
  });
});

describe('readLink', () => {
  const hosts = ['sf.taobao.com'];

  it.each(['//sf.taobao.com/a/1.htm?x=1#y', 'http://sf.taobao.com/a/1.htm', ' https://SF.taobao.com/a/1.htm'])(
    'takes %s as the platform’s own',
    (text) => {
      expect(readLink(text, hosts)).toEqual({ kind: 'own', host: 'sf.taobao.com', path: '/a/1.htm' });
    },
  );

  it.each([
    'https://example.com/',
    'https://sf.taobao.com@example.com/',
    'https://user@sf.taobao.com/',
    'https://sf.taobao.com:8443/',
    'https://sf.taobao.com.example.com/',
    'https://sf.taobao.com./',
    'http://2130706433/',
  ])('takes %s as elsewhere', (text) => {
    expect(readLink(text, hosts)).toEqual({ kind: 'elsewhere' });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/a/1.htm', 'a b', '', '//', 'https://'])(
    'cannot read %j',
    (text) => {
      expect(readLink(text, hosts)).toEqual({ kind: 'unreadable' });
    },
  );
});

describe('times of a page', () => {
  it('lie between 2000 and 2100', () => {
    expect(readEpochMs(1525600910000)).toBe('2018-05-06T10:01:50.000Z');
    expect([0, 1525600910, 1e15, 1525600910000.5, Number.NaN].map(readEpochMs)).toEqual(Array(5).fill(undefined));
  });

  it('agree on the clock most rows name, else on the median, in any order', () => {
    const [noon, late, later] = [1525600910000, 1525600910400, 1525700000000];

    expect(agreedClock([later, noon, noon])).toBe('2018-05-06T10:01:50.000Z');
    expect(agreedClock([later, noon, late])).toBe('2018-05-06T10:01:50.400Z');
    expect(agreedClock([late, later, noon])).toBe('2018-05-06T10:01:50.400Z');
    expect(agreedClock([])).toBeUndefined();
  });
});

describe('rows', () => {
  it('are read one by one, bad ones apart', () => {
    const reading = readRows(
      [1, 2, 3],
      (index) => toPointer('a/b', index),
      (row) => {
        if (row === 2) throw new BadRow('/x', 'two');
        return row * 10;
      },
    );

    expect(reading).toEqual({
      good: [
        { path: '/a~1b/0', row: 10 },
        { path: '/a~1b/2', row: 30 },
      ],
      bad: [{ path: '/a~1b/1/x', reason: 'two' }],
    });
  });

  it('let a failure of our own through', () => {
    expect(() => readRows([1], String, () => [].reduce((a) => a))).toThrow(TypeError);
  });

  it.each([
    [1, 1, undefined],
    [10, 2, undefined],
    [9, 2, 'DOCUMENT.DRIFT'],
    [2, 2, 'DOCUMENT.DRIFT'],
    [0, 0, undefined],
  ])('of which %i hold %i bad ones end in %s', (rows, bad, code) => {
    const quarantined = Array.from({ length: bad }, (_, index) => ({ path: `/${index}`, reason: 'r' }));

    expect(refusalOf(() => refuseIfDrifted(rows, quarantined))?.code).toBe(code);
  });

  it('are quoted short and masked', () => {
    expect(quote('13800000000')).toBe('"***********"');
    expect(quote('字'.repeat(41))).toBe(`"${'字'.repeat(40)}…"`);
  });
});

describe('openMarkup', () => {
  it('reads a page as deep as browsers nest', () => {
    expect(openMarkup(`${'<b>'.repeat(MAX_DEPTH - 1)}x`)('b').length).toBe(MAX_DEPTH - 1);
  });

  it.each([
    ['a little too deep', '<b>'.repeat(MAX_DEPTH + 1)],
    ['a million levels deep', '<b>'.repeat(1_000_000)],
    ['deep behind end tags that close nothing', '<b></i>'.repeat(1_000)],
    ['of too many elements', '<b></b>'.repeat(60_000)],
  ])('refuses a page %s', (_, html) => {
    expect(refusalOf(() => openMarkup(html))?.code).toBe('DOCUMENT.DRIFT');
  });
});
