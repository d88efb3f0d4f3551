import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '#shared/domain/handoff/fields.ts';
import { fillTemplate } from '#shared/domain/handoff/fill.ts';
import { parseTemplate } from '#shared/domain/handoff/template.ts';
import { TEMPLATE_KINDS } from '#shared/domain/handoff/template-kind.ts';
import { DEFAULT_TEMPLATES, templateFaults } from '#shared/domain/handoff/template-settings.ts';

function filled(text: string, values: Parameters<typeof fillTemplate>[1]) {
  return fillTemplate(parseTemplate('notice', text).lines, values);
}

describe('parseTemplate', () => {
  it.each([
    ['# 公告\n{{挂牌价}}', 2, '没有“挂牌价”这个占位符'],
    ['# 公告\n\n价格{{起拍价', 3, '花括号没有成对'],
    ['# 公告\n成交价{{成交价}}', 2, '竞价结束后才有'],
    ['# 公告\n| 优先权 | {{优先权人名单}} |', 2, '含个人姓名'],
    ['没有标题', 1, '第一行应是标题'],
  ])('names the line and the problem in %j', (text, line, problem) => {
    const { faults } = parseTemplate('notice', text);

    expect(faults.map((fault) => fault.line)).toContain(line);
    expect(faults.map((fault) => fault.problem).join()).toContain(problem);
  });

  it('allows full names in a document that is not public, and results in one that follows the end', () => {
    const order = parseTemplate('commission', '# 委托书\n{{优先权人名单}}');
    const result = parseTemplate('confirmation', '# 确认书\n{{成交价}}');

    expect([...order.faults, ...result.faults]).toEqual([]);
  });
});

describe('fillTemplate', () => {
  it('numbers headings, and clauses anew under each', () => {
    const { blocks } = filled('# 公告\n## 甲\n1. 一\n1. 二\n## 乙\n7、三', {});

    expect(blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
      '公告',
      '一、甲',
      '1.一',
      '2.二',
      '二、乙',
      '1.三',
    ]);
  });

  it('joins rows to a table until another line comes', () => {
    const { blocks } = filled('# 公告\n| 甲 | {{起拍价}} |\n| 乙 | 2 |\n文字\n| 丙 | 3 |', { 起拍价: '1 元' });

    expect(blocks.slice(1)).toEqual([
      {
        kind: 'table',
        rows: [
          ['甲', '1 元'],
          ['乙', '2'],
        ],
      },
      { kind: 'paragraph', text: '文字' },
      { kind: 'table', rows: [['丙', '3']] },
    ]);
  });

  it('leaves out an optional line without its fact, and prints and names what another line misses', () => {
    const { blocks, missing } = filled('# 公告\n? 备注:{{备注}}\n租期:{{租期}}', {});

    expect(blocks).toEqual([
      { kind: 'title', text: '公告' },
      { kind: 'paragraph', text: '租期：〔待补：租期〕' },
    ]);
    expect(missing).toEqual(['租期']);
  });

  it('repeats a line for each entry of a list, and lists them in one cell of a table', () => {
    const { blocks } = filled('# 公告\n1. {{报名材料}}\n| 材料 | {{报名材料}} |', { 报名材料: ['身份证', '承诺书'] });

    expect(blocks.slice(1)).toEqual([
      { kind: 'clause', text: '1.身份证' },
      { kind: 'clause', text: '2.承诺书' },
      { kind: 'table', rows: [['材料', '身份证；承诺书']] },
    ]);
  });
});

describe('the shipped templates', () => {
  it('have no fault', () => {
    expect(templateFaults(DEFAULT_TEMPLATES)).toEqual([]);
  });

  it('are refused by line when a placeholder is misspelt, and by name when a series is no word', () => {
    const texts = { ...DEFAULT_TEMPLATES.texts, notice: '# 公告\n{{标的}}' };
    const series = { ...DEFAULT_TEMPLATES.series, confirmation: 'A1' };

    const faults = templateFaults({ texts, series });

    expect(faults.map(({ pointer }) => pointer)).toEqual(['/texts/notice', '/series/confirmation']);
    expect(faults[0]?.detail).toContain('公告第 2 行');
  });

  it('cannot name the hidden reserve, for there is no placeholder for it', () => {
    expect(FIELD_NAMES.filter((name) => /保留|底价|最低/.test(name))).toEqual([]);
    expect(TEMPLATE_KINDS.filter((kind) => /保留价/.test(DEFAULT_TEMPLATES.texts[kind]))).toEqual([]);
  });
});
