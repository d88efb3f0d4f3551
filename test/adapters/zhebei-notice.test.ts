import { describe, expect, it } from 'vitest';
import { zhebei } from '#adapters/zhebei/index.ts';
import { resultFileMapping } from '#adapters/zhebei/result-file-mapping.ts';
import { samples } from '#adapters/zhebei/samples.ts';
import { describeWords } from '#adapters/zhebei/words.ts';
import { refusalOf } from './documents.ts';
import { aReply } from './reply-fixtures.ts';

/** The clauses of a notice, each replaceable; an empty one is left out. */
interface Clauses {
  readonly title?: string;
  readonly head?: string;
  readonly lots?: string;
  readonly after?: string;
  readonly registration?: string;
}

function aNotice(of: Clauses = {}): string {
  return [
    '拍卖公告',
    of.title ?? '吴兴区测试村房屋拍卖公告',
    of.head ?? '受湖州市吴兴区测试有限公司委托,定于2026年4月24日上午9:00在测试大厅举行拍卖会:',
    '一、拍卖标的:',
    of.lots ?? '1)标段一:测试路1号,起拍价100元。',
    of.after ?? '',
    '二、报名',
    of.registration ?? '',
  ].join('\n');
}

function map(text: string, subject = 'c-9') {
  return zhebei.map(aReply('notice', Buffer.from(text), subject));
}

function read(of: Clauses) {
  const { lots, quarantined } = map(aNotice(of));
  return { facts: lots[0]?.facts ?? {}, notes: quarantined };
}

function refused(text: string, subject?: string) {
  return refusalOf(() => map(text, subject));
}

describe('the number of a notice', () => {
  it.each([
    ['notice-c-2042.text', 'c-2042/1'],
    ['c-2042', 'c-2042/1'],
    ['http://www.0572zbpm.com/bulletin/c-2042.html', 'c-2042/1'],
    ['abc-2042 第2期', 'abc-2042 第2期/1'],
  ])('is taken from %s', (subject, id) => {
    expect(map(aNotice(), subject).lots[0]?.externalId).toBe(id);
  });

  it('is needed', () => {
    expect(refused(aNotice(), ' ')).toEqual({ code: 'DOCUMENT.DRIFT', details: { missing: 'c-…' } });
    expect(refused(aNotice(), '字'.repeat(120))?.code).toBe('DOCUMENT.DRIFT');
  });

  it.each([
    ['<link rel="canonical" href="http://www.0572zbpm.com/bulletin/c-77.html">', 'c-77/1'],
    ['<meta property="og:url" content="//www.0572zbpm.com/bulletin/c-77.html">', 'c-77/1'],
    ['<!-- saved from url=(0044)http://www.0572zbpm.com/bulletin/c-77.html -->', 'c-77/1'],
    ['<link rel="canonical" href="http://example.com/bulletin/c-77.html">', 'c-9/1'],
    ['<a href="http://www.0572zbpm.com/bulletin/c-77.html">下一篇</a>', 'c-9/1'],
  ])('is the page’s own where it says it: %s', (markup, id) => {
    const html = `<html>${markup}<body>${aNotice().replaceAll('\n', '<br>')}</body></html>`;

    expect(map(html).lots[0]?.externalId).toBe(id);
  });
});

describe('the sections of a notice', () => {
  it.each([
    ['标段一:甲,起拍价1元\n标段二:乙,起拍价2元', ['1 甲', '2 乙']],
    ['(1)标的1:甲,起拍价1元\n(2)标的2:乙,起拍价2元', ['1 甲', '2 乙']],
    ['共两个标段:\n1)标段十一:甲,起拍价1元\n1、面积见图\n标段二十:乙,起拍价2元', ['20 乙']],
    ['1、甲,起拍价1元。\n2、乙,起拍价2元。', ['1 甲', '2 乙']],
    ['甲,起拍价1元', ['1 甲']],
    ['标段三(东):甲,起拍价1元\n标段一般瑕疵见附件', ['3 (东):甲']],
  ])('are read from %j', (lots, expected) => {
    const found = map(aNotice({ lots })).lots.map(({ externalId, facts }) => `${externalId.slice(4)} ${facts.title}`);

    expect(found).toEqual(expected);
  });

  it('are quarantined when list and word number them differently', () => {
    expect(map(aNotice({ lots: '2)标段一:甲,起拍价1元' })).quarantined).toEqual([
      { path: '/标段#1', reason: 'no number, or two different ones' },
    ]);
  });

  it('are both left out when two carry one number', () => {
    const { lots, quarantined } = map(aNotice({ lots: '标段一:甲,起拍价1元\n标段一:乙,起拍价2元' }));

    expect(lots).toEqual([]);
    expect(quarantined).toEqual([{ path: '/标段1', reason: 'says something else of the same lot than /标段1' }]);
  });

  it.each([
    ['年租金起拍价89093元', { startPrice: 8_909_300, priceBasis: 'per_year' }],
    ['月租金起拍价为人民币1,200.5元', { startPrice: 120_050, priceBasis: 'per_month' }],
    ['起拍年租金:8.9万元', { startPrice: 8_900_000, priceBasis: 'per_year' }],
    ['起拍价18600元/年', { startPrice: 1_860_000, priceBasis: 'per_year' }],
    ['起拍总价3万元', { startPrice: 3_000_000, priceBasis: 'total' }],
    ['三年租金起拍价3万元', { startPrice: 3_000_000 }],
    ['起拍价3万元', { startPrice: 3_000_000 }],
    ['起拍价3万元,竞买保证金5000元,履约保证金1万元', { startPrice: 3_000_000, deposit: 500_000 }],
    ['起拍价1元,5年承包经营权', { startPrice: 100, termMonths: 60, tradeKind: 'contract_out' }],
    ['起拍价1元,租赁期为十二年', { startPrice: 100, termMonths: 144 }],
    ['起拍价1元,2025年租赁到期', { startPrice: 100 }],
    [
      '起拍价1元,建筑面积约3.5亩,有保留价',
      { startPrice: 100, area: { thousandths: 3_500, unit: 'mu' }, reserve: 'hidden' },
    ],
    ['起拍价1元,厂房及办公楼', { startPrice: 100 }],
  ])('say of %s', (clause, facts) => {
    const { title: _, seller: __, venue: ___, ...rest } = read({ lots: `标段一:甲,${clause}。` }).facts;

    expect(rest).toEqual({
      ...facts,
      saleMode: 'ascending',
      startsAt: '2026-04-24T01:00:00.000Z',
      venueAddress: '测试大厅',
    });
  });

  it.each([
    ['起拍价', '见附件', 'not said in this section'],
    ['起拍价', '起拍价见附件', 'not an amount: ""'],
    ['起拍价', '起拍价1,23元', 'not an amount: "1,23元"'],
    ['起拍价', '起拍价1元,起拍价2元', 'several different amounts'],
    ['计价方式', '年租金起拍价1元/月', 'several different price bases'],
    ['保证金', '起拍价1元,保证金1元,保证金2元', 'several different amounts'],
    ['起拍价', `起拍价${'1'.repeat(30)}元`, 'not an amount: ""'],
    ['面积', '起拍价1元,建筑面积1㎡,土地面积2㎡', 'several different areas'],
    ['面积', '起拍价1元,建筑面积1.2345㎡', 'not an area: "1.2345㎡"'],
    ['期限', '起拍价1元,三年租赁,租赁期五年', 'several different terms'],
  ])('leave %s unsaid for %s', (place, clause, reason) => {
    const { notes } = read({ lots: `标段一:甲,${clause}。` });

    expect(notes).toEqual([{ path: `/标段1/${place}`, reason }]);
  });
});

describe('the times of a notice', () => {
  it.each([
    ['自2026年4月13日9时起至4月22日下午16时止', { from: '2026-04-13T01:00', to: '2026-04-22T08:00' }],
    ['2026年4月13日9时至22日16:30', { from: '2026-04-13T01:00', to: '2026-04-22T08:30' }],
    ['2026-04-13 09:00-2026-04-22 16:00', { from: '2026-04-13T01:00', to: '2026-04-22T08:00' }],
    ['公告发布之日起至2026年4月22日下午4时前', { to: '2026-04-22T08:00' }],
    ['即日起', {}],
  ])('of registration are read from %s', (written, { from, to }: { from?: string; to?: string }) => {
    const { facts, notes } = read({ registration: `1.报名时间:${written}。` });

    expect(notes).toEqual([]);
    expect(facts.registrationStartsAt?.slice(0, 16)).toBe(from);
    expect(facts.registrationEndsAt?.slice(0, 16)).toBe(to);
  });

  it.each([
    ['2025821日下午16止', 'not a Beijing time'],
    ['至2026年4月22日下午16止', 'not a Beijing time'],
    ['至20264月22日下午16时止', 'not a Beijing time'],
    ['至2026年4月3日16时止'.replace('3日', '31日'), 'not a Beijing time'],
    ['至2026年4月22日止', 'a day without time of day'],
    ['2026年4月22日16时', 'neither a start nor an end'],
    ['2026年4月22日16时至4月21日9时', 'the end is not after the start'],
  ])('are left unsaid and quoted for %s: %s', (written, reason) => {
    const { facts, notes } = read({ registration: `报名时间:${written}` });

    expect(facts).not.toHaveProperty('registrationStartsAt');
    expect(facts).not.toHaveProperty('registrationEndsAt');
    expect(notes).toEqual([{ path: '/报名时间', reason: `${reason}: "报名时间:${written}"` }]);
  });

  it.each([
    ['2026年4月20日、21日', '2026-04-19T16:00', '2026-04-21T16:00'],
    ['2026年4月30日至5月2日', '2026-04-29T16:00', '2026-05-02T16:00'],
    ['2026年4月20日9时至21日16时', '2026-04-20T01:00', '2026-04-21T08:00'],
  ])('of viewing on %s are whole days unless said', (written, from, to) => {
    const { facts } = read({ registration: `标的展示时间定于${written},统一组织` });

    expect([facts.viewingStartsAt?.slice(0, 16), facts.viewingEndsAt?.slice(0, 16)]).toEqual([from, to]);
  });

  it.each(['2026年4月20日、22日', '2026年4月21日至20日', '20264月20日、21日', '2026年4月20日、2l日'])(
    'of viewing are left unsaid for %s',
    (written) => {
      const { facts, notes } = read({ registration: `标的展示时间:${written}` });

      expect(facts).not.toHaveProperty('viewingStartsAt');
      expect(notes.map(({ path }) => path)).toEqual(['/标的展示时间']);
    },
  );

  it('are quoted without what follows about persons', () => {
    const { notes } = read({ registration: '报名时间:2026421日联系人王测试13800000000' });

    expect(notes).toEqual([{ path: '/报名时间', reason: 'not a Beijing time: "报名时间:2026421日"' }]);
  });
});

describe('the terms of a notice', () => {
  it.each([
    [
      '2026年4月24日上午9时在湖州测试拍卖行有限公司(测试路18号)举行',
      { venue: 'on-site', serviceAgency: '湖州测试拍卖行有限公司', venueAddress: '测试路18号' },
    ],
    [
      '2026年4月24日9时至25日10时(延时除外)通过测试网络平台举行',
      { venue: 'online', endsAt: '2026-04-25T02:00:00.000Z' },
    ],
  ])('say where it is held: %s', (held, facts) => {
    expect(read({ head: `某某测试公司委托,定于${held}拍卖会:` }).facts).toMatchObject({
      startsAt: '2026-04-24T01:00:00.000Z',
      ...facts,
    });
  });

  it('leave out a place whose brackets do not match', () => {
    const { facts, notes } = read({ head: '定于2026年4月24日上午9时在湖州测试拍卖行有限公司测试路18号)举行:' });

    expect(facts).toMatchObject({ venue: 'on-site', serviceAgency: '湖州测试拍卖行有限公司' });
    expect(facts).not.toHaveProperty('venueAddress');
    expect(notes.map(({ path }) => path)).toEqual(['/拍卖地点']);
  });

  it.each([
    ['湖州市吴兴区测试村股份经济合作社委托,', '', '湖州市吴兴区测试村股份经济合作社', 'collective'],
    ['我公司受吴兴区织里镇测试村村民委员会的委托,', '', '吴兴区织里镇测试村村民委员会', 'collective'],
    ['受吴兴区织里镇测试村委托,', '', '吴兴区织里镇测试村', 'collective'],
    ['受湖州测试村镇银行委托,', '', '湖州测试村镇银行', undefined],
    ['受湖州测试资产经营有限公司委托,', '本次标的为国有资产。', '湖州测试资产经营有限公司', 'state'],
    ['受湖州测试资产经营有限公司委托,', '土地为国有土地使用权。', '湖州测试资产经营有限公司', undefined],
    ['受吴兴区织里镇测试村委托,', '参照国有资产办理。', '吴兴区织里镇测试村', undefined],
    ['受王测试委托,', '', undefined, undefined],
  ])('say whose the property is: %s%s', (head, after, seller, category) => {
    const { facts } = read({ head, after: `以上标的。${after}` });

    expect([facts.seller, facts.tradeCategory]).toEqual([seller, category]);
  });

  it.each([
    ['以上标的均有保留价', 'hidden'],
    ['以上标的均设有保留价', 'hidden'],
    ['以上标的无保留价', 'none'],
    ['以上标的不设保留价', 'none'],
    ['以上标的没有保留价', 'none'],
    ['以上标的部分有保留价,部分无保留价', undefined],
    ['以上标的', undefined],
  ])('say whether there is a reserve: %s', (after, reserve) => {
    expect(read({ after }).facts.reserve).toBe(reserve);
  });

  it.each([
    ['竞买人须交纳人民币5万元', 5_000_000],
    ['每个标段须缴纳竞买保证金人民币5,000元', 500_000],
    ['竞买人报名时交付5万元的竞买保证金', 5_000_000],
    ['竞买人须交纳报名费200元', undefined],
    ['买受人须交纳履约保证金5万元', undefined],
    ['竞买保证金5万元。竞买人交纳人民币3万元', undefined],
  ])('say the deposit: %s', (registration, deposit) => {
    expect(read({ registration }).facts.deposit).toBe(deposit);
  });

  it.each([
    ['测试村房屋租赁权第二次拍卖公告', { round: 2, tradeKind: 'lease' }],
    ['测试村房屋租赁权(2025年第2期)拍卖公告', { tradeKind: 'lease' }],
    ['测试村车辆转让重新拍卖公告', { round: 'again', tradeKind: 'transfer' }],
  ])('are named in the title %s', (title, facts) => {
    const { round, tradeKind } = read({ title }).facts;

    expect({ ...(round && { round }), ...(tradeKind && { tradeKind }) }).toEqual(facts);
  });

  it('leave out how the price is found where it does not rise', () => {
    expect(read({ after: '特别说明:采用一次性报价方式' }).facts).not.toHaveProperty('saleMode');
  });
});

describe('what is no notice of sale', () => {
  it.each([
    ['without title', '一、拍卖标的:\n标段一:甲', { missing: '拍卖公告' }],
    ['without lots', '吴兴区测试村房屋拍卖公告\n一、报名', { missing: '拍卖标的' }],
    ['with an empty list of lots', '吴兴区测试村房屋拍卖公告\n一、拍卖标的:\n二、报名', { at: '拍卖标的' }],
    [
      'about another notice',
      aNotice({ title: '关于撤回测试村房屋拍卖公告' }),
      { title: '"关于撤回测试村房屋拍卖公告"' },
    ],
    ['longer than any notice', aNotice({ after: '字'.repeat(100_000) }), { maxCharacters: 100_000 }],
  ])('is drift: %s', (_, text, details) => {
    expect(refused(text)).toEqual({ code: 'DOCUMENT.DRIFT', details });
  });

  it('is refused when bytes are damaged', () => {
    expect(refusalOf(() => zhebei.map(aReply('notice', Buffer.from('bafed6dd81ff2c', 'hex'), 'c-1')))?.code).toBe(
      'DOCUMENT.ENCODING',
    );
  });
});

describe('what the adapter offers', () => {
  it('has no two columns under one heading in its result file', () => {
    const headings = resultFileMapping.columns.flatMap(({ theirs }) => theirs);

    expect(headings).toHaveLength(new Set(headings).size);
  });

  it('lists the words of notices as seen, and those of result files as proposed', () => {
    const words = describeWords();

    expect(words).toContainEqual({ field: '公告:资产类别', theirs: '店面', ours: 'shop' });
    expect(words).toContainEqual({
      field: '成交结果表:交易结果',
      theirs: '流拍',
      ours: 'passed-in',
      note: '我方建议的表格用词,未见过该平台的真实文件',
    });
  });

  it('has samples that name the lots their documents do not', () => {
    expect(samples.filter(({ kind }) => kind === 'notice').every(({ subject }) => subject !== undefined)).toBe(true);
  });
});
