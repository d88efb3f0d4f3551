import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import { aPage, aRow } from './alibaba-page.ts';
import { aDocument, refusalOf } from './documents.ts';

function map(html: string) {
  return alibaba.map(aDocument('list', html));
}

describe('alibaba page without readable data', () => {
  it.each([
    ['no block', '<html></html>', { missing: 'script sf-item-list-data' }],
    ['a broken block', aPage([]).replace('[]', '['), { at: '/b0' }],
    ['a block cut off', aPage([aRow()]).slice(0, 200), { at: '/b0' }],
    ['a block without rows', aPage([]).replace('"data"', '"date"'), { missing: '/b0/data' }],
    [
      'one broken block among good ones',
      `${aPage([aRow()])}<script id="sf-item-list-data"></script>`,
      { at: '/sf-item-list-data' },
    ],
  ])('is drift with %s', (_, html, details) => {
    expect(refusalOf(() => map(html))).toEqual({ code: 'DOCUMENT.DRIFT', details });
  });

  it.each([
    ['captcha', '{"action": "captcha"}'],
    ['captcha', '<script src="/_____tmd_____/verify.js"></script>'],
    ['punish', '<a href="/punish?x5secdata=1">'],
    ['punish', '<div id="bxpunish">'],
    ['punish', '<img src="deny_pc.png">'],
    ['login', '<meta http-equiv="Refresh" content="0; url=https://login.taobao.com/">'],
    ['login', '<script>window.location.href = "https://login.taobao.com/member";</script>'],
    ['login', "<script>location.replace('//login.taobao.com/')</script>"],
    ['login', '<title>淘宝网 - 登录</title>'],
  ])('is blocked by %s: %s', (kind, html) => {
    expect(refusalOf(() => map(html))).toEqual({ code: 'DOCUMENT.BLOCKED', details: { kind } });
  });

  it('takes marks of blocked pages for text where the data is present', () => {
    const html = `<title>登录</title><a href="/punish?x5secdata">亲，请登录</a>${aPage([aRow()])}`;

    expect(map(html).lots).toHaveLength(1);
  });

  it.each([
    ['EMPTY', ' \n'],
    ['ENCODING', Buffer.from('81ff80ff00ff', 'hex')],
  ])('is refused as %s', (code, content) => {
    expect(refusalOf(() => alibaba.map(aDocument('home', content)))?.code).toBe(`DOCUMENT.${code}`);
  });
});
