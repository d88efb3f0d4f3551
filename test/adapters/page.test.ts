import { describe, expect, it } from 'vitest';
import { decodeExactly, decodeTolerantly, openPage } from '#adapters/kit/page.ts';
import { refusalOf } from './documents.ts';

const HUZHOU_GBK = Buffer.from('bafed6ddcad0cee2d0cbc7f8', 'hex');
const HUZHOU_UTF8 = Buffer.from('湖州市吴兴区织里镇');

function textOf(bytes: Uint8Array): string | undefined {
  return decodeExactly(openPage(bytes));
}

describe('openPage', () => {
  it.each([
    ['UTF-8 under a GBK meta', Buffer.concat([Buffer.from('<meta charset=gbk>'), HUZHOU_UTF8]), '湖州市吴兴区织里镇'],
    ['GBK under a UTF-8 meta', Buffer.concat([Buffer.from('<meta charset=utf-8>'), HUZHOU_GBK]), '湖州市吴兴区'],
    ['UTF-8 with a byte order mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), HUZHOU_UTF8]), '湖州市吴兴区织里镇'],
    ['GBK behind a stray UTF-8 mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), HUZHOU_GBK]), '湖州市吴兴区'],
    ['ASCII', Buffer.from('{}'), '{}'],
  ])('reads %s', (_, bytes, text) => {
    expect(textOf(bytes)?.replace(/<[^>]*>/, '')).toBe(text);
  });

  it('takes a page cut within a UTF-8 character as UTF-8', () => {
    expect(textOf(HUZHOU_UTF8.subarray(0, -1))).toBe('湖州市吴兴区织里');
    expect(textOf(HUZHOU_UTF8.subarray(0, -2))).toBe('湖州市吴兴区织里');
  });

  it('reads a view into a larger buffer by its own bounds', () => {
    const larger = Buffer.concat([Buffer.from('xx'), HUZHOU_UTF8, Buffer.from('yy')]);

    expect(textOf(new Uint8Array(larger.buffer, larger.byteOffset + 2, HUZHOU_UTF8.length))).toBe('湖州市吴兴区织里镇');
  });

  it.each([
    ['no bytes', ''],
    ['white space', ' \t\r\n'],
    ['a lone byte order mark', '\uFEFF\n'],
  ])('calls %s empty', (_, text) => {
    expect(refusalOf(() => openPage(Buffer.from(text)))?.code).toBe('DOCUMENT.EMPTY');
  });

  it('refuses UTF-16', () => {
    expect(refusalOf(() => openPage(Buffer.from('\uFEFF湖州', 'utf16le')))?.code).toBe('DOCUMENT.ENCODING');
  });

  it('refuses damaged UTF-8 instead of reading it as GBK', () => {
    const damaged = Buffer.from('湖州市。吴兴区。织里镇。埭溪镇。'.replaceAll('。', '\n'));
    damaged[4] = 0xff;

    expect(refusalOf(() => openPage(damaged))?.code).toBe('DOCUMENT.ENCODING');
  });

  it('leaves undecodable GBK to whoever reads the part', () => {
    const page = openPage(Buffer.concat([HUZHOU_GBK, Buffer.from('ff20', 'hex'), HUZHOU_GBK]));

    expect(decodeExactly(page)).toBeUndefined();
    expect(decodeExactly(page, 0, HUZHOU_GBK.length)).toBe('湖州市吴兴区');
    expect(decodeTolerantly(page)).toBe('湖州市吴兴区\uFFFD 湖州市吴兴区');
  });
});
