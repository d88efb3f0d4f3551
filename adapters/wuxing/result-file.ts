import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { Round } from '#shared/domain/trade.ts';
import { ASSET_CLASS, SALE_MODE, TRADE_CATEGORY, TRADE_KIND, VENUE, type Words } from '../kit/open-platform/words.ts';
import type { ResultFileMapping } from '../kit/result-file-mapping.ts';

const STATUS: Readonly<Record<string, LotStatus>> = {
  公告中: 'announced',
  报名中: 'announced',
  竞价中: 'bidding',
  已结束: 'ended',
  成交: 'sold',
  已成交: 'sold',
  流拍: 'passed-in',
  流标: 'passed-in',
  撤回: 'withdrawn',
  终止: 'withdrawn',
  中止: 'suspended',
  暂缓: 'suspended',
  悔拍: 'defaulted',
};

const ROUND: Readonly<Record<string, Round>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  一拍: 1,
  二拍: 2,
  三拍: 3,
  第一次: 1,
  第二次: 2,
  第三次: 3,
  再次: 'again',
  变卖: 'sell-off',
};

/** Result file (成交结果表) as we propose it to the platform; headings and words are ours until a real file is shown. */
export const RESULT_FILE: ResultFileMapping = {
  version: 1,
  columns: [
    { theirs: ['标的编号'], ours: 'externalId' },
    { theirs: ['委托编号'], ours: 'reference' },
    { theirs: ['标的名称', '项目名称'], ours: 'title' },
    { theirs: ['轮次', '拍次'], ours: 'round' },
    { theirs: ['结果', '状态'], ours: 'status' },
    { theirs: ['交易类别'], ours: 'tradeCategory' },
    { theirs: ['资产类别'], ours: 'assetClass' },
    { theirs: ['流转方式'], ours: 'tradeKind' },
    { theirs: ['交易方式'], ours: 'saleMode' },
    { theirs: ['交易场所'], ours: 'venue' },
    { theirs: ['转让方', '出租方', '委托方'], ours: 'seller' },
    { theirs: ['拍卖行', '承办机构'], ours: 'serviceAgency' },
    { theirs: ['所在地', '标的所在地'], ours: 'location' },
    { theirs: ['面积(亩)'], ours: 'area', unit: 'mu' },
    { theirs: ['面积'], ours: 'area' },
    { theirs: ['计价方式', '价格单位'], ours: 'priceBasis' },
    { theirs: ['租期(月)', '期限(月)'], ours: 'termMonths' },
    { theirs: ['起拍价(元)'], ours: 'startPrice', unit: 'yuan' },
    { theirs: ['起拍价(万元)'], ours: 'startPrice', unit: 'wan' },
    { theirs: ['评估价(元)'], ours: 'appraisal', unit: 'yuan' },
    { theirs: ['保证金(元)'], ours: 'deposit', unit: 'yuan' },
    { theirs: ['加价幅度(元)'], ours: 'increment', unit: 'yuan' },
    { theirs: ['成交价(元)'], ours: 'hammerPrice', unit: 'yuan' },
    { theirs: ['成交价(万元)'], ours: 'hammerPrice', unit: 'wan' },
    { theirs: ['报名人数'], ours: 'registrationCount' },
    { theirs: ['出价次数', '竞价次数'], ours: 'bidCount' },
    { theirs: ['竞价开始时间'], ours: 'startsAt' },
    { theirs: ['竞价结束时间'], ours: 'endsAt' },
    { theirs: ['材料齐备'], ours: 'materialsCompleteAt' },
    { theirs: ['公告上线'], ours: 'liveAt' },
    { theirs: ['结果产生'], ours: 'resultKnownAt' },
    { theirs: ['成交确认'], ours: 'confirmedAt' },
    { theirs: ['公示开始'], ours: 'publicityStartsAt' },
    { theirs: ['公示结束'], ours: 'publicityEndsAt' },
    { theirs: ['合同签订'], ours: 'contractSignedAt' },
    { theirs: ['价款付清'], ours: 'paidAt' },
    { theirs: ['标的交付'], ours: 'handedOverAt' },
    { theirs: ['保证金退清'], ours: 'depositsRefundedAt' },
  ],
  required: ['externalId', 'status'],
  words: {
    status: STATUS,
    round: ROUND,
    saleMode: byChinese(SALE_MODE),
    tradeCategory: byChinese(TRADE_CATEGORY),
    assetClass: byChinese(ASSET_CLASS),
    tradeKind: byChinese(TRADE_KIND),
    venue: byChinese(VENUE),
  },
};

function byChinese<T extends string>(words: Words<T>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.values(words).map(({ ours, zh }) => [zh, ours]));
}
