import { describe, expect, it } from 'vitest';
import { aJpeg, aPdf } from '#test/support/files.ts';
import { uploadIsland } from '#web/islands/upload.ts';
import { filesIn, withAttached } from '#web/pages/desk/files/files-in.ts';
import { sizeText } from '#web/pages/desk/files/size-text.ts';
import { FileList, UploadField, UploadForm } from '#web/pages/desk/files/upload-field.tsx';
import { aFilesApp } from './files-app.ts';

const ID = '0123456789abcdef';

describe('an upload field', () => {
  it('shows its files with order numbers, refused ones with their reason and not to be kept', async () => {
    const app = await aFilesApp();
    const files = [
      await app.bring(aJpeg(20, 20), '鱼塘.jpg'),
      await app.bring(new TextEncoder().encode('<svg>'), '图.svg'),
    ];
    const { ownerId } = app;

    const field = String(
      UploadField({ name: 'pictures', label: '照片', accept: 'pictures', multiple: true, files, ownerId }),
    );

    expect(field).toContain(`name="pictures" value="${files[0]?.id}" checked`);
    expect(field).toContain(`name="pictures.order.${files[0]?.id}" value="1"`);
    expect(field).toContain('没有收下');
    expect(field).not.toContain(`value="${files[1]?.id}"`);
  });

  it('belongs to a form of its own, so that it works inside another', () => {
    const field = String(UploadField({ name: 'a.b', label: '材料', accept: 'papers', files: [], ownerId: 'o1' }));
    const form = String(UploadForm({ name: 'a.b', ownerId: 'o1', formKey: 'key-0001', back: '/desk' }));

    const id = /<form id="([^"]+)"/.exec(form)?.[1];
    expect(field.match(new RegExp(`form="${id}"`, 'g'))).toHaveLength(2);
    expect(field).not.toContain('<form');
    expect(form).toContain('enctype="multipart/form-data"');
  });

  it('gives the same entry again to the script that asks for it', async () => {
    const app = await aFilesApp();
    const file = await app.bring(aPdf(), '决议.pdf');

    const entry = await (await app.request(`/desk/files/${file.id}/entry?field=papers&position=3&ordered=1`)).text();

    const files = [file];
    const field = UploadField({
      name: 'papers',
      label: '',
      accept: 'papers',
      files,
      multiple: true,
      ownerId: app.ownerId,
    });
    expect(String(field)).toContain(entry.replace('value="3"', 'value="1"'));
    expect(entry).toContain(`name="papers.order.${file.id}" value="3"`);
  });

  it('has a script that can be read', () => {
    expect(() => new Function(uploadIsland)).not.toThrow();
  });
});

describe('files only to look at', () => {
  it('are numbered, and say when there are none', async () => {
    const app = await aFilesApp();
    const file = await app.bring(aPdf(), '决议.pdf');

    expect(String(FileList({ files: [file] }))).toContain(`<ol class="files"><li><a href="/desk/files/${file.id}"`);
    expect(String(FileList({ files: [] }))).toContain('没有文件');
  });
});

describe('files in a form', () => {
  it('come in the order of their numbers, those without number last', () => {
    const form = { p: ['a', 'b', 'c', 'd'], 'p.order.a': '3', 'p.order.b': '', 'p.order.c': ' 1 ', 'p.order.d': 'x' };

    expect(filesIn(form, 'p')).toEqual(['c', 'a', 'b', 'd']);
  });

  it('are each named once', () => {
    expect(filesIn({ p: 'a' }, 'p')).toEqual(['a']);
    expect(filesIn({ p: ['a', '', 'a'] }, 'p')).toEqual(['a']);
    expect(filesIn({}, 'p')).toEqual([]);
  });

  it('are joined by those the address brings back', () => {
    const url = `http://desk.invalid/desk/assets?attach.p=${ID}&attach.p=${ID}&attach.p=%3Cscript%3E&attach.q=fedcba9876543210`;

    expect(withAttached(url, 'p', ['kept'])).toEqual(['kept', ID]);
  });
});

describe('a size', () => {
  it.each([
    [12, '12 字节'],
    [1025, '2 KB'],
    [1024 * 1024, '1.0 MB'],
    [2_500_000, '2.4 MB'],
  ])('of %i is %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});
