import type { Appendix, Funnel, FunnelPoint } from '#shared/services/comparison/model-appendix.ts';
import { funnelPlot } from '../../charts/funnel-plot.ts';
import { nameOf } from '../../report/figures.ts';
import { UNKNOWN } from '../../words.ts';
import { AppendixPairs } from './appendix-pairs.tsx';
import { Chart } from './chart.tsx';
import { figuresOf } from './figure.tsx';
import { intervalText, percentText } from './figure-text.ts';
import { FigureTable } from './table.tsx';
import type { PartProps } from './view.ts';

type Ranked = Appendix['ranks'][number];

const SIGNAL_TEXT: Readonly<Record<NonNullable<FunnelPoint['signal']>, string>> = {
  within: '界限以内',
  'beyond-inner': '超出95%界限',
  'beyond-outer': '超出99.8%界限',
};

function FunnelChart({ rate, points, lines }: Funnel) {
  if (rate === null || lines.length === 0) return null;
  const units = points.flatMap(({ of, name, completed, rate: own, signal }) =>
    own === null
      ? []
      : [{ of, name, cases: completed.length, rate: own, isNamed: of === 'platform' || signal !== 'within' }],
  );
  const limits = lines.map(({ cases, limits: { inner, outer } }) => ({ cases, inner, outer }));
  return (
    <Chart
      svg={funnelPlot('funnel', { units, limits, district: rate })}
      caption="各平台(圆点)、各镇街(三角)的成交率与标的数;界限按镇街间的差异放宽。落在虚线以内的与全区无显著差别。"
    />
  );
}

function FunnelTable({ view }: PartProps) {
  const { count, value } = figuresOf(view);
  return (
    <FigureTable
      caption="漏斗图数据:成交率与全区比较"
      head={['平台或镇街', '完成竞价', '成交', '成交率', '99.8%界限', '判断']}
      words={['判断']}
      rows={view.comparison.appendix.funnel.points.map(({ of, key, name, sold, completed, rate, limits, signal }) => {
        const path = `funnel/${of}/${key}`;
        return [
          name,
          count(path, completed),
          count(`${path}/part`, sold),
          value(path, completed, percentText(rate)),
          value(path, completed, limits === null ? UNKNOWN : intervalText(limits.outer)),
          signal === null ? UNKNOWN : SIGNAL_TEXT[signal],
        ];
      })}
    />
  );
}

function rankText(set: Ranked['set']): string {
  if (set === null) return UNKNOWN;
  return set.best === set.worst ? String(set.best) : `${set.best}–${set.worst}`;
}

function Ranks({ view }: PartProps) {
  const { comparison } = view;
  const { value } = figuresOf(view);
  const { ranks, funnel } = comparison.appendix;
  return (
    <FigureTable
      caption="成交率名次区间(95%同时置信;少于10个标的不排)"
      head={['平台', '可能的名次']}
      rows={ranks.map(({ platform, set }) => {
        const point = funnel.points.find(({ of, key }) => of === 'platform' && key === platform);
        return [
          nameOf(comparison, platform),
          value(`funnel/platform/${platform}`, point?.completed ?? [], rankText(set)),
        ];
      })}
    />
  );
}

/** For those who check: the funnel plot, rank sets, resampling and tests corrected for their number. Exploratory. */
export function AppendixContent({ view }: PartProps) {
  const { seed, draws, funnel } = view.comparison.appendix;
  return (
    <>
      <p class="soft">
        本页供核对,属探索性分析,不作结论。重抽样 {draws} 次,随机种子 {seed},以村(出让方)为单位。
      </p>
      <h2>漏斗图</h2>
      <FunnelChart {...funnel} />
      <FunnelTable view={view} />
      <h2>名次区间</h2>
      <Ranks view={view} />
      <AppendixPairs view={view} />
    </>
  );
}
