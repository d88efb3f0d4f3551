import { type ClockUnit, OWNER_TEXT } from '#shared/domain/timeliness/clock.ts';
import { CLOCKS } from '#shared/domain/timeliness/clocks.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import type { ClockFigure, ClockTimes } from '#shared/services/comparison/model-clocks.ts';
import { intervalText } from '../../pages/comparison/figure-text.ts';
import { UNKNOWN } from '../../words.ts';
import { type Cell, count, percent, span, words } from '../cells.ts';
import { columnsOf, nameOf, type TableDraft } from '../figures.ts';
import { dayText } from '../scope.ts';

const UNIT_TEXT: Readonly<Record<ClockUnit, string>> = { 'working-days': '工作日', hours: '小时' };

/** As many overdue cases as a report can hold; the pages show all. */
const MOST_OVERDUE = 100;

function clockName(id: string): string {
  return CLOCKS.find((clock) => clock.id === id)?.name ?? id;
}

type PolledWindow = Extract<ClockTimes, { kind: 'polled' }>['median'];

function windowText({ after, by }: PolledWindow): string {
  if (by === null) return `>${after}`;
  return by === after + 1 ? String(by) : `${after + 1}–${by}`;
}

function timeCells({ times, closed, open }: ClockFigure, path: string): readonly Cell[] {
  if (times.kind === 'too-few') {
    const text = closed.length + open.length === 0 ? UNKNOWN : '例数不足';
    return ['median', 'p75', 'p90'].map(() => ({ ...words(text), path }));
  }
  const { median, p75, p90 } = times;
  if (times.kind === 'polled') {
    return [times.median, times.p75, times.p90].map((time) => ({ ...words(windowText(time)), path }));
  }
  return [median, p75, p90].map((time) =>
    typeof time === 'number' ? span(time, path) : { ...words(`>${times.lastTime}`), path },
  );
}

const CLOCK_HEADINGS = ['时钟', '平台', '单位', '已完成', '未完成', '撤回等', '不明', '中位数', 'p75', 'p90'];

function clockRow(column: { readonly id: string; readonly name: string }, figure: ClockFigure): readonly Cell[] {
  const path = `${column.id}/clock/${figure.clock}`;
  return [
    words(clockName(figure.clock)),
    words(column.name),
    words(UNIT_TEXT[figure.unit]),
    count(figure.closed.length, `${path}/closed`),
    count(figure.open.length, `${path}/open`),
    count(figure.withdrawn.length, `${path}/withdrawn`),
    count(figure.unknown.length, `${path}/unknown`),
    ...timeCells(figure, path),
  ];
}

const CLOCK_NOTE = '未完成的按已经过的时间计入(删失);轮询得知的写作所在区间;不足10例的只列件数。';

function platformClocks(comparison: Comparison): TableDraft {
  const columns = columnsOf(comparison);
  return {
    name: '平台自身的时效',
    headings: CLOCK_HEADINGS,
    rows: CLOCKS.filter(({ owner }) => owner === 'platform').flatMap(({ id }) =>
      columns.flatMap((column) =>
        column.clocks.filter(({ clock }) => clock === id).map((figure) => clockRow(column, figure)),
      ),
    ),
    notes: [CLOCK_NOTE],
  };
}

function otherClocks({ all }: Comparison): TableDraft {
  return {
    name: '资产管理部门、委托方和竞得人的时效(全区)',
    headings: ['责任方', ...CLOCK_HEADINGS],
    rows: all.clocks
      .filter(({ owner }) => owner !== 'platform')
      .map((figure) => [words(OWNER_TEXT[figure.owner]), ...clockRow(all, figure)]),
    notes: [CLOCK_NOTE],
  };
}

function limitsTable(comparison: Comparison): TableDraft {
  const rows = columnsOf(comparison).flatMap((column) =>
    column.clocks.flatMap(({ clock, owner, limits }) =>
      limits.map(({ limit, lots, broken, possible, overdue, share, interval }) => {
        const path = `${column.id}/clock/${clock}/limit/${limit.rule}`;
        return [
          words(column.name),
          words(clockName(clock)),
          words(OWNER_TEXT[owner]),
          words(limit.clause),
          count(lots.length, path),
          count(broken.length, `${path}/broken`),
          count(possible.length, `${path}/possible`),
          count(overdue.length, `${path}/overdue`),
          percent(share, path),
          words(interval === null ? UNKNOWN : intervalText(interval)),
        ];
      }),
    ),
  );
  return {
    name: '时限遵守情况',
    headings: [
      '平台',
      '时钟',
      '责任方',
      '时限',
      '适用(个)',
      '未守(个)',
      '可能未守(个)',
      '其中仍超期(个)',
      '按时比例',
      '95%区间',
    ],
    rows,
    notes: [],
  };
}

function overdueTable(comparison: Comparison): TableDraft {
  const overdue = comparison.overdue.filter(({ kind }) => kind === 'overdue');
  const shown = overdue.slice(0, MOST_OVERDUE);
  const more = overdue.length - shown.length;
  return {
    name: '超期未完成清单',
    headings: ['标的', '平台', '时钟', '责任方', '已超', '单位', '应完成日', '依据'],
    rows: shown.map(({ lotId, platform, clock, owner, over, unit, dueOn, limit }) => [
      words(lotId),
      words(nameOf(comparison, platform)),
      words(clockName(clock)),
      words(OWNER_TEXT[owner]),
      span(over, null),
      words(UNIT_TEXT[unit]),
      words(dueOn === null ? UNKNOWN : dayText(dueOn)),
      words(limit.clause),
    ]),
    notes: more === 0 ? [] : [`共 ${overdue.length} 项,另有 ${more} 项未列,见时效页。`],
  };
}

function pairsTable(comparison: Comparison): TableDraft {
  return {
    name: '时效的平台比较',
    headings: ['时钟', '甲', '乙', '能比较(个)', '未能比较(个)', '结论'],
    rows: comparison.headlines.timeliness.pairs.map(({ clock, a, b, overlap, sentence }) => [
      words(clockName(clock)),
      words(nameOf(comparison, a)),
      words(nameOf(comparison, b)),
      count(overlap.compared.length, `pair/timeliness/${clock}/${a}/${b}/compared`),
      count(overlap.leftOut.length, `pair/timeliness/${clock}/${a}/${b}/left-out`),
      words(sentence),
    ]),
    notes: ['只比较平台自身的时钟;为关联,非因果。'],
  };
}

/** Who is slow, and whose time it is (时效). */
export function timelinessSection(comparison: Comparison) {
  return {
    name: '时效',
    passages: [],
    tables: [
      platformClocks(comparison),
      limitsTable(comparison),
      otherClocks(comparison),
      pairsTable(comparison),
      overdueTable(comparison),
    ],
    charts: [],
  };
}
