import { describe, expect, it } from 'vitest';
import { COMMON_MARKS } from '#adapters/kit/block-page.ts';
import { openPage } from '#adapters/kit/page.ts';
import { refusalOf } from '#adapters/kit/refusal.ts';

function kindOf(html: string): unknown {
  return refusalOf(openPage(Buffer.from(html)), COMMON_MARKS, 'the anchor').details['kind'];
}

describe('the common marks of blocked pages', () => {
  it.each([
    ['captcha', '<title>安全验证</title>'],
    ['captcha', '<div class="g-recaptcha" data-sitekey="x"></div>'],
    ['captcha', '<script src="https://static.example/geetest.js"></script>'],
    ['maintenance', '<html><head><title>某某平台 - 系统维护中</title>'],
    ['maintenance', '<h1>系统升级</h1>'],
    ['punish', '<title>403 Forbidden</title>'],
    ['punish', '<title>您的访问被拦截</title>'],
    ['login', '<title>用户登录</title>'],
    ['login', '<form><input name="p" type="password"></form>'],
    ['login', '<meta http-equiv="refresh" content="0;url=/user/login?back=1">'],
    ['login', '<script>location.href="/passport/in"</script>'],
  ])('know a %s page: %s', (kind, html) => {
    expect(kindOf(html)).toBe(kind);
  });

  it.each([
    '<title>拍卖公告</title><a href="/login">登录</a>',
    '<p>请输入验证码</p>',
    '<p>本系统维护资产清单</p>',
    '{}',
  ])('leave %s alone', (html) => {
    expect(kindOf(html)).toBeUndefined();
  });

  it('take no time on a page made to be slow', () => {
    const slow = `${'<title '.repeat(20_000)}${'<input '.repeat(20_000)}${'location='.repeat(10_000)}`;
    const before = process.cpuUsage();

    kindOf(slow);

    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
