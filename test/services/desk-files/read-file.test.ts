import { describe, expect, it } from 'vitest';
import { fileBytes, fileLink, readFiles, usableFiles } from '#shared/services/desk/files/read-file.ts';
import { aJpeg, aPdf } from '#test/support/files.ts';
import { aFilesDesk, aPerson, CLERK, NEIGHBOUR } from './files-desk.ts';

/** What a signed address of the memory store carries. */
function carried(link: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(link.slice(link.indexOf('?'))));
}

describe('reading files', () => {
  it('gives a link of five minutes with our type and a name in any script', async () => {
    const desk = await aFilesDesk();
    const paper = await desk.bring(aPdf(), "村民'代表(会议)决议.jpg");

    const link = await fileLink(CLERK, desk.ports, paper.id);

    const { contentType, disposition = '', expires } = carried(link);
    expect({ contentType, expires }).toEqual({ contentType: 'application/pdf', expires: '300' });
    expect(disposition).toMatch(/^inline; filename\*=UTF-8''[A-Za-z0-9%._-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe("村民'代表(会议)决议.pdf");
  });

  it('links to the small picture of a picture, and to none of a paper', async () => {
    const desk = await aFilesDesk();
    const [photo, paper] = [await desk.bring(aJpeg(40, 40)), await desk.bring(aPdf())];

    const [full, small] = await Promise.all([
      fileLink(CLERK, desk.ports, photo.id),
      fileLink(CLERK, desk.ports, photo.id, 'small'),
    ]);

    expect(full.split('?')[0]).not.toBe(small.split('?')[0]);
    await expect(fileLink(CLERK, desk.ports, paper.id, 'small')).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });

  it('keeps the order of the ids and lets an auditor read', async () => {
    const desk = await aFilesDesk();
    const ids = [(await desk.bring(aPdf('一'))).id, (await desk.bring(aPdf('二'))).id];

    const files = await readFiles(aPerson('auditor', '330502'), desk.ports, ids.toReversed());

    expect(files.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  it.each(['fileBytes', 'fileLink', 'usableFiles'] as const)('tells a stranger nothing: %s', async (reader) => {
    const desk = await aFilesDesk();
    const { id } = await desk.bring(aPdf());
    const read = {
      fileBytes: () => fileBytes(NEIGHBOUR, desk.ports, id),
      fileLink: () => fileLink(NEIGHBOUR, desk.ports, id),
      usableFiles: () => usableFiles(NEIGHBOUR, desk.ports, desk.ownerId, [id]),
    };

    await expect(read[reader]()).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });

  it('gives nothing of a file that is not looked at or was refused', async () => {
    const desk = await aFilesDesk();
    const waiting = await desk.upload(aPdf());
    const refused = await desk.bring(new TextEncoder().encode('MZ'));

    await expect(fileBytes(CLERK, desk.ports, waiting)).rejects.toMatchObject({ code: 'FILE.NOT_READY' });
    await expect(fileLink(CLERK, desk.ports, refused.id)).rejects.toMatchObject({ code: 'FILE.REFUSED' });
  });

  it('takes for use only ready files of that owner', async () => {
    const desk = await aFilesDesk();
    const ready = await desk.bring(aPdf('一'));
    const waiting = await desk.upload(aPdf('二'));
    const use = (ownerId: string, ids: readonly string[]) => usableFiles(CLERK, desk.ports, ownerId, ids);

    expect(await use(desk.ownerId, [ready.id])).toEqual([ready]);
    await expect(use(desk.ownerId, [ready.id, waiting])).rejects.toMatchObject({ code: 'FILE.NOT_READY' });
    await expect(use('another-owner', [ready.id])).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    await expect(use(desk.ownerId, ['#'])).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});
