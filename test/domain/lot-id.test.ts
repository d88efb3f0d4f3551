import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKeyPart, encodeKeyPart, MAX_EXTERNAL_ID, parseLotId, toLotId } from '#shared/domain/lot-id.ts';

/** Any text, lone surrogates and all; platforms have sent worse. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: MAX_EXTERNAL_ID }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.stringMatching(/^[~0-9a-f#./A-Z]{0,12}$/),
);

describe('encodeKeyPart', () => {
  it('encodes as its example says', () => {
    expect(encodeKeyPart('a#b.c')).toBe('a~0023b~002ec');
  });

  it('is read back unchanged, so that no two texts encode alike', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(decodeKeyPart(encodeKeyPart(text))).toBe(text);
      }),
    );
  });

  it('leaves only what is safe in keys, file names and addresses', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(encodeKeyPart(text)).toMatch(/^[A-Za-z0-9_~-]*$/);
      }),
    );
  });

  it('leaves no text that only differs by normalisation alike', () => {
    expect(encodeKeyPart('é')).not.toBe(encodeKeyPart('e\u0301'));
  });
});

describe('toLotId', () => {
  it('names the platform and the encoded id', () => {
    expect(toLotId('virtual', '标的 2')).toBe('virtual.~6807~7684~00202');
  });

  it('is accepted when it comes back from outside', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text.length > 0 && text.length <= MAX_EXTERNAL_ID);
        const id = toLotId('platform-1', text);

        expect(parseLotId(id)).toBe(id);
      }),
    );
  });

  it('takes ids up to their limit and refuses others', () => {
    expect(parseLotId(toLotId('virtual', '长'.repeat(MAX_EXTERNAL_ID)))).toBeDefined();
    for (const wrong of ['', 'x'.repeat(MAX_EXTERNAL_ID + 1)]) {
      expect(() => toLotId('virtual', wrong)).toThrow(expect.objectContaining({ code: 'DOCUMENT.DRIFT' }));
    }
  });
});

describe('parseLotId', () => {
  it.each([
    '',
    'virtual',
    'virtual.',
    '.1024',
    'Virtual.1',
    'virtual.a#b',
    'virtual.a.b',
    'virtual.a/b',
    'virtual.1\n',
    'v.é',
  ])('takes %j for no lot id', (text) => {
    expect(parseLotId(text)).toBeUndefined();
  });

  it('takes nothing longer than any id can be', () => {
    expect(parseLotId(`virtual.${'a'.repeat(692)}`)).toBeDefined();
    expect(parseLotId(`virtual.${'a'.repeat(693)}`)).toBeUndefined();
  });
});
