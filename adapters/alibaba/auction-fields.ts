import type { JsonValue } from '#shared/domain/json.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Offer } from '#shared/domain/placement/offer.ts';
import type { PlacementFault } from '#shared/domain/placement/placement.ts';
import type { PlatformConnection } from '#shared/domain/settings/connection.ts';
import { formatBeijing, type Instant } from '#shared/domain/time.ts';
import { ASSUMED } from './assumed-fields.ts';
import { describeOffer } from './describe-offer.ts';
import { outIdOf } from './out-id.ts';

/** Addresses and keys of the files that were sent before. */
export interface SentFiles {
  readonly pictures: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly key: string }[];
}

type Options = PlatformConnection['options'];

const WHOLE = /^[0-9]{1,15}$/;

/**
 * The object of the publish call (`AddZcAuctionDo`), in the names its page shows. Fields whose meaning the page does not
 * say are left out (comp, auction_biz_type, delivery_mode, postage, the number of buyers, loans and purchase limits).
 */
export function auctionFields(offer: Offer, options: Options, files: SentFiles): Readonly<Record<string, JsonValue>> {
  const price = (fen: Fen | null) => (fen === null ? undefined : priceIn(options['priceUnit'], fen));
  const given: Readonly<Record<string, JsonValue | undefined>> = {
    out_id: Number(outIdOf(offer.reference)),
    proxy_nick: options['proxyNick'],
    sub_account_nick: options['subAccountNick'] || undefined,
    project_id: wholeOf(options['projectId']),
    category_id: wholeOf(options['categoryId']),
    location: wholeOf(options['locationCode']),
    title: offer.title,
    description: describeOffer(offer).join(';'),
    item_notice: offer.remarks ?? undefined,
    start: topTime(offer.biddingStartsAt),
    end: offer.biddingEndsAt === null ? undefined : topTime(offer.biddingEndsAt),
    start_price: price(offer.startPriceFen),
    reserve_price: price(offer.reserveFen),
    consult_price: price(offer.appraisalFen),
    freeze_amount: price(offer.depositFen),
    increase_range: price(offer.incrementFen),
    link_man: offer.contact.name ?? undefined,
    mobile_phone: offer.contact.phone ?? undefined,
    pic_url_list: files.pictures.join(ASSUMED.separator) || undefined,
    attach_urls: files.attachments.map(({ key }) => key).join(ASSUMED.separator) || undefined,
  };
  const said = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return Object.fromEntries(said);
}

/** What the call cannot carry: told before anything is sent. */
export function auctionFaults(offer: Offer, options: Options): readonly PlacementFault[] {
  const faults: PlacementFault[] = [];
  const fault = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  if (offer.biddingEndsAt === null) fault('/windows/biddingEndsAt', 'field.required', '平台发布接口须写明竞价结束时间');
  if (options['priceUnit'] === 'yuan') {
    for (const [pointer, label, fen] of amountsOf(offer)) {
      if (fen !== null && fen % 100 !== 0) fault(pointer, 'amount.not_yuan', `${label}须为整元:平台接口按元填写整数`);
    }
  }
  for (const [name, label] of NUMBERS) {
    const value = options[name] ?? '';
    if (value !== '' && wholeOf(value) === undefined)
      fault('', 'connection.not_number', `平台对接中的${label}须为数字`);
  }
  return faults;
}

const NUMBERS = [
  ['categoryId', '类目编号'],
  ['projectId', '公告编号'],
  ['locationCode', '所在地区域码'],
] as const;

function amountsOf(offer: Offer) {
  return [
    ['/startPriceFen', '起拍价', offer.startPriceFen],
    ['/reserveFen', '保留价', offer.reserveFen],
    ['/appraisal/fen', '评估价', offer.appraisalFen],
    ['/deposit/fen', '保证金', offer.depositFen],
    ['/incrementFen', '加价幅度', offer.incrementFen],
  ] as const;
}

/** The office says the unit; the page of the call does not. */
function priceIn(unit: string | undefined, fen: Fen): number {
  return unit === 'yuan' ? fen / 100 : fen;
}

function wholeOf(text: string | undefined): number | undefined {
  return WHOLE.test(text ?? '') ? Number(text) : undefined;
}

/** Times of the open platform: Beijing, `2017-02-21 09:20:37`. */
export function topTime(at: Instant): string {
  return formatBeijing(at).slice(0, 19).replace('T', ' ');
}
