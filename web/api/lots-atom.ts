import type { LotCard } from '#shared/domain/lot-card.ts';
import { formatBeijing, fromEpochMs, type Instant } from '#shared/domain/time.ts';
import { type Platforms, platformLink } from '../platforms.ts';
import { lotHeadline, lotSummary } from './lot-words.ts';
import { xmlText } from './xml-text.ts';

/** What a feed is made of besides its lots. */
export interface AtomFrame {
  /** The words of the filter, for the feed's title; empty for the whole catalogue. */
  readonly filter: string;
  /** `https://host` without a path; empty where the host is not to be trusted, which leaves addresses relative. */
  readonly origin: string;
  /** Address of the feed itself and of the page that shows the same, from the root of the site. */
  readonly self: string;
  readonly page: string;
  readonly platforms: Platforms;
  /** A stable UUID of a name. */
  readonly uuid: (name: string) => string;
}

/** What a feed is sent as. */
export const FEED_TYPE = 'application/atom+xml; charset=utf-8';

/** Lots in one feed. */
const FEED_ENTRIES = 50;

/** Stands for "nobody knows" where Atom demands a time. */
const LONG_AGO = fromEpochMs(0);

function updated(at: Instant | null): string {
  return `<updated>${formatBeijing(at ?? LONG_AGO)}</updated>`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${xmlText(href)}"/>`;
}

function entry(card: LotCard, { origin, platforms, uuid }: AtomFrame): string {
  const elsewhere = platformLink(platforms, card.platform, card.url);
  return [
    '<entry>',
    `<id>urn:uuid:${uuid(`lot ${card.lotId}`)}</id>`,
    `<title>${xmlText(lotHeadline(card))}</title>`,
    updated(card.asOf),
    link('alternate', `${origin}/lots/${card.lotId}`, 'text/html'),
    ...(elsewhere === null ? [] : [link('related', elsewhere, 'text/html')]),
    `<category term="${card.status}"/>`,
    `<summary>${xmlText(lotSummary(card, platforms))}</summary>`,
    '</entry>',
  ].join('');
}

/** The lots on which something became known last, the newest first. */
export function newestChanged(lots: Iterable<LotCard>, count = FEED_ENTRIES): readonly LotCard[] {
  const age = ({ asOf }: LotCard) => asOf ?? LONG_AGO;
  const order = (a: LotCard, b: LotCard) => {
    if (age(a) !== age(b)) return age(a) < age(b) ? 1 : -1;
    return a.lotId < b.lotId ? -1 : 1;
  };
  let newest: LotCard[] = [];
  for (const card of lots) {
    newest.push(card);
    if (newest.length >= 4 * count) newest = newest.sort(order).slice(0, count);
  }
  return newest.sort(order).slice(0, count);
}

/** The feed (订阅) of a filter as Atom 1.0 (RFC 4287), an entry for each lot under an id that stays. */
export function lotsAtom(lots: readonly LotCard[], frame: AtomFrame): string {
  const { filter, origin, self, page, uuid } = frame;
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>urn:uuid:${uuid(`feed ${self}`)}</id>`,
    `<title>${xmlText(filter === '' ? '公共资产拍卖汇总' : `公共资产拍卖汇总:${filter}`)}</title>`,
    updated(lots[0]?.asOf ?? null),
    '<author><name>公共资产拍卖汇总</name></author>',
    link('self', `${origin}${self}`, 'application/atom+xml'),
    link('alternate', `${origin}${page}`, 'text/html'),
    ...lots.map((card) => entry(card, frame)),
    '</feed>\n',
  ].join('\n');
}
