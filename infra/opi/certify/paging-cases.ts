import { type Bench, type Case, field, rows, saw } from './case.ts';
import type { Client } from './client.ts';
import { withListing } from './listings.ts';

const MOST_PAGES = 100;

/** Every lot of the list, in the order the pages show them, or what is wrong with the pages. */
async function everyLot(client: Client, afterFirst: () => Promise<unknown>) {
  const ids: string[] = [];
  const cursors = new Set<string>();
  for (let cursor: string | undefined, page = 0; page < MOST_PAGES; page += 1) {
    const reply = await client.ask(`/lots${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`);
    if (reply.status !== 200) return saw(reply);
    for (const lot of rows(reply.json, 'lots')) {
      const id = String(field(lot, 'lotId'));
      if (ids.includes(id)) return `标的 ${id} 出现在两页上`;
      ids.push(id);
    }
    if (page === 0) await afterFirst();
    const next = field(reply.json, 'nextCursor');
    if (typeof next !== 'string') return { ids, total: field(reply.json, 'total') };
    if (cursors.has(next)) return '游标重复，翻页没有尽头';
    cursors.add(next);
    cursor = next;
  }
  return `翻了 ${MOST_PAGES} 页还没有到末页`;
}

async function paging({ client }: Bench): Promise<string | undefined> {
  const read = await everyLot(client, async () => undefined);
  if (typeof read === 'string') return read;
  const { ids, total } = read;
  return typeof total === 'number' && total !== ids.length ? `total 为 ${total}，实得 ${ids.length} 条` : undefined;
}

/** Lots that were there before and are there after must be read however much is published meanwhile. */
async function pagingUnderChange(bench: Bench): Promise<string | undefined> {
  const before = await everyLot(bench.client, async () => undefined);
  if (typeof before === 'string') return before;
  return withListing(bench, async () => {
    const during = await everyLot(bench.client, () => withListing(bench, async () => undefined));
    if (typeof during === 'string') return during;
    const missed = before.ids.filter((id) => !during.ids.includes(id));
    return missed.length === 0 ? undefined : `翻页时有新标的发布，漏了 ${missed.length} 条，如 ${missed[0]}`;
  });
}

async function updatedSince(bench: Bench): Promise<string | undefined> {
  const before = String(field((await bench.client.ask('/conformance')).json, 'clock'));
  return withListing(bench, async (_, lotId) => {
    const since = async (clock: string) => {
      const reply = await bench.client.ask(`/lots?updatedSince=${encodeURIComponent(clock)}`);
      return reply.status === 200 ? rows(reply.json, 'lots').map((lot) => field(lot, 'lotId')) : saw(reply);
    };
    const [recent, never] = [await since(before), await since('2999-01-01T00:00:00Z')];
    if (typeof recent === 'string') return recent;
    if (!recent.includes(lotId)) return '刚发布的标的不在其中';
    if (typeof never === 'string') return never;
    return never.length === 0 ? undefined : `以将来的时刻查询，仍得到 ${never.length} 条`;
  });
}

/** Cases about reading lists to their end. */
export const pagingCases: readonly Case[] = [
  {
    id: 'read.paging',
    level: 'read',
    title: '翻页不重不漏',
    paragraph: 'GET /lots：cursor、total',
    expected: '各页标的不重复，合计等于 total，末页没有 nextCursor',
    advice: '游标按不变的次序（如编号）记位置，不要用行号偏移；total 为全部条数。',
    run: paging,
  },
  {
    id: 'publish.paging',
    level: 'publish',
    title: '翻页途中有新标的发布，也不重不漏',
    paragraph: 'GET /lots：cursor',
    expected: '先前已有的标的都在，没有一条出现两次',
    advice: '新标的排在游标之后；游标记住上一页最后一条的位置，不要用页号或行号。',
    run: pagingUnderChange,
  },
  {
    id: 'publish.updated',
    level: 'publish',
    title: '按变化时间读取只得到有变化的标的',
    paragraph: 'GET /lots：updatedSince',
    expected: '含刚发布的标的；以将来的时刻查询为空',
    advice: '每次发布、变更、状态变化都更新标的的变化时间，按平台时钟比较。',
    run: updatedSince,
  },
];
