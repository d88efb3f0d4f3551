import { describe, expect, it } from 'vitest';
import type { PersonRole } from '#shared/domain/people/role.ts';
import { bringFile, type FileOffer, offerFile } from '#shared/services/desk/files/offer-file.ts';
import { readFile } from '#shared/services/desk/files/read-file.ts';
import { aPdf } from '#test/support/files.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { aFilesDesk, aPerson, CLERK, NEIGHBOUR } from './files-desk.ts';

const BYTES = aPdf('决议');

function anOffer(ownerId: string, more: Partial<FileOffer> = {}): FileOffer {
  return { ownerId, name: '决议.pdf', size: BYTES.length, sha256: sha256.sha256(BYTES), ...more };
}

describe('announcing a file', () => {
  it('leaves an expected file and an invitation for exactly these bytes', async () => {
    const desk = await aFilesDesk();

    const { file, upload } = await offerFile(CLERK, desk.ports, anOffer(desk.ownerId), 'key-0001');

    expect(file).toMatchObject({ status: 'expected', name: '决议.pdf', uploadedBy: CLERK.id, sha256: null });
    expect(upload).not.toBeNull();
    if (upload !== null) await expect(desk.files.upload(upload, aPdf('别的'))).rejects.toThrow(RangeError);
  });

  it('finds the same file for the same key, and refuses the key for another', async () => {
    const desk = await aFilesDesk();
    const first = await offerFile(CLERK, desk.ports, anOffer(desk.ownerId), 'key-0001');

    const again = await offerFile(CLERK, desk.ports, anOffer(desk.ownerId), 'key-0001');
    const other = offerFile(CLERK, desk.ports, anOffer(desk.ownerId, { sha256: '0'.repeat(64) }), 'key-0001');

    expect(again.file).toEqual(first.file);
    await expect(other).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
  });

  it.each<[string, PersonRole, string, boolean]>([
    ['the village’s clerk', 'village-clerk', '330502100214', true],
    ['the township’s accountant', 'village-clerk', '330502100', true],
    ['the township’s reviewer', 'township-reviewer', '330502100', true],
    ['the bureau', 'bureau-reviewer', '330502', true],
    ['the office', 'office', '330502', true],
    ['the next village’s clerk', 'village-clerk', '330502100213', false],
    ['another township’s reviewer', 'township-reviewer', '330502101', false],
    ['an auditor', 'auditor', '330502', false],
    ['a platform’s operator', 'platform-operator', 'somewhere', false],
  ])('is for who may act for the owner: %s', async (_, role, scope, allowed) => {
    const desk = await aFilesDesk();

    const offered = offerFile(aPerson(role, scope), desk.ports, anOffer(desk.ownerId), 'key-0001');

    if (allowed) await expect(offered).resolves.toMatchObject({ file: { status: 'expected' } });
    else await expect(offered).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });

  it.each<[Partial<FileOffer>, string]>([
    [{ size: 0 }, 'FILE.EMPTY'],
    [{ size: 30 * 1024 * 1024 + 1 }, 'FILE.TOO_LARGE'],
    [{ size: Number.NaN }, 'REQUEST.INVALID'],
    [{ sha256: 'ABC' }, 'REQUEST.INVALID'],
    [{ ownerId: 'nobody' }, 'RESOURCE.NOT_FOUND'],
  ])('is refused: %j', async (more, code) => {
    const desk = await aFilesDesk();

    await expect(offerFile(CLERK, desk.ports, anOffer(desk.ownerId, more), 'key-0001')).rejects.toMatchObject({ code });
  });

  it.each([
    ['C:\\用户\\桌面\\鱼塘.jpg', '鱼塘.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['  ', '未命名'],
    [`${'长'.repeat(200)}.docx`, `${'长'.repeat(110)}…${'长'.repeat(4)}.docx`],
  ])('keeps of the name %s what is a name', async (name, kept) => {
    const desk = await aFilesDesk();

    const { file } = await offerFile(CLERK, desk.ports, anOffer(desk.ownerId, { name }), 'key-0001');

    expect(file.name).toBe(kept);
  });
});

describe('bringing bytes with the request', () => {
  it('puts them where an invitation would, once', async () => {
    const desk = await aFilesDesk();
    const brought = { ownerId: desk.ownerId, name: '决议.pdf', bytes: BYTES };

    const file = await bringFile(CLERK, desk.ports, brought, 'key-0001');
    const again = await bringFile(CLERK, desk.ports, brought, 'key-0001');

    expect(again).toEqual(file);
    expect(await desk.files.list('')).toEqual([`uploads/${file.id}`]);
    expect((await desk.files.get(`uploads/${file.id}`))?.bytes).toEqual(BYTES);
  });

  it('is nobody else’s to see', async () => {
    const desk = await aFilesDesk();
    const file = await bringFile(
      CLERK,
      desk.ports,
      { ownerId: desk.ownerId, name: '决议.pdf', bytes: BYTES },
      'key-0001',
    );

    await expect(readFile(NEIGHBOUR, desk.ports, file.id)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});
