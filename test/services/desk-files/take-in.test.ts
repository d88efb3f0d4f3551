import { describe, expect, it } from 'vitest';
import { jimpPictures } from '#functions/pictures.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { REFUSALS } from '#shared/domain/files/refusals.ts';
import { parseUploadArrived } from '#shared/messages/upload-arrived.ts';
import { fileBytes } from '#shared/services/desk/files/read-file.ts';
import { recoverUploads } from '#shared/services/desk/files/recover-uploads.ts';
import { takeIn } from '#shared/services/desk/files/take-in.ts';
import { aJpeg, aPdf, withExif } from '#test/support/files.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';
import { aFilesDesk, CLERK } from './files-desk.ts';

const intake = systemCaller('intake');

describe('taking a file in', () => {
  it('stores a paper as it is under its hash and removes the upload', async () => {
    const desk = await aFilesDesk();
    const bytes = aPdf('决议');

    const file = await desk.bring(bytes, '决议.pdf');

    const stored = `files/${sha256.sha256(bytes)}`;
    expect(file).toMatchObject({ status: 'ready', contentType: 'application/pdf', size: bytes.length, picture: null });
    expect(await desk.files.list('')).toEqual([stored]);
    expect((await desk.files.get(stored))?.bytes).toEqual(bytes);
  });

  it('keeps of a photo two upright pictures without its place, and nothing of the original', async () => {
    const desk = await aFilesDesk(jimpPictures);

    const file = await desk.bring(withExif(aJpeg(600, 900), 6), 'IMG_0001.HEIC.jpg');

    const full = await fileBytes(CLERK, desk.ports, file.id);
    const small = await fileBytes(CLERK, desk.ports, file.id, 'small');
    expect(file).toMatchObject({ contentType: 'image/jpeg', picture: { width: 900, height: 600 } });
    expect(full.bytes.length).toBeGreaterThan(small.bytes.length);
    expect(await desk.files.list('')).toHaveLength(2);
    for (const key of await desk.files.list('')) {
      const object = await desk.files.get(key);
      expect(Buffer.from(object?.bytes ?? []).toString('latin1')).not.toContain('GPS');
    }
  });

  it('says in Chinese why a file is refused and keeps none of its bytes', async () => {
    const desk = await aFilesDesk();

    const file = await desk.bring(new TextEncoder().encode('<html>'), '公告.pdf');

    expect(file).toMatchObject({ status: 'refused', refusal: REFUSALS.markup, sha256: null });
    expect(await desk.files.list('')).toEqual([]);
  });

  it('refuses a picture the decoder cannot read', async () => {
    const broken = {
      reencode: () => {
        throw new Error('no such marker');
      },
    };
    const desk = await aFilesDesk(broken);

    const file = await desk.bring(aJpeg(40, 40));

    expect(file).toMatchObject({ status: 'refused', refusal: REFUSALS.damaged });
  });

  it('refuses bytes that are not those announced, should the store let them in', async () => {
    const desk = await aFilesDesk();
    const fileId = await desk.upload(aPdf('一'));
    await desk.files.remove(`uploads/${fileId}`);
    await desk.files.putIfAbsent({ key: `uploads/${fileId}`, bytes: aPdf('二'), contentType: 'application/pdf' });

    const file = await takeIn(intake, desk.ports, fileId);

    expect(file).toMatchObject({ status: 'refused', refusal: REFUSALS.changed });
  });

  it('changes nothing the second time, and clears away what was put again', async () => {
    const desk = await aFilesDesk();
    const bytes = aPdf();
    const first = await desk.bring(bytes);
    await desk.files.putIfAbsent({ key: `uploads/${first.id}`, bytes, contentType: 'application/pdf' });

    const second = await takeIn(intake, desk.ports, first.id);

    expect(second).toEqual(first);
    expect(await desk.files.list('uploads/')).toEqual([]);
  });

  it('is a program’s business, and fails for bytes nobody announced', async () => {
    const desk = await aFilesDesk();

    await expect(takeIn(CLERK, desk.ports, '0'.repeat(16))).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(takeIn(intake, desk.ports, '0'.repeat(16))).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});

describe('recovering uploads', () => {
  it('queues what still waits and nothing else', async () => {
    const desk = await aFilesDesk();
    await desk.bring(aPdf('一'));
    const waiting = await desk.upload(aPdf('二'));
    const uploads = memoryQueue();

    const report = await recoverUploads(systemCaller('intake-recover'), { files: desk.files, uploads });

    expect(report).toEqual({ queued: 1 });
    expect(uploads.sent.flatMap(({ body }) => parseUploadArrived(body))).toEqual([waiting]);
  });
});

describe('an upload’s notification', () => {
  it('names the file by the key, none for a test event', () => {
    const key = 'uploads/0123456789abcdef';

    expect(parseUploadArrived({ Records: [{ s3: { object: { key } } }] })).toEqual(['0123456789abcdef']);
    expect(parseUploadArrived({ Event: 's3:TestEvent' })).toEqual([]);
  });

  it.each([{ Records: [{ s3: { object: { key: 'files/x' } } }] }, 'text', { Records: 1 }])('is refused: %j', (body) => {
    expect(() => parseUploadArrived(body)).toThrowError(expect.objectContaining({ code: 'MESSAGE.INVALID' }));
  });
});
