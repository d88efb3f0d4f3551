import type { Asset } from '../asset/asset.ts';
import type { Owner } from '../asset/owner.ts';
import type { PlatformKind } from '../settings/platform-profile.ts';
import type { TradeKind } from '../trade.ts';
import type { Missing } from './missing.ts';
import { missingResolution } from './required-resolution.ts';
import type { ListingTerms } from './terms.ts';

/** What decides on what is required. */
export interface RequiredFor {
  readonly terms: ListingTerms;
  /** The assets of `terms.items`. */
  readonly assets: readonly Asset[];
  readonly owner: Owner;
  readonly platform: PlatformKind | null;
}

type Wanted = readonly [isThere: boolean, pointer: string, detail: string];

const LETTINGS: readonly (TradeKind | null)[] = ['lease', 'contract_out'];
/** Trades of a collective that need a valuation (浙江省农村集体资产管理条例第三十六条). */
const VALUED: readonly (TradeKind | null)[] = ['transfer', 'contribute_as_shares', 'joint_operation'];

function isSaid(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}

function isAbove(amount: number | null): boolean {
  return amount !== null && amount > 0;
}

function what({ terms }: RequiredFor): readonly Wanted[] {
  return [
    [isSaid(terms.title), '/title', '请填写项目名称'],
    [terms.items.length > 0, '/items', '请选择要交易的资产'],
    [terms.tradeKind !== null, '/tradeKind', '请选择交易方式'],
    [isSaid(terms.contact.name), '/contact/name', '请填写联系人'],
    [isSaid(terms.contact.phone), '/contact/phone', '请填写联系电话'],
    [terms.feesBorneBy !== null, '/feesBorneBy', '请写明交易服务费由谁承担'],
    [terms.taxesBorneBy !== null, '/taxesBorneBy', '请写明税费由谁承担'],
    [
      terms.eligibility.who !== 'restricted' || isSaid(terms.eligibility.condition),
      '/eligibility/condition',
      '请写明竞买人应符合的条件',
    ],
  ];
}

function price({ terms, assets }: RequiredFor): readonly Wanted[] {
  const perMu = terms.priceBasis === 'per_mu_year';
  return [
    [terms.priceBasis !== null, '/priceBasis', '请选择计价方式'],
    [isAbove(terms.startPriceFen), '/startPriceFen', '请填写起拍价,应大于0'],
    [isAbove(terms.incrementFen), '/incrementFen', '请填写加价幅度,应大于0'],
    [!perMu || assets.every(({ area }) => area !== null), '/items', '按亩计价的,请先在资产台账中补填面积'],
  ];
}

function lease({ terms }: RequiredFor): readonly Wanted[] {
  if (!LETTINGS.includes(terms.tradeKind)) return [];
  return [
    [terms.lease.startsOn !== null, '/lease/startsOn', '请填写租期(承包期)开始日'],
    [isAbove(terms.lease.months), '/lease/months', '请填写租期(承包期)月数'],
    [terms.lease.payEvery !== null, '/lease/payEvery', '请选择租金(承包款)支付方式'],
    [terms.lease.escalationPpm !== null, '/lease/escalationPpm', '请填写每年递增比例,不递增的填0'],
  ];
}

function deposit({ terms: { deposit } }: RequiredFor): readonly Wanted[] {
  if (deposit.fen === null) return [[false, '/deposit/fen', '请填写保证金,不收取的填0']];
  if (deposit.fen === 0) return [];
  return [
    [isSaid(deposit.accountName), '/deposit/accountName', '请填写保证金收款户名'],
    [isSaid(deposit.accountBank), '/deposit/accountBank', '请填写保证金开户银行'],
    [isSaid(deposit.accountNumber), '/deposit/accountNumber', '请填写保证金账号'],
    [deposit.dueAt !== null, '/deposit/dueAt', '请填写保证金到账截止时间'],
  ];
}

function windows({ terms: { windows: when }, platform }: RequiredFor): readonly Wanted[] {
  const viewing = platform === 'auction-house';
  return [
    [when.noticeOn !== null, '/windows/noticeOn', '请填写公告发布日'],
    [when.registrationEndsAt !== null, '/windows/registrationEndsAt', '请填写报名截止时间'],
    [when.biddingStartsAt !== null, '/windows/biddingStartsAt', '请填写竞价开始时间'],
    [when.biddingEndsAt !== null, '/windows/biddingEndsAt', '请填写竞价结束时间'],
    [!viewing || when.viewingFrom !== null, '/windows/viewingFrom', '由拍卖行拍卖的,请填写看样开始日'],
    [!viewing || when.viewingUntil !== null, '/windows/viewingUntil', '由拍卖行拍卖的,请填写看样结束日'],
  ];
}

function appraisal({ terms, owner, assets }: RequiredFor): readonly Wanted[] {
  const { appraisal: valued, tradeKind } = terms;
  const isCollective = owner.kind === 'collective' && VALUED.includes(tradeKind);
  if (!isCollective && !(owner.kind === 'state' && tradeKind === 'transfer' && assets.length > 0)) return [];
  const own: readonly Wanted[] = [
    [isAbove(valued.fen), '/appraisal/fen', '请填写评估价'],
    [isSaid(valued.agency), '/appraisal/agency', '请填写评估机构'],
    [valued.reportOn !== null, '/appraisal/reportOn', '请填写评估报告日期'],
  ];
  if (!isCollective) return own;
  return [
    ...own,
    [valued.publishedOn !== null, '/appraisal/publishedOn', '请填写评估结果公示开始日'],
    [valued.publicityEndsOn !== null, '/appraisal/publicityEndsOn', '请填写评估结果公示截止日'],
  ];
}

function priority({ terms, assets }: RequiredFor): readonly Wanted[] {
  const holders = assets.flatMap(({ priorityHolders }) => priorityHolders);
  return holders.map(({ id, name }) => [
    terms.priority.some(({ holderId, notifiedOn }) => holderId === id && notifiedOn !== null),
    '/priority',
    `请填写通知优先权人${name}的日期和方式`,
  ]);
}

/** What is missing before a listing may be submitted, by what it is and whose it is; papers are told by `missingPapers`. */
export function missingTerms(given: RequiredFor): readonly Missing[] {
  const wanted = [what, price, lease, deposit, windows, appraisal, priority].flatMap((part) => part(given));
  const missing = wanted.flatMap(([isThere, pointer, detail]) => (isThere ? [] : [{ pointer, detail }]));
  return [...missing, ...(given.owner.kind === 'collective' ? missingResolution(given.terms.resolution) : [])];
}
