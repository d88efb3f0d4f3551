import * as z from 'zod/mini';
import type { Offer } from '#shared/domain/placement/offer.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SentFiles } from './auction-fields.ts';
import { topTime } from './auction-fields.ts';
import { describeOffer } from './describe-offer.ts';
import { rowsOf } from './gateway-list.ts';
import { list } from './open-schema.ts';
import type { TopClient } from './top-call.ts';
import { refused, toToken } from './top-error.ts';

/** 处置公告. */
const DISPOSAL = '24';
const PUBLISHED = 1;
const LONGEST_TITLE = 150;
const PAGE_SIZE = 10;
const MOST_PAGES = 50;
/** Notices older than this are of other rounds. */
const LOOK_BACK_MS = 30 * 86_400_000;

const text = z.optional(z.nullable(z.string()));
const Found = z.object({ result_code: text, result_msg: text, value: list });
const FoundRow = z.object({ publicity_id: z.int(), title: z.string(), status: z.int() });
const Published = z.object({ value: z.optional(z.nullable(z.int())), result_code: text, result_msg: text });

/**
 * Publishes the notice (处置公告) of an offer, or brings it up to date where it stands already: it is known by its title,
 * which carries our reference. Nothing happens for an offer without a numbered notice.
 */
export async function publishNotice(
  client: TopClient,
  proxyNick: string,
  offer: Offer,
  files: SentFiles,
  now: Instant,
): Promise<void> {
  if (offer.noticeNumber === null) return;
  const title = noticeTitle(offer);
  const known = await findNotice(client, proxyNick, title, now);
  const { body } = await client.call('taobao.auction.zc.pulicity.publish', {
    proxy_nick: proxyNick,
    title,
    content: describeOffer(offer).map(toParagraph).join(''),
    type: DISPOSAL,
    attachments: files.attachments.map(({ name, key }) => `${name.replaceAll(/[|,]/g, ' ')}|${key}`).join(','),
    publicity_id: known === undefined ? '' : String(known),
  });
  const read = Published.safeParse(body);
  if (read.success && typeof read.data.value === 'number') return;
  const { result_code = null, result_msg = null } = read.success ? read.data : {};
  throw refused(toToken(result_code) || 'notice.refused', result_msg ?? '平台没有受理公告,未说明原因');
}

/** At most 150 characters; the reference stands at the end and is never cut. */
export function noticeTitle({ title, reference }: Pick<Offer, 'title' | 'reference'>): string {
  const end = `处置公告(委托编号${reference})`;
  const room = LONGEST_TITLE - [...end].length;
  const characters = [...title];
  return (characters.length <= room ? title : `${characters.slice(0, room - 1).join('')}…`) + end;
}

async function findNotice(client: TopClient, proxyNick: string, title: string, now: Instant) {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = {
      proxy_nick: proxyNick,
      types: [DISPOSAL],
      publish_start_time_str: topTime(addMs(now, -LOOK_BACK_MS)),
      page,
      page_size: PAGE_SIZE,
    };
    const { body } = await client.call('taobao.auction.zc.pulicity.list', {
      publicity_list_query_dto: JSON.stringify(query),
    });
    const rows = rowsOf(Found.safeParse(body).data?.value).flatMap((row) => FoundRow.safeParse(row).data ?? []);
    const found = rows.find((row) => row.title === title && row.status === PUBLISHED);
    if (found !== undefined) return found.publicity_id;
    if (rows.length < PAGE_SIZE) return undefined;
  }
  const details = { reason: 'too many notices to look through' };
  throw new AppError('PLATFORM.REFUSED', 'whether the notice stands already cannot be told', { details });
}

function toParagraph(line: string): string {
  return `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;
}
