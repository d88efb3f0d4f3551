import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import type { Tab } from './address.ts';
import { AppendixContent } from './appendix.tsx';
import { DefinitionsContent } from './definitions.tsx';
import { FeesContent } from './fees.tsx';
import { ComparisonFrame } from './frame.tsx';
import { LotsContent } from './lots.tsx';
import { OutcomeContent } from './outcome.tsx';
import { OverviewContent } from './overview.tsx';
import { QualityContent } from './quality.tsx';
import { TimelinessContent } from './timeliness.tsx';
import type { PartProps } from './view.ts';

const PAGES = {
  overview: ['平台比较', OverviewContent],
  fees: ['平台比较:费用', FeesContent],
  timeliness: ['平台比较:时效', TimelinessContent],
  outcome: ['平台比较:成交', OutcomeContent],
  quality: ['平台比较:数据质量', QualityContent],
  appendix: ['平台比较:附录', AppendixContent],
  definitions: ['指标解释', DefinitionsContent],
} as const satisfies Record<Tab, readonly [title: string, content: unknown]>;

/** One page of the comparison. */
export function ComparisonPage({ view, tab }: PartProps & { readonly tab: Tab }) {
  const [title, Content] = PAGES[tab];
  return (
    <ComparisonFrame view={view} title={title} tab={tab}>
      <Content view={view} />
    </ComparisonFrame>
  );
}

interface FigureProps extends PartProps {
  readonly figure: string;
  readonly lots: readonly RoundFacts[];
  readonly page: number;
}

/** The page of the lots behind a figure. */
export function FigureLotsPage(props: FigureProps) {
  return (
    <ComparisonFrame view={props.view} title="数字背后的标的" tab={null}>
      <LotsContent {...props} />
    </ComparisonFrame>
  );
}
