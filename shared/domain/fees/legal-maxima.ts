import { component, FREE, marginal, percent, schedule, source } from './declare.ts';
import type { FeeSchedule } from './schedule.ts';

const FULL_TEXT_READ = 'full text read';

/** 法释〔2004〕16号: what an auction house entrusted by a court may take from the buyer. */
const ENTRUSTED_JUDICIAL = schedule({
  id: 'spc-2020-art29-max',
  title: '法院委托拍卖机构佣金上限',
  platform: 'traditional_judicial',
  confidence: 'documented',
  source: source({
    title: '最高人民法院关于人民法院民事执行中拍卖、变卖财产的规定',
    number: '法释〔2004〕16号,2020修正',
    article: '第二十九条(2004年文本为第三十二条)',
    quality: FULL_TEXT_READ,
  }),
  when: { saleKinds: ['judicial_entrusted'] },
  notes: ['An upper limit, not a price. Online judicial auctions (法释〔2016〕18号) have no auction-house commission.'],
  components: [
    component({
      code: 'buyer_commission',
      payer: 'buyer',
      category: 'commission',
      base: 'hammer',
      formula: marginal(
        [2_000_000_00, 50_000],
        [10_000_000_00, 30_000],
        [50_000_000_00, 20_000],
        [100_000_000_00, 10_000],
        [null, 5_000],
      ),
      bound: 'legal_maximum',
    }),
  ],
});

function fivePercentOf(payer: 'buyer' | 'seller') {
  return component({
    code: `${payer}_commission`,
    payer,
    category: 'commission',
    base: 'hammer',
    formula: percent(50_000),
    bound: 'legal_maximum',
  });
}

/** 拍卖法 art. 56: where the rate was not agreed. */
const NOT_AGREED = schedule({
  id: 'auction-law-art56-default',
  title: '拍卖法约定不明时双方佣金上限',
  platform: 'any_auction_house',
  confidence: 'documented',
  source: source({
    title: '中华人民共和国拍卖法',
    number: '2015修正',
    article: '第五十六条',
    quality: FULL_TEXT_READ,
  }),
  when: { commissionAgreed: false },
  notes: [
    'Applies only when the rate was not agreed; an agreed rate may be higher. Rate should fall as price rises (反比原则). Unsold: only agreed fee or reasonable cost from the seller (art. 56 para 3).',
  ],
  components: [fivePercentOf('buyer'), fivePercentOf('seller')],
});

/** 拍卖法 art. 57: things confiscated or handed to the state. */
const PUBLIC_PROPERTY = schedule({
  id: 'auction-law-art57-public',
  title: '公物拍卖佣金上限(仅买受人)',
  platform: 'any_auction_house',
  confidence: 'documented',
  source: source({
    title: '中华人民共和国拍卖法',
    number: '2015修正',
    article: '第五十七条(第九条公物)',
    quality: FULL_TEXT_READ,
  }),
  when: { publicProperty: true },
  notes: [
    '公物 = confiscated/state items of art. 9; a hard 5% cap, so a 10% commission on such a lot is a compliance finding.',
  ],
  components: [
    fivePercentOf('buyer'),
    component({ code: 'seller_commission', payer: 'seller', category: 'commission', base: 'hammer', formula: FREE }),
  ],
});

/** What the law allows at most (法定上限); held against what is charged, never shown as a price. */
export const LEGAL_MAXIMA: readonly FeeSchedule[] = [ENTRUSTED_JUDICIAL, NOT_AGREED, PUBLIC_PROPERTY];
