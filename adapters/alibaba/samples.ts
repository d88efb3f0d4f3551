import type { SampleDocument } from '../kit/sample.ts';

const OWN = { from: 'own', platform: 'alibaba', observedAt: '2026-05-26T18:00:00+08:00' } as const;
const REAL = { from: 'real', platform: 'alibaba' } as const;

/** Documents a fresh system starts with. The real ones carry their own clock; the time said is when they were captured. */
export const samples: readonly SampleDocument[] = [
  { ...OWN, kind: 'list', file: 'adapters/alibaba/fixtures/list-gbk-meta-utf8.html' },
  { ...OWN, kind: 'item', file: 'adapters/alibaba/fixtures/item-announced.html' },
  { ...OWN, kind: 'item', file: 'adapters/alibaba/fixtures/item-bidding.html' },
  { ...OWN, kind: 'item', file: 'adapters/alibaba/fixtures/item-sold.html' },
  { ...OWN, kind: 'item', file: 'adapters/alibaba/fixtures/item-passed-in.html' },
  { ...OWN, kind: 'item', file: 'adapters/alibaba/fixtures/item-sell-off.html' },
  { ...OWN, kind: 'open-platform', file: 'adapters/alibaba/fixtures/open-platform-project-sold.json' },
  {
    ...OWN,
    kind: 'bid-records',
    file: 'adapters/alibaba/fixtures/bid-records-pasted-gbk.csv',
    subject: '1012345679101',
  },
  { ...REAL, kind: 'home', file: 'alibaba/sf-home-2018-05-06.html', observedAt: '2018-05-06T18:01:50+08:00' },
  {
    ...REAL,
    kind: 'item',
    file: 'alibaba/sf_item-557630794279-unsold.excerpt.html',
    observedAt: '2018-03-13T13:06:07+08:00',
  },
];
