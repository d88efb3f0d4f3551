import type { PropsWithChildren } from 'hono/jsx';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { districtText, periodText } from '../../report/scope.ts';
import { Layout } from '../layout.tsx';
import { Time } from '../time.tsx';
import { comparisonAddress, reportAddress, reprintAddress, TABS, type Tab } from './address.ts';
import { figuresOf } from './figure.tsx';
import { PeriodForm } from './period-form.tsx';
import type { PartProps } from './view.ts';

const HASH_SHOWN = 12;

function Tabs({ comparison, tab }: { readonly comparison: Comparison; readonly tab: Tab | null }) {
  return (
    <nav class="links tabs" aria-label="平台比较">
      {TABS.map(({ id, name }) => (
        <a href={comparisonAddress(comparison.request, id)} aria-current={id === tab ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

/** As of when it is, by which definitions and from which facts: together they identify every figure. */
function Stamp({ comparison }: { readonly comparison: Comparison }) {
  const { dataAsOf, definitionsVersion, factsHash, request } = comparison;
  return (
    <p class="stamp">
      {districtText(request)},{periodText(request.period)};数据截至 <Time at={dataAsOf} />
      ;指标定义 <a href={comparisonAddress(request, 'definitions')}>{definitionsVersion}</a>;数据指纹{' '}
      <a href={reprintAddress(comparison)} title="以后照原样重现本页">
        {factsHash.slice(0, HASH_SHOWN)}
      </a>
    </p>
  );
}

/** What is in no figure, and why. */
function LeftOut({ view }: PartProps) {
  const { count } = figuresOf(view);
  const { unclear, undated, reference } = view.comparison;
  if (unclear.length + undated.length + reference.length === 0) return null;
  return (
    <p class="stamp">
      未计入:交易类别或辖区不明 {count('unclear', unclear)} 个,无时间可归期 {count('undated', undated)}{' '}
      个;市场参考(司法等){count('reference', reference)} 个,不参与比较。
    </p>
  );
}

/** The same figures as files to hand on. */
function Exports({ comparison }: { readonly comparison: Comparison }) {
  return (
    <p class="links">
      <span>本期通报:</span>
      <a href={reportAddress(comparison, 'docx')}>导出Word</a>
      <a href={reportAddress(comparison, 'xlsx')}>导出Excel</a>
      <a href={reportAddress(comparison, 'csv')}>导出CSV</a>
    </p>
  );
}

/** Says that the page shows facts as they once stood, and leads to the newest. */
function Reprint({ request }: Pick<Comparison, 'request'>) {
  if (request.factsHash === null) return null;
  const newest = comparisonAddress({ ...request, factsHash: null }, 'overview');
  return (
    <p class="stamp">
      本页按指定的数据指纹重现。<a href={newest}>按最新数据查看</a>
    </p>
  );
}

interface FrameProps extends PartProps {
  readonly title: string;
  /** `null` for a page that is behind a figure. */
  readonly tab: Tab | null;
}

/** The frame of every page of the comparison: period and filters, what the figures rest on, and the other pages. */
export function ComparisonFrame({ view, title, tab, children }: PropsWithChildren<FrameProps>) {
  const { comparison, stylesheet } = view;
  return (
    <Layout title={title} stylesheet={stylesheet}>
      <h1>{title}</h1>
      <Tabs comparison={comparison} tab={tab} />
      {tab === null || tab === 'definitions' ? null : <PeriodForm comparison={comparison} tab={tab} />}
      <Stamp comparison={comparison} />
      <Reprint request={comparison.request} />
      {comparison.request.demo ? (
        <p class="notice">
          <strong class="badge">示例</strong> 本页含示例收费标准,只供演示,不代表任何平台的实际收费。
        </p>
      ) : null}
      {tab === 'definitions' ? null : <LeftOut view={view} />}
      {tab === null || tab === 'definitions' ? null : <Exports comparison={comparison} />}
      {children}
    </Layout>
  );
}
