import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotLines, reportLines } from '#infra/cli/replay/report-lines.ts';
import { checkLines } from '#infra/cli/verify/check.ts';
import { compareWithCatalogue, type FoldedFeed } from '#infra/cli/verify/feed.ts';
import { compareVersions, compareWithDocuments, digestOfAll } from '#infra/cli/verify/lots.ts';
import { compareWaiting } from '#infra/cli/verify/waiting.ts';
import { toLotCard } from '#shared/domain/lot-card.ts';
import { unknownLot } from '#shared/domain/lot-state.ts';
import type { LotReplay } from '#shared/services/replay/replay-report.ts';
import { type LotJson, lotJson } from '#web/lot-json.ts';

function aLot(id: string, version = 1): LotJson {
  return lotJson(toLotCard(unknownLot('p', id), version, 0));
}

function aFeed(lots: readonly LotJson[], faults: readonly string[] = []): FoldedFeed {
  return { lots: new Map(lots.map((lot) => [lot.lotId, lot])), history: lots, faults };
}

function aReplay(id: string, of: Partial<LotReplay> = {}): LotReplay {
  const digest = id.padStart(64, '0');
  return { lotId: `p.${id}`, version: 1, changed: false, unreadable: [], differences: [], digest, ...of };
}

describe('hub verify', () => {
  it('finds the catalogue and the fold of the feed alike', () => {
    expect(compareWithCatalogue(aFeed([aLot('1'), aLot('2')]), [aLot('2'), aLot('1')])).toEqual([]);
  });

  it.each([
    ['a lot left out', [aLot('1')], [], '标的 p.1: 变更里有,目录里没有'],
    ['a lot nobody announced', [], [aLot('1')], '标的 p.1: 目录里有,变更里没有'],
    ['another state of a lot', [aLot('1')], [{ ...aLot('1'), title: '厂房' }], '标的 p.1: 目录与变更不一致'],
  ])('finds %s', (_, feed, catalogue, difference) => {
    expect(compareWithCatalogue(aFeed(feed), catalogue)).toEqual([difference]);
  });

  it('finds a feed that is not as promised', () => {
    expect(compareWithCatalogue(aFeed([], ['变更 3 之后是 5']), [])).toEqual(['变更 3 之后是 5']);
  });

  it('finds a record the feed does not tell of, and one it tells an older version of', () => {
    const feed = aFeed([aLot('1', 1), aLot('2', 4)]).lots;

    const differences = compareVersions(
      [aReplay('1', { version: 2 }), aReplay('2', { version: 4 }), aReplay('3')],
      feed,
    );

    expect(differences).toEqual(['标的 p.1: 记录版本 2,变更里最新是 1', '标的 p.3: 记录版本 1,变更里最新是 0']);
  });

  it('finds documents that wait although they can be read by now', () => {
    const waits = {
      documentId: 'p.list.1',
      before: 'refused',
      after: 'refused',
      complaintsBefore: 0,
      complaintsAfter: 0,
    } as const;
    const mended = { ...waits, documentId: 'p.list.2', after: 'applied' } as const;
    const partly = {
      ...waits,
      documentId: 'p.list.3',
      before: 'applied',
      after: 'applied',
      complaintsBefore: 2,
    } as const;

    const differences = compareWaiting([waits, mended, partly]);

    expect(differences.map((line) => line.split(':')[0])).toEqual(['文件 p.list.2', '文件 p.list.3']);
  });

  it('finds records that are not the fold of their documents', () => {
    const changed = aReplay('1', { changed: true, differences: [{ fact: 'title', before: '甲', after: '乙' }] });

    const differences = compareWithDocuments([changed, aReplay('2'), aReplay('3', { changed: true })]);

    expect(differences).toEqual(['标的 p.1 名称: 甲 → 乙', '标的 p.3: 与其文件不一致']);
  });

  it('gives one digest whatever the order of the lots, and another for any other lot', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{1,8}$/), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.nat(), (all, at) => {
        const lots = all.map((id) => aReplay(id));
        const other = lots.map((lot, index) => (index === at % lots.length ? { ...lot, digest: 'f'.repeat(64) } : lot));

        expect(digestOfAll(lots.toReversed())).toBe(digestOfAll(lots));
        expect(digestOfAll(other)).not.toBe(digestOfAll(lots));
      }),
    );
  });

  it('says each result in a line and cuts long lists', () => {
    const many = Array.from({ length: 60 }, (_, index) => `标的 ${index}`);

    expect(checkLines({ of: 'feed', name: '目录', count: 3, differences: [] })).toEqual(['目录: 一致(3)']);
    expect(checkLines({ of: 'feed', name: '目录', count: 3, differences: many })).toHaveLength(52);
  });
});

describe('the lines of a replay', () => {
  it.each([
    ['startPrice', 120_000_00, null, '起拍价: 120,000.00 元 → –'],
    ['endsAt', '2018-05-06T10:01:00.000Z', null, '结束时间: 2018年5月6日 18:01 → –'],
    ['status', 'sold', 'passed-in', '状态: 成交 → 流拍'],
    ['outcomes', [], ['sold', 'defaulted'], '已公布的结果: – → 成交、悔拍'],
    ['bidCount', 3, 0, '出价: 3 → 0'],
    [
      'bids',
      { count: 20, onlyHere: 0 },
      { count: 23, onlyHere: 3 },
      '出价记录: 20 条,其中 0 条与另一边不同 → 23 条,其中 3 条与另一边不同',
    ],
  ])('say what differs of %s in words', (fact, before, after, text) => {
    expect(lotLines(aReplay('1', { differences: [{ fact, before, after }] }))).toEqual([`标的 p.1 ${text}`]);
  });

  it('name documents whose fate changes, lots nothing is read of, and leave out the rest', () => {
    const same = {
      documentId: 'a',
      before: 'applied',
      after: 'applied',
      complaintsBefore: 0,
      complaintsAfter: 0,
    } as const;
    const broken = { ...same, documentId: 'b', after: 'refused', code: 'DOCUMENT.DRIFT' } as const;

    const lines = reportLines({ documents: [same, broken], lots: [aReplay('1', { unsupported: true }), aReplay('2')] });

    expect(lines).toEqual([
      '文件 b: 已采用,待核 0 → 未采用,待核 0 — 页面结构与已知格式不符',
      '标的 p.1: 按现在的映射已读不出任何内容,记录保持原样,请人工判断',
    ]);
  });
});
