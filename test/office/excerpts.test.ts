import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptsOf } from '#shared/services/quarantine/excerpts.ts';
import { toShownText } from '#shared/services/quarantine/raw-document.ts';
import type { Complaint } from '#shared/services/records/document-outcome.ts';

interface Recorded {
  readonly file: string;
  readonly text: string;
  readonly complaint: Complaint;
}

/** Every complaint of the recorded documents that can be shown as text. */
function recordedComplaints(): readonly Recorded[] {
  const folders = readdirSync('adapters').map((name) => `adapters/${name}/fixtures`);
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder).flatMap((file) => {
      const expected = `${folder}/${file.replace(/\.[a-z]+$/, '.expected.json')}`;
      const text = existsSync(expected) ? toShownText(readFileSync(`${folder}/${file}`)) : undefined;
      if (text === undefined) return [];
      const { quarantined = [] } = JSON.parse(readFileSync(expected, 'utf8')) as { quarantined?: readonly Complaint[] };
      return quarantined.map((complaint) => ({ file: `${folder}/${file}`, text, complaint }));
    }),
  );
}

function shown(text: string, path: string, reason = 'not an amount'): readonly string[] {
  return excerptsOf(text, { path, reason }).map(({ marked }) => marked);
}

describe('the raw text beside a complaint', () => {
  it.each([
    ['a JSON pointer', '{"data": [{"price": 1}, {"price": "面议"}]}', '/data/1/price', '"面议"'],
    ['names with escapes', '{"a/b": {"c~d": 7}}', '/a~1b/c~0d', '7'],
    ['a JSONP call', 'jsonp1({"data": {"price": "x"}});', '/data/price', '"x"'],
    ['bare names of a script', 'cb({records:[{status:"0"},{status:"9"}]})', '/records/1/status', '"9"'],
    ['a reply in a wrapper', '{"some_response": {"result": {"status": "暂缓"}}}', '/result/status', '"暂缓"'],
    [
      'a script element by its id, not one in a comment',
      '<!-- <script id="d">{"data":[0,1]}</script> -->\n<script id="d">{"data":[5,6]}</script>',
      '/d/data/1',
      '6',
    ],
    ['a cell of a CSV file', '编号,"名称\n二行",价\nA1,x,"1,000"\n', '/C2', '"1,000"'],
    ['a column of a CSV file', '编号,拍卖时间\nA1,5月6日\n', '/B', '拍卖时间'],
  ])('is found by %s', (_, text, path, marked) => {
    const excerpts = excerptsOf(text, { path, reason: 'not an amount' });

    expect(excerpts).toMatchObject([{ marked, exact: true }]);
  });

  it('is the element a CSS path means, even inside a JSON reply', () => {
    const html = `<div class='product'><p class='x price'>1</p></div><div class="product"><p class="price x">二</p></div>`;

    const [fromHtml] = excerptsOf(html, { path: 'div.product:nth-of-type(2) .price', reason: 'not an amount' });
    const [fromJson] = excerptsOf(JSON.stringify({ html }), {
      path: 'div.product:nth-of-type(2) > .price',
      reason: 'not an amount',
    });

    expect(fromHtml?.marked).toContain('>二<');
    expect(fromJson).toEqual(fromHtml);
  });

  it('is what surrounds a missing field', () => {
    const [excerpt] = excerptsOf('{"lots": [{"id": "1"}, {"id": "2"}]}', { path: '/lots/1/price', reason: 'missing' });

    expect(excerpt).toMatchObject({ marked: '{"id": "2"}', exact: false });
  });

  it('shows both sides of a conflict', () => {
    const text = '{"lots": [{"id": 1}, {"id": 2}]}';

    expect(shown(text, '/lots/1', 'says something else of the same lot than /lots/0')).toEqual([
      '{"id": 2}',
      '{"id": 1}',
    ]);
  });

  it.each([
    ['the quoted value', 'not an amount under 保证金: "¥两万"', '两万'],
    ['its beginning, where it was cut', 'not a day: "定于2026年5月9日…"', '定于2026年5月9日'],
    ['a part beside what was masked', 'not a time: "联系***上午九时开始"', '上午九时开始'],
    ['the heading the reason names', 'a sale without a price under 保证金', '保证金'],
  ])('is found by %s when the path leads nowhere', (_, reason, marked) => {
    const text = '<td>保证金</td><td>¥<b>两万</b>,定于2026年5月9日,联系138,上午九时开始</td>';

    expect(excerptsOf(text, { path: '/deposit', reason })).toMatchObject([{ marked, exact: false }]);
  });

  it('is the beginning of the document when nothing is found', () => {
    const [excerpt] = excerptsOf('<html>请登录</html>', { path: '', reason: 'the platform sent a blocked page' });

    expect(excerpt).toMatchObject({ line: 1, offset: 0, before: '', after: '<html>请登录</html>' });
  });

  it('names the line', () => {
    const [excerpt] = excerptsOf('{\n "a": 1,\n "b": 2\n}', { path: '/b', reason: 'unknown code 2' });

    expect(excerpt?.line).toBe(3);
  });

  it('gives at most three pieces of at most 400 well-formed characters, whatever the document and the complaint', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{"a":[', '<div class="', '"', '\n', '厂房', '😀'),
    );
    const text = fc.array(piece, { maxLength: 300 }).map((pieces) => pieces.join(''));
    const path = fc.oneof(fc.string(), fc.constantFrom('/a/0', '/A7', 'div.x:nth-of-type(2)', '/厂房1/x'));

    fc.assert(
      fc.property(text, path, fc.string(), (raw, at, reason) => {
        const excerpts = excerptsOf(raw, { path: at, reason });

        expect(excerpts.length).toBeGreaterThanOrEqual(1);
        expect(excerpts.length).toBeLessThanOrEqual(3);
        for (const { before, marked, after } of excerpts) {
          expect((before + marked + after).length).toBeLessThanOrEqual(400);
          expect((before + marked + after).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('comes from the place or its words for every complaint about a recorded document', () => {
    const complaints = recordedComplaints();

    const missed = complaints.filter(({ text, complaint }) => {
      const [first] = excerptsOf(text, complaint);
      return first === undefined || (first.marked === '' && !first.exact);
    });

    expect(complaints.length).toBeGreaterThan(40);
    // What no single place of a page states: a price that is missing, several that differ, what a notice is about.
    expect(missed.map(({ complaint }) => complaint.path)).toEqual(['/status', '/成交价', '/标题', '/起始价']);
  });
});
