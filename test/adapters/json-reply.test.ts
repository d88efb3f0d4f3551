import { describe, expect, it } from 'vitest';
import { readJsonReply } from '#adapters/kit/json-reply.ts';
import { openPage } from '#adapters/kit/page.ts';
import { refusalOf } from './documents.ts';

function read(text: string | Uint8Array): unknown {
  return readJsonReply(openPage(Buffer.from(text)), [['login', /<title>登录/]]);
}

describe('a JSON reply', () => {
  it.each([
    ['bare', '{"a":")"}'],
    ['after a byte order mark', '\uFEFF{"a":")"}'],
    ['in a call', 'jsonp_17({"a":")"})'],
    ['in a call of an object', 'window.$on.page1({"a":")"}) ;\n'],
    ['in a call behind an empty comment', '/**/ cb({"a":")"});'],
  ])('is read %s', (_, text) => {
    expect(read(text)).toEqual({ a: ')' });
  });

  it.each([
    ['cut off', '{"a":"x'],
    ['in a call cut off', 'cb({"a":1}'],
    ['followed by other code', 'cb({"a":1});alert(1)'],
    ['no JSON', 'cb({a:1})'],
  ])('is drift %s', (_, text) => {
    expect(refusalOf(() => read(text))).toEqual({ code: 'DOCUMENT.DRIFT', details: { missing: 'a JSON reply' } });
  });

  it('is blocked when a blocked page comes in its place', () => {
    expect(refusalOf(() => read('<html><title>登录</title>'))?.code).toBe('DOCUMENT.BLOCKED');
  });

  it('is refused when it cannot be decoded', () => {
    expect(refusalOf(() => read(Buffer.from('7b2281ff80ff00ff227d', 'hex')))?.code).toBe('DOCUMENT.ENCODING');
  });

  it('does not hang on hostile text', () => {
    const text = `${'a.'.repeat(200_000)}(${')'.repeat(200_000)}`;

    expect(refusalOf(() => read(text))?.code).toBe('DOCUMENT.DRIFT');
  });
});
