import * as z from 'zod/mini';
import type { JsonObject } from '#infra/opi/wire.ts';
import type { FaceParts } from './face-parts.ts';
import { invalidParameter } from './top-error.ts';
import type { GatewayForm } from './top-form.ts';

const Notice = z.object({
  publicity_id: z.int(),
  proxy_nick: z.string(),
  type: z.int(),
  title: z.string(),
  publish_time: z.int(),
});
type Notice = z.infer<typeof Notice>;

const Query = z.object({
  proxy_nick: z.string(),
  types: z.array(z.union([z.string(), z.int()])),
  page: z.optional(z.int().check(z.positive())),
  page_size: z.optional(z.int().check(z.positive())),
});

const FIRST_NOTICE = 15_407;
const PUBLISHED = 1;
const LONGEST_TITLE = 150;
/** Where the sandbox keeps them. */
const SETTING = 'alibaba-notices';

function notices({ store }: FaceParts): readonly Notice[] {
  return z.array(Notice).parse(JSON.parse(store.setting(SETTING) ?? '[]'));
}

/** `zc.pulicity.publish`: a new notice, or another text for the one that is named. */
export function publishNotice(parts: FaceParts, { parameters }: GatewayForm): JsonObject {
  const [nick = '', title = '', content = ''] = ['proxy_nick', 'title', 'content'].map((name) => parameters.get(name));
  const type = Number(parameters.get('type') ?? Number.NaN);
  if (nick === '' || title === '' || content === '' || !Number.isSafeInteger(type)) throw invalidParameter('公告');
  if ([...title].length > LONGEST_TITLE)
    return { result_code: 'TITLE_TOO_LONG', result_msg: '公告标题限150个字(演示)' };
  const now = parts.platform.settle();
  const all = notices(parts);
  const given = parameters.get('publicity_id');
  const number = given === undefined ? FIRST_NOTICE + all.length : Number(given);
  const known = all.find(({ publicity_id }) => publicity_id === number);
  if (given !== undefined && known === undefined) return { result_code: 'NOT_FOUND', result_msg: '没有这个公告(演示)' };
  const notice: Notice = {
    publicity_id: number,
    proxy_nick: nick,
    type,
    title,
    publish_time: known?.publish_time ?? now,
  };
  const others = all.filter(({ publicity_id }) => publicity_id !== number);
  parts.store.set(SETTING, JSON.stringify([...others, notice]));
  return { value: number };
}

/** `zc.pulicity.list`. */
export function listNotices(parts: FaceParts, { parameters }: GatewayForm): JsonObject {
  const read = Query.safeParse(JSON.parse(parameters.get('publicity_list_query_dto') ?? 'null'));
  if (!read.success) throw invalidParameter('publicity_list_query_dto');
  const { proxy_nick, types, page = 1, page_size = 10 } = read.data;
  const rows = notices(parts)
    .filter((notice) => notice.proxy_nick === proxy_nick && types.map(Number).includes(notice.type))
    .slice((page - 1) * page_size, page * page_size)
    .map((notice) => ({ ...notice, status: PUBLISHED }));
  return { value: { publicity_top_v_o: rows } };
}
