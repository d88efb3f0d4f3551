import { describe, expect, it } from 'vitest';
import { toShownText } from '#shared/services/quarantine/raw-document.ts';

const GBK_ZHILI = [0xd6, 0xaf, 0xc0, 0xef];

describe('a stored document as text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('织里'), '织里'],
    ['GBK', new Uint8Array(GBK_ZHILI), '织里'],
    ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, 0xc7, 0x7e]), '织'],
    ['UTF-8 cut off within a character', new TextEncoder().encode('织里镇').subarray(0, 7), '织里\uFFFD'],
    ['nothing', new Uint8Array(), ''],
  ])('is read as %s', (_, bytes, text) => {
    expect(toShownText(bytes)).toBe(text);
  });

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['bytes with NUL', [0x25, 0x00, 0x46]],
  ])('is none for %s', (_, bytes) => {
    expect(toShownText(new Uint8Array(bytes))).toBeUndefined();
  });
});
