import { describe, expect, it } from 'vitest';
import { parseTarHeader, tarHeader } from '#infra/local/backup/tar.ts';

describe('a tar header', () => {
  it.each([0, 511, 8 ** 11 - 1, 8 ** 11, 2 ** 45 + 1])('tells the size %i', (size) => {
    const header = tarHeader('objects.sqlite', size);

    expect(parseTarHeader(header)).toEqual({ name: 'objects.sqlite', size });
  });

  it('is laid out as ustar has it', () => {
    const text = tarHeader('a.done', 26).toString('latin1');

    expect(text.slice(257, 265)).toBe('ustar\x0000');
    expect(text.slice(124, 136)).toBe('00000000032\0');
    expect(text[156]).toBe('0');
  });

  it('of zeros ends the archive', () => {
    expect(parseTarHeader(Buffer.alloc(512))).toBeUndefined();
  });
});
