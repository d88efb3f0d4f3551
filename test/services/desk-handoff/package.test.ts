import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TEMPLATE_FACTS, TEMPLATE_KINDS } from '#shared/domain/handoff/template-kind.ts';
import { fen } from '#shared/domain/money.ts';
import type { BroughtFiles, Handoff } from '#shared/services/desk/handoff/handoff-ports.ts';
import { readHandoff } from '#shared/services/desk/handoff/read-handoff.ts';
import { elementsOf, partsOf } from '#test/report/parts.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { end, place } from '#test/support/desk-journey.ts';
import { documentHtml } from '#web/handoff/document-html.tsx';
import { handoffDocx } from '#web/handoff/docx.ts';
import { documentOf } from '#web/handoff/printed.ts';
import { printer } from '#web/handoff/printer.ts';
import { sheetOf } from '#web/handoff/sheet.ts';
import { aFullLease, aHandoffDesk, ready } from './handoff-desk.ts';

const BROUGHT: BroughtFiles = {
  pictures: [{ name: '01.jpg', bytes: new Uint8Array([0xff, 0xd8, 1]) }],
  papers: [{ name: '01-合同样本.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }],
};

const NOBODY = { name: null, phone: null };

async function aHandoff(of: Parameters<typeof aFullLease>[0] = {}): Promise<Handoff> {
  const desk = await aHandoffDesk();
  const { id } = await ready(desk, aFullLease(of));
  const handoff = await readHandoff(PEOPLE.office, desk.ports, id);
  return { ...handoff, source: { ...handoff.source, numbers: { notice: '吴资交告〔2024〕1号' } } };
}

async function afterSale(): Promise<Handoff> {
  const desk = await aHandoffDesk();
  const { id } = await ready(desk);
  await place(desk, id);
  await end(desk, id, 'sold');
  return readHandoff(PEOPLE.office, desk.ports, id);
}

/** All text of every file of a package, whatever is packed in what. */
function textsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const texts = Object.entries(unzipSync(bytes)).flatMap(([path, content]) => {
    if (!/\.(?:docx|xlsx)$/.test(path)) return [[path, new TextDecoder().decode(content)] as const];
    const parts = [...partsOf(content).values()].flatMap((xml) => elementsOf(xml).map(({ text }) => text));
    return [[path, parts.join('')] as const];
  });
  return new Map(texts);
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a package', () => {
  it('holds notice, fields, checklist, order, pictures and papers in this order', async () => {
    const bytes = await printer.package(await aHandoff(), BROUGHT);

    expect(Object.keys(unzipSync(bytes))).toEqual([
      '公告.docx',
      '公告.html',
      '字段表.xlsx',
      '字段表.html',
      '材料清单.docx',
      '受理单.docx',
      '图片/01.jpg',
      '附件/01-合同样本.pdf',
    ]);
  });

  it('has the same bytes at any time and in any zone', async () => {
    const handoff = await aHandoff();
    const first = await printer.package(handoff, BROUGHT);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 6) });

    const second = await printer.package(handoff, BROUGHT);

    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it('never tells the reserve, nor the lowest price voted on, in any file', async () => {
    const texts = textsOf(await printer.package(await aHandoff(), BROUGHT));

    expect(texts.size).toBe(8);
    for (const [path, text] of texts) {
      expect(text.replaceAll(',', ''), path).not.toMatch(/52345|45000|伍万贰仟叁佰肆拾伍|肆万伍仟元/);
    }
  });

  it('tells price, deposit and account in every form a notice needs', async () => {
    const text = textsOf(await printer.package(await aHandoff(), BROUGHT)).get('公告.docx') ?? '';

    for (const said of [
      '吴资交告〔2024〕1号',
      '50,000.00 元/年',
      '起拍价大写人民币伍万元整',
      '5,000.00 元（大写：人民币伍仟元整）',
      '8000000000000001',
      '2024年6月20日 10:00',
      '3 年，自2025年1月1日起',
      '12 亩',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('masks who has priority in what everybody reads, and names him in the order alone', async () => {
    const texts = textsOf(await printer.package(await aHandoff({ remarks: '沈小明现承租' }), BROUGHT));

    const named = [...texts].filter(([, text]) => text.includes('沈小明')).map(([path]) => path);

    expect(named).toEqual(['受理单.docx']);
    expect(texts.get('公告.html')).toContain('沈**');
  });

  it('says what stays inside, and what lacks', async () => {
    const text = textsOf(await printer.package(await aHandoff(), BROUGHT)).get('材料清单.docx') ?? '';

    expect(text).toContain('✓ 合同样本');
    expect(text).toContain('缺 评估报告');
    expect(text).toContain('✓ 成员（代表）会议表决书（留存产权人处，不随件移交）');
  });
});

describe('printer.faults', () => {
  it.each([
    ['低于52345.67元不卖', 1],
    ['保留价5.234567万元', 1],
    ['底价45000', 1],
    ['年租金50,000.00元起', 0],
    ['电话52345', 0],
  ])('looks for the reserve in remarks: %s', async (remarks, count) => {
    const faults = printer.faults(await aHandoff({ remarks }), ['notice']);

    expect(faults.length).toBe(count);
  });

  it('names what a document needs and nobody said', async () => {
    const handoff = await aHandoff();
    const { listing } = handoff.source;
    const rounds = listing.rounds.map((round) => ({ ...round, terms: { ...round.terms, contact: NOBODY } }));

    const faults = printer.faults({ ...handoff, source: { ...handoff.source, listing: { ...listing, rounds } } }, [
      'notice',
    ]);

    expect(faults.map(({ detail }) => detail)).toEqual(['还缺:联系人', '还缺:联系电话']);
  });
});

describe('documents', () => {
  it.each(TEMPLATE_KINDS)('%s prints as a well-formed Word file of its paper', async (kind) => {
    const handoff = TEMPLATE_FACTS[kind].when === 'after' ? await afterSale() : await aHandoff();

    const parts = partsOf(await printer.document(handoff, kind));

    const page = elementsOf(parts.get('word/document.xml') ?? '').find(({ name }) => name === 'w:pgSz')?.attributes;
    const a3 = { 'w:w': '16838', 'w:h': '23811' };
    expect(page).toMatchObject(TEMPLATE_FACTS[kind].paper === 'a3' ? a3 : { 'w:w': '11906', 'w:h': '16838' });
    for (const [path, xml] of parts) expect(elementsOf(xml).length, path).toBeGreaterThan(0);
  });

  it('state the result after the sale, and on A3 for the village', async () => {
    const handoff = await afterSale();

    const html = documentHtml(documentOf('village-publicity', handoff.templates, handoff.source), '村务公开', 'a3');

    expect(html).toContain('@page { size: A3');
    expect(html).toContain('56,000.00 元/年');
    expect(html).toContain('12.00%');
  });

  it('carry markup as text', async () => {
    const html = documentHtml({ blocks: [{ kind: 'paragraph', text: '<b>&' }], missing: [] }, '公告', 'a4');
    const docx = await handoffDocx({ blocks: [{ kind: 'paragraph', text: '<b>&' }], missing: [] }, 'a4');

    expect(html).toContain('&lt;b&gt;&amp;');
    expect(partsOf(docx).get('word/document.xml')).toContain('&lt;b&gt;&amp;');
  });
});

describe('the fields sheet', () => {
  it('keeps to the form’s order, says that it was never seen, and warns of what is too long', async () => {
    const handoff = await aHandoff({ title: '云村鱼塘承租权', startPriceFen: fen(60_000_00) });
    const fields = [
      { label: '标题', field: '项目名称', longest: 4 },
      { label: '起拍价', field: '起拍价' },
      { label: '备注', field: '备注' },
    ] as const;

    const sheet = sheetOf({ ...handoff.form, fields }, handoff.source);

    expect(sheet.remark).toContain('未见过');
    expect(sheet.rows.map(({ label, value }) => [label, value])).toEqual([
      ['标题', '云村鱼塘承租权'],
      ['起拍价', '60,000.00 元/年'],
      ['备注', null],
    ]);
    expect(sheet.rows[0]?.warning).toContain('最多 4 字,现有 7 字');
  });
});
