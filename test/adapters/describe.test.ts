import { describe, expect, it } from 'vitest';
import { tableOf } from '#adapters/kit/word-table.ts';
import { manifests } from '#adapters/manifests.ts';
import { wordTables } from '#adapters/words.ts';
import { describePlatform, markdownOf } from '#infra/cli/platform/describe.ts';
import { refusalOf } from './documents.ts';

/** Platforms whose documents are read. */
const read = manifests.filter(({ documentKinds }) => Object.keys(documentKinds).length > 0);
const manifest = manifests[0] ?? expect.unreachable('no platforms');

describe('the word tables', () => {
  it('are there for every platform that is read', () => {
    expect([...wordTables.keys()].toSorted()).toEqual(read.map(({ id }) => id).toSorted());
  });

  it.each(read.map(({ id }) => id))('of %s name every word once a field, and leave nothing empty', (id) => {
    const words = wordTables.get(id)?.() ?? [];

    const places = words.map(({ field, theirs }) => `${field} ${theirs}`);
    expect(words.length).toBeGreaterThan(0);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    expect(words.filter(({ field, theirs, ours }) => [field, theirs, ours].includes(''))).toEqual([]);
  });
});

describe('tableOf', () => {
  it('turns the map an adapter reads by into rows, with notes where there are any', () => {
    const words = new Map<string, string | number>([
      ['一拍', 1],
      ['变卖', 'sell-off'],
    ]);

    expect(tableOf('轮次', words, { 变卖: '未见原页' })).toEqual([
      { field: '轮次', theirs: '一拍', ours: '1' },
      { field: '轮次', theirs: '变卖', ours: 'sell-off', note: '未见原页' },
    ]);
  });

  it('takes a word like __proto__ for a word', () => {
    expect(tableOf('词', [['__proto__', 'sold']])).toEqual([{ field: '词', theirs: '__proto__', ours: 'sold' }]);
  });
});

describe('platform:describe', () => {
  it('prints a Markdown table with our words in Chinese, safe in a table cell', () => {
    const words = [
      { field: '状态', theirs: 'a|b\n<c>', ours: 'sold' },
      { field: '轮次', theirs: '一拍', ours: '1', note: '见于列表' },
    ];

    const lines = markdownOf({ ...manifest, name: '某平台' }, words);

    expect(lines[0]).toBe('# 某平台 词汇对照');
    expect(lines.slice(-4)).toEqual([
      '| 项目 | 平台用词 | 本系统 | 说明 |',
      '|---|---|---|---|',
      '| 状态 | a\\|b &lt;c> | sold 成交 |  |',
      '| 轮次 | 一拍 | 1 | 见于列表 |',
    ]);
  });

  it('describes every registered platform', () => {
    for (const { id, name } of read) expect(describePlatform(id)[0]).toContain(name);
  });

  it('does not know a platform nobody registered', () => {
    expect(refusalOf(() => describePlatform('nobody'))?.code).toBe('PLATFORM.UNKNOWN');
  });
});
