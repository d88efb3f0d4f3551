import { dayNumberOf } from '#shared/domain/calendar/beijing-day.ts';
import { addMs, beijingDate, formatBeijingText, type Instant } from '#shared/domain/time.ts';
import { addWorkingDays, atMinute } from './days.ts';
import { type DemoDocument, textDocument } from './document.ts';
import type { OfficialLot } from './lots.ts';
import { areaText, yuanText } from './words.ts';

const HOUSE = '湖州示例拍卖行有限公司';
const HALL = '湖州市吴兴区示例路18号三楼';
const NUMERALS = '一二三四五六七八九';
const UNITS = { m2: '平方米', mu: '亩' } as const;
const MINUTE_MS = 60_000;

/** 2023年4月24日9:30 */
function momentText(at: Instant): string {
  return formatBeijingText(at).replace(' ', '');
}

function rightText({ asset: { kind }, offer: { termMonths = 0 } }: OfficialLot): string {
  if (kind.tradeKind === 'transfer') return '整体转让';
  const right = kind.tradeKind === 'lease' ? '租赁使用权' : '承包经营权';
  return termMonths % 12 === 0 ? `${termMonths / 12}年${right}` : `${right}期限以附件为准`;
}

/** One section: what is offered, how large it is, for how long, and from which price. */
function sectionText(lot: OfficialLot): string {
  const { offer, asset, prices, section } = lot;
  const { area } = asset.kind;
  const price = offer.basis === 'total' ? '起拍总价' : '年租金起拍价';
  const clauses = [
    offer.title,
    ...(offer.area === undefined || area === undefined ? [] : [`面积${areaText(offer.area)}${UNITS[area.unit]}`]),
    rightText(lot),
    `${price}${yuanText(prices.start)}元`,
    `竞买保证金${yuanText(lot.deposit)}元`,
  ];
  return `${section}、标段${NUMERALS[section - 1]}：${clauses.join('，')}。`;
}

function heldText(lot: OfficialLot): string {
  const { startsAt, plannedEnd, isOnline } = lot;
  if (!isOnline) return `定于${momentText(startsAt)}在${HOUSE}（${HALL}）公开举行拍卖会`;
  return `定于${momentText(startsAt)}至${momentText(plannedEnd)}（延时除外）通过浙北拍卖网络平台举行网络拍卖会`;
}

function noticeText(first: OfficialLot, lots: readonly OfficialLot[]): string {
  const { asset, round, milestones, startsAt } = first;
  const place = asset.seller.township.name;
  const again = round.number === 2 ? '第二次' : '';
  const closes = atMinute(addWorkingDays(dayNumberOf(startsAt), -1), 960);
  const register = `报名时间：自${momentText(addMs(milestones.liveAt, MINUTE_MS))}起至${momentText(closes)}止。`;
  return [
    `吴兴区${place}${asset.seller.place}资产演示${again}拍卖公告`,
    `来源：合成演示数据 时间：${beijingDate(milestones.liveAt)}`,
    `受${asset.seller.name}的委托，我公司${heldText(first)}，现公告如下：`,
    '一、拍卖标的：',
    ...lots.map(sectionText),
    '二、报名时间及方式',
    `1.${register}`,
    ...(asset.owner === 'state' ? ['2.本次拍卖标的为国有资产，以现状转让或出租。'] : ['2.标的以现状交付。']),
    '',
  ].join('\n');
}

/** The auction house's notices, one a sale with all its sections; of some sales none ever reached us. */
export function noticesOf(lots: readonly OfficialLot[]): readonly DemoDocument[] {
  const sales = Map.groupBy(
    lots.filter(({ asset }) => asset.isNoticed),
    ({ id }) => id.split('/')[0] ?? '',
  );
  return [...sales].flatMap(([number, sections]) => {
    const [first] = sections;
    if (first === undefined) return [];
    const at = addMs(first.milestones.liveAt, 45 * MINUTE_MS);
    return [textDocument('house', 'notice', at, `拍卖公告 ${number}`, noticeText(first, sections), number)];
  });
}
