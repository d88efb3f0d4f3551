import { describe, expect, it } from 'vitest';
import { PERSONAL_DATA_KEY, secretCipher } from '#functions/cipher.ts';
import { memorySecrets } from '#test/office/desk-placements/memory-secrets.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const NEXT = Buffer.alloc(32, 8).toString('base64');
const TEXT = '{"name":"沈小明"}';

describe('sealed personal data', () => {
  it('opens under its own context', async () => {
    const cipher = secretCipher(memorySecrets({ [PERSONAL_DATA_KEY]: KEY }));

    const sealed = await cipher.seal(TEXT, 'lot-1');

    expect(await cipher.open(sealed, 'lot-1')).toBe(TEXT);
    expect(JSON.stringify(sealed)).not.toContain('沈');
  });

  it('never seals the same text alike', async () => {
    const cipher = secretCipher(memorySecrets({ [PERSONAL_DATA_KEY]: KEY }));

    expect((await cipher.seal(TEXT, 'lot-1')).text).not.toBe((await cipher.seal(TEXT, 'lot-1')).text);
  });

  it('does not open in another’s place, nor changed', async () => {
    const cipher = secretCipher(memorySecrets({ [PERSONAL_DATA_KEY]: KEY }));
    const sealed = await cipher.seal(TEXT, 'lot-1');
    const changed = { ...sealed, text: `${sealed.text.startsWith('A') ? 'B' : 'A'}${sealed.text.slice(1)}` };

    await expect(cipher.open(sealed, 'lot-2')).rejects.toMatchObject({ code: 'PERSONAL.UNREADABLE' });
    await expect(cipher.open(changed, 'lot-1')).rejects.toMatchObject({ code: 'PERSONAL.UNREADABLE' });
    await expect(cipher.open({ ...sealed, text: '' }, 'lot-1')).rejects.toMatchObject({ code: 'PERSONAL.UNREADABLE' });
  });

  it('opens by an older key after the key was changed, and not once that is gone', async () => {
    const sealed = await secretCipher(memorySecrets({ [PERSONAL_DATA_KEY]: KEY })).seal(TEXT, 'lot-1');
    const older = { [`${PERSONAL_DATA_KEY}/${sealed.key}`]: KEY };

    const rotated = secretCipher(memorySecrets({ [PERSONAL_DATA_KEY]: NEXT, ...older }));
    const erased = secretCipher(memorySecrets({ [PERSONAL_DATA_KEY]: NEXT }));

    expect(await rotated.open(sealed, 'lot-1')).toBe(TEXT);
    await expect(erased.open(sealed, 'lot-1')).rejects.toMatchObject({ code: 'SECRET.MISSING' });
  });

  it('seals nothing under what is no key', async () => {
    const cipher = secretCipher(memorySecrets({ [PERSONAL_DATA_KEY]: 'c2hvcnQ=' }));

    await expect(cipher.seal(TEXT, 'lot-1')).rejects.toMatchObject({ code: 'SECRET.MISSING' });
  });
});
