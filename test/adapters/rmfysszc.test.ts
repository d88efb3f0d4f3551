import { describe, expect, it } from 'vitest';
import { rmfysszc } from '#adapters/rmfysszc/index.ts';
import { describeWords } from '#adapters/rmfysszc/words.ts';
import { parseInstant } from '#shared/domain/time.ts';
import { refusalOf } from './documents.ts';
import { aReply } from './reply-fixtures.ts';

interface Row {
  readonly id?: number;
  readonly title?: string;
  readonly appraisal?: string;
}

function comingRow({ id = 182030, title = '测试花园5幢', appraisal = '126万' }: Row, start: string, word = '即将开始') {
  return `<div id=${id} class='product' ><div class='p_img'><a href='Handle/${id}.shtml' title='${title}'></a></div>
    <div class='prod-guj'><p>起拍价<span>80.64万</span></p><p>评估值<span>${appraisal}</span></p>
    <p>开始时间<span class='time-fd'>${start}</span><s>${word}</s></p></div>
    <div class='prod-alink'><a title='' href='Handle/${id}.shtml'>91次围观</a></div></div>`;
}

function overRow({ id = 181593, title = '测试花园5幢', appraisal = '126万' }: Row, end: string, price = '100.8万') {
  return `<div id=${id} class='product' ><div class='p_img'><a href='Handle/${id}.shtml' title='${title}'></a></div>
    <p class='prod-price'><strong>${price}</strong></p><div class='prod-guj'><p>评估值<span>${appraisal}</span></p>
    <p>流标时间<span class='time-fd'>${end}</span></p></div><div class='prod-alink'><a href=''>已流标</a></div></div>`;
}

function map(rows: readonly string[], observed = '2026-06-01T12:00:00+08:00') {
  const observedAt = parseInstant(observed) ?? expect.unreachable();
  return rmfysszc.map({ ...aReply('list', { html: rows.join('') }), observedAt });
}

describe('rmfysszc start of a coming lot', () => {
  const startOf = (rows: readonly string[], observed?: string) => map(rows, observed).lots[0]?.facts.startsAt;

  it('takes its year from a row over nearby, however late the page is brought in', () => {
    const rows = [comingRow({}, '1月5日10:00'), overRow({}, '2022年 12月8日10:00')];

    expect(startOf(rows, '2026-11-23T12:00:00+08:00')).toBe('2023-01-05T02:00:00.000Z');
  });

  it('takes its year from when the page was observed where no row over is near', () => {
    const rows = [comingRow({}, '6月24日10:00'), overRow({ id: 140000 }, '2023年12月8日10:00')];

    expect(startOf(rows)).toBe('2026-06-24T02:00:00.000Z');
    expect(startOf([comingRow({}, '6月24日10:00')])).toBe('2026-06-24T02:00:00.000Z');
  });

  it('takes a written year as it stands', () => {
    expect(startOf([comingRow({}, '2027年1月5日10:00')])).toBe('2027-01-05T02:00:00.000Z');
  });

  it.each([
    ['before the page was observed', [comingRow({}, '5月24日10:00')]],
    ['before a lot nearby was over', [comingRow({}, '5月1日10:00'), overRow({}, '2026年5月18日10:00')]],
    ['on a day the years around do not have', [comingRow({}, '2月29日10:00')]],
  ])('is unknown when it would be %s', (_, rows) => {
    const { lots, quarantined } = map(rows);

    expect(lots[0]).toMatchObject({ status: 'announced', facts: { startPrice: 80_640_000 } });
    expect(lots[0]?.facts).not.toHaveProperty('startsAt');
    expect(quarantined).toEqual([]);
  });

  it('quarantines the row when it is no time at all', () => {
    expect(map([comingRow({}, '待定')]).quarantined).toEqual([
      { path: 'div.product:nth-of-type(1) .time-fd', reason: 'not a time: "待定"' },
    ]);
  });
});

describe('rmfysszc property key', () => {
  const keysOf = (rows: readonly string[]) => map(rows).lots.map(({ facts }) => facts.propertyKey);

  it('is equal for rounds whose titles differ in signs and width only', () => {
    const keys = keysOf([
      comingRow({ title: '（测试花园5幢1-2室）' }, '6月24日10:00'),
      overRow({ title: '测试花园５幢 1-2室' }, '2026年5月18日10:00'),
    ]);

    expect(keys[0]).toBeDefined();
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ['numbers', { title: '测试花园5幢11-2室' }, { title: '测试花园5幢1-12室' }],
    ['appraisals', { appraisal: '126万' }, { appraisal: '126.0001万' }],
  ])('differs between other %s', (_, one, other) => {
    const keys = keysOf([comingRow(one, '6月24日10:00'), overRow(other, '2026年5月18日10:00')]);

    expect(new Set(keys).size).toBe(2);
  });

  it.each([
    ['two lots are open at once', [comingRow({}, '6月24日10:00'), comingRow({ id: 182031 }, '6月25日10:00')]],
    ['two are over on one day', [overRow({}, '2026年5月18日10:00'), overRow({ id: 181594 }, '2026年5月18日15:00')]],
    ['the title names a kind of thing and the appraisal is round', [overRow({ title: '车位' }, '2026年5月18日10:00')]],
    ['there is no appraisal', [overRow({ appraisal: '无' }, '2026年5月18日10:00')]],
  ])('is left out when %s', (_, rows) => {
    expect(keysOf(rows).filter((key) => key !== undefined)).toEqual([]);
  });

  it('is given to a kind of thing with an appraisal to the yuan', () => {
    expect(keysOf([overRow({ title: '房地产', appraisal: '108.2951万' }, '2026年5月18日10:00')])).toEqual([
      '房地产|108295100',
    ]);
  });
});

describe('rmfysszc row', () => {
  it('of a running lot is known by the time it has left', () => {
    const row = comingRow({}, '5月31日10:00').replace('<s>即将开始</s>', '<i>预计剩余 3时5分</i>');

    expect(map([row]).lots[0]?.status).toBe('bidding');
  });

  it.each([
    ['an unknown word', comingRow({}, '6月24日10:00', '已暂缓'), ' .prod-alink', 'unknown status word "已暂缓"'],
    ['no word', comingRow({}, '6月24日10:00', ''), ' .prod-alink', 'no status word'],
    [
      'another lot’s address',
      comingRow({}, '6月24日10:00').replace('Handle/1', 'Handle/2'),
      ' .p_img > a',
      'not the address of the same lot',
    ],
    ['no title', comingRow({ title: ' ' }, '6月24日10:00'), ' .p_img > a', 'no title'],
    ['an id that is no number', overRow({}, '2026年5月18日10:00').replaceAll('181593', 'x'), '', 'not a lot number'],
    [
      'a bare figure',
      overRow({}, '2026年5月18日10:00', '100.8'),
      ' .prod-price',
      'not an amount with its unit: "100.8"',
    ],
    ['an end that is no time', overRow({}, '2026年2月30日10:00'), ' .time-fd', 'not a time: "2026年2月30日10:00"'],
    ['an end without its year', overRow({}, '5月18日10:00'), ' .time-fd', 'not a time: "5月18日10:00"'],
  ])('with %s is quarantined alone', (_, bad, field, reason) => {
    const { lots, quarantined } = map([overRow({ id: 181000 }, '2026年5月1日10:00'), bad]);

    expect(lots.map(({ externalId }) => externalId)).toEqual(['181000']);
    expect(quarantined).toEqual([{ path: `div.product:nth-of-type(2)${field}`, reason }]);
  });

  it('shown twice alike counts once, shown twice differently not at all', () => {
    const row = overRow({}, '2026年5月18日10:00');

    expect(map([row, row])).toMatchObject({ lots: [{ externalId: '181593' }], quarantined: [] });
    expect(map([row, overRow({}, '2026年5月18日10:00', '99万')])).toMatchObject({
      lots: [],
      quarantined: [{ path: 'div.product:nth-of-type(2)' }],
    });
  });

  it('names the labels nobody reads', () => {
    const row = overRow({}, '2026年5月18日10:00').replace('<p>评', '<p>竞价周期<span>1天</span></p><p>评');

    expect(map([row]).unread).toEqual(['/html/*/竞价周期']);
  });
});

describe('rmfysszc document', () => {
  it('of an unknown kind is refused', () => {
    expect(refusalOf(() => rmfysszc.map(aReply('detail', {})))).toEqual({
      code: 'DOCUMENT.KIND_UNKNOWN',
      details: { kind: 'detail' },
    });
  });

  it('has its words on the table', () => {
    expect(describeWords().map(({ theirs, ours }) => `${theirs} ${ours}`)).toEqual([
      '即将开始 announced',
      '预计剩余 bidding',
      '已成交 sold',
      '已流标 passed-in',
      '成交时间 sold',
      '流标时间 passed-in',
    ]);
  });
});
