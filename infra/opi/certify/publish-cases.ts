import type { JsonObject } from '../wire.ts';
import { type Bench, type Case, field, refusal, rows, saw } from './case.ts';

function publish({ client }: Bench, listing: JsonObject) {
  const headers = { 'idempotency-key': String(listing['reference']) };
  return client.ask('/listings', { method: 'POST', body: listing, headers });
}

function amend({ client }: Bench, listing: JsonObject, revision: unknown) {
  const body = { ...listing, reason: '检验变更' };
  const path = `/listings/${String(listing['reference'])}`;
  return client.ask(path, { method: 'PUT', body, headers: { 'if-match': `"${String(revision)}"` } });
}

function withdraw({ client }: Bench, reference: string) {
  return client.ask(`/listings/${reference}/withdrawal`, { method: 'POST', body: { reason: '接口检验结束' } });
}

/** Publishes a test listing, looks at something, and takes the listing back whatever came of it. */
async function withListing(
  bench: Bench,
  check: (listing: JsonObject, lotId: unknown) => Promise<string | undefined>,
): Promise<string | undefined> {
  const reference = bench.newReference();
  const listing = bench.listing(reference);
  try {
    const first = await publish(bench, listing);
    return first.status === 201 ? await check(listing, field(first.json, 'lotId')) : saw(first);
  } finally {
    await withdraw(bench, reference);
  }
}

/** Lots the platform shows under a reference. */
async function lotsOf({ client }: Bench, reference: unknown): Promise<number> {
  const reply = await client.ask(`/lots?reference=${encodeURIComponent(String(reference))}`);
  return rows(reply.json, 'lots').filter((lot) => field(lot, 'reference') === reference).length;
}

async function repeats(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing, lotId) => {
    const again = await publish(bench, listing);
    if (again.status !== 200) return saw(again);
    if (field(again.json, 'lotId') !== lotId) return '再次提交得到另一个标的编号';
    const lots = await lotsOf(bench, listing['reference']);
    return lots === 1 ? undefined : `同一委托编号下有 ${lots} 个标的`;
  });
}

async function held(bench: Bench): Promise<string | undefined> {
  const none = await bench.client.ask(`/listings/${bench.newReference()}`);
  if (none.status !== 404) return `不存在的委托：${saw(none)}`;
  return withListing(bench, async (listing, lotId) => {
    const reply = await bench.client.ask(`/listings/${String(listing['reference'])}`);
    if (reply.status !== 200) return saw(reply);
    if (field(reply.json, 'lotId') !== lotId) return 'lotId 与发布时不同';
    if (JSON.stringify(reply.json).includes('reserveFen')) return '答复中出现了保留价';
    return Number.isInteger(field(reply.json, 'revision')) ? undefined : '缺少 revision';
  });
}

async function amends(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing) => {
    const path = `/listings/${String(listing['reference'])}`;
    const before = field((await bench.client.ask(path)).json, 'revision');
    const changed = { ...listing, title: '接口检验标的（已变更，请勿报名）' };
    const done = await amend(bench, changed, before);
    if (done.status !== 200) return saw(done);
    const after = field((await bench.client.ask(path)).json, 'revision');
    if (after === before) return '变更后 revision 没有增加';
    const stale = refusal(await amend(bench, listing, before), 412);
    return stale && `用旧版本号变更：${stale}`;
  });
}

async function withdraws(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing, lotId) => {
    for (const time of ['第一次', '第二次']) {
      const reply = await withdraw(bench, String(listing['reference']));
      if (reply.status !== 200) return `${time}撤回：${saw(reply)}`;
    }
    const lot = field((await bench.client.ask(`/lots/${encodeURIComponent(String(lotId))}`)).json, 'lot');
    return field(lot, 'status') === 'withdrawn' ? undefined : '撤回后标的状态不是 withdrawn';
  });
}

/** Publishes something wrong; a platform that takes it is told to withdraw it. */
async function refusedAt(bench: Bench, change: JsonObject, pointer: string): Promise<string | undefined> {
  const reference = bench.newReference();
  const reply = await publish(bench, { ...bench.listing(reference), ...change });
  if (reply.status === 200 || reply.status === 201) await withdraw(bench, reference);
  const wrong = refusal(reply, 422);
  if (wrong !== undefined) return `${pointer}：${wrong}`;
  const pointers = rows(reply.json, 'errors').map((error) => field(error, 'pointer'));
  return pointers.includes(pointer) ? undefined : `错误没有指到 ${pointer}`;
}

async function fieldErrors(bench: Bench): Promise<string | undefined> {
  const wrong = [
    [{ startPriceFen: 100.5 }, '/startPriceFen'],
    [{ startsAt: '2099-01-01 10:00' }, '/startsAt'],
    [{ saleMode: 'no-such-word' }, '/saleMode'],
    [{ lotId: 'OURS-1' }, '/lotId'],
  ] as const;
  for (const [change, pointer] of wrong) {
    const found = await refusedAt(bench, change, pointer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Cases of the level `publish`. Each takes back what it published. */
export const publishCases: readonly Case[] = [
  {
    id: 'publish.once',
    level: 'publish',
    title: '同一委托再次提交只有一个标的（答复丢失后重发）',
    paragraph: 'POST /listings：Idempotency-Key',
    expected: '首次 201，再次 200，标的编号相同',
    advice: '以 Idempotency-Key 为唯一键入库；已有同样内容时答 200 和原来的 lotId。',
    run: repeats,
  },
  {
    id: 'publish.conflict',
    level: 'publish',
    title: '同一委托编号的另一份内容被拒绝',
    paragraph: 'POST /listings：409',
    expected: '409 listing.conflict',
    advice: '保存首次内容的摘要；内容不同答 409，不要覆盖。',
    run: (bench) =>
      withListing(bench, async (listing) => {
        const reply = await publish(bench, { ...listing, startPriceFen: 2_000_000 });
        const wrong = refusal(reply, 409);
        return wrong ?? (field(reply.json, 'code') === 'listing.conflict' ? undefined : saw(reply));
      }),
  },
  {
    id: 'publish.look',
    level: 'publish',
    title: '可按委托编号查到已收到的内容，保留价不外泄',
    paragraph: 'GET /listings/{reference}',
    expected: '有则 200，含 lotId 与 revision；无则 404',
    advice: '按 reference 查询并返回版本号；答复中去掉 reserveFen。',
    run: held,
  },
  {
    id: 'publish.amend',
    level: 'publish',
    title: '变更以版本号为准',
    paragraph: 'PUT /listings/{reference}：If-Match',
    expected: '当前版本 200 且版本号增加；旧版本 412',
    advice: '比对 If-Match 与当前 revision，不符答 412；每次变更 revision 加一。',
    run: amends,
  },
  {
    id: 'publish.withdraw',
    level: 'publish',
    title: '撤回可重复，标的随之撤回',
    paragraph: 'POST /listings/{reference}/withdrawal',
    expected: '两次都是 200，标的状态 withdrawn',
    advice: '已撤回的再次撤回照样答 200；标的文档给出 withdrawn。',
    run: withdraws,
  },
  {
    id: 'publish.fields',
    level: 'publish',
    title: '填写有误时指到字段：金额、时刻、词、平台字段',
    paragraph: 'POST /listings：422',
    expected: '422，errors 中有出错字段的 JSON 指针',
    advice: '逐项核对并一次列出全部错误；不认识的词不要猜。',
    run: fieldErrors,
  },
];
