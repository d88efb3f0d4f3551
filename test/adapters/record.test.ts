import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recordDocument, refreshExpectations } from '#infra/cli/platform/record.ts';
import { ADAPTERS, refusalOf } from './documents.ts';
import { onlyNock } from './only-nock.ts';
import { failureOf } from './page-client.ts';

const LIST = join(ADAPTERS, 'alibaba/fixtures/list-gbk-meta-utf8.html');
const ORDER = { id: 'alibaba', kind: 'list', source: LIST, name: 'page', subject: undefined };

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function fixture(root: string, file: string): Buffer {
  return readFileSync(join(root, 'adapters/alibaba/fixtures', file));
}

onlyNock();

describe('recordDocument', () => {
  it('keeps a file with persons masked and writes what it maps to', async () => {
    const root = aFolder();
    const source = join(root, 'saved.html');
    // 联系人：王小明 in the page's own GBK.
    const contact = Buffer.from('c1aacfb5c8cba3bacdf5d0a1c3f7203133383030303030303030', 'hex');
    writeFileSync(source, Buffer.concat([readFileSync(LIST), contact]));

    const lines = await recordDocument(root, { ...ORDER, source });

    const expected = JSON.parse(fixture(root, 'list-page.expected.json').toString());
    expect(fixture(root, 'list-page.html').toString('latin1')).toMatch(/\*{3} \*{11}$/);
    expect(fixture(root, 'list-page.html')).toHaveLength(readFileSync(LIST).length + 23);
    expect(expected).toEqual(
      JSON.parse(fixture(ADAPTERS.replace(/adapters$/, ''), 'list-gbk-meta-utf8.expected.json').toString()),
    );
    expect(lines[0]).toMatch(/list-page\.html: \d+ 字节, gbk, 遮盖 14 个字符/);
  });

  it('keeps a page from an address of the platform', async () => {
    const root = aFolder();
    nock('https://sf.taobao.com')
      .get('/list.htm')
      .reply(200, readFileSync(LIST), { 'Content-Type': 'text/html;charset=GBK' });

    await recordDocument(root, { ...ORDER, source: 'https://sf.taobao.com/list.htm' });

    expect(fixture(root, 'list-page.html')).toEqual(readFileSync(LIST));
  });

  it('keeps a refused page with its refusal, and the subject in its name', async () => {
    const root = aFolder();
    const source = join(root, 'login.html');
    writeFileSync(source, '<title>登录</title>');

    await recordDocument(root, { ...ORDER, source, name: 'login', subject: '1012345679000' });

    expect(JSON.parse(fixture(root, 'list-login-1012345679000.expected.json').toString())).toEqual({
      refused: { code: 'DOCUMENT.BLOCKED', details: { kind: 'login' } },
    });
  });

  it.each([
    ['an address elsewhere', { source: 'https://evil.example/' }, 'PLATFORM.FORBIDDEN_ADDRESS'],
    ['a file that is not there', { source: '/nonexistent' }, 'FILE.UNREADABLE'],
    ['an unknown platform', { id: 'nobody' }, 'PLATFORM.UNKNOWN'],
    ['an unknown kind', { kind: 'toString' }, 'DOCUMENT.KIND_UNKNOWN'],
    ['a name that is a path', { name: '../../page' }, 'REQUEST.INVALID'],
    ['a subject that is a path', { subject: '../1012345679000' }, 'REQUEST.INVALID'],
  ])('refuses %s and writes nothing', async (_, change, code) => {
    const root = aFolder();

    expect((await failureOf(recordDocument(root, { ...ORDER, ...change })))?.code).toBe(code);
    expect(readdirSync(root)).toEqual([]);
  });

  it('never writes over a fixture, whatever its format', async () => {
    const root = aFolder();
    await recordDocument(root, ORDER);
    const before = fixture(root, 'list-page.html');
    writeFileSync(join(root, 'other.json'), '{}');

    expect((await failureOf(recordDocument(root, { ...ORDER, source: join(root, 'other.json') })))?.code).toBe(
      'REQUEST.INVALID',
    );
    expect(fixture(root, 'list-page.html')).toEqual(before);
  });
});

describe('refreshExpectations', () => {
  it('rewrites what changed, lists it, and writes the fields nobody reads', () => {
    const root = aFolder();
    const folder = join(root, 'adapters/rmfysszc/fixtures');
    cpSync(join(ADAPTERS, 'rmfysszc/fixtures'), folder, { recursive: true });
    const right = readFileSync(join(folder, 'list-page.expected.json'), 'utf8');
    writeFileSync(join(folder, 'list-page.expected.json'), '{}');

    const lines = refreshExpectations(root, 'rmfysszc');
    const again = refreshExpectations(root, 'rmfysszc');

    expect(lines).toContain('  adapters/rmfysszc/fixtures/list-page.expected.json');
    expect(JSON.parse(readFileSync(join(folder, 'list-page.expected.json'), 'utf8'))).toMatchObject({
      lots: JSON.parse(right).lots,
    });
    expect(readFileSync(join(root, 'adapters/rmfysszc/unread.txt'), 'utf8')).toMatch(/^list \//m);
    expect(again).toHaveLength(1);
  });

  it('does not know a platform nobody registered', () => {
    expect(refusalOf(() => refreshExpectations(aFolder(), 'nobody'))?.code).toBe('PLATFORM.UNKNOWN');
  });
});
