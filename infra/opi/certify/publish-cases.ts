import { parseInstant } from '#shared/domain/time.ts';
import type { JsonObject } from '../wire.ts';
import { type Bench, type Case, field, refusal, rows, saw } from './case.ts';
import { lotsOf, publish, withdraw, withListing } from './listings.ts';

async function repeats(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing, lotId) => {
    const again = await publish(bench, listing);
    if (again.status !== 200) return saw(again);
    if (field(again.json, 'lotId') !== lotId) return '再次提交得到另一个标的编号';
    const lots = await lotsOf(bench, listing['reference']);
    return lots.length === 1 ? undefined : `同一委托编号下有 ${lots.length} 个标的`;
  });
}

async function atOnce(bench: Bench): Promise<string | undefined> {
  const reference = bench.newReference();
  const listing = bench.listing(reference);
  try {
    const replies = await Promise.all([publish(bench, listing), publish(bench, listing), publish(bench, listing)]);
    const refused = replies.find(({ status }) => status !== 200 && status !== 201);
    if (refused !== undefined) return saw(refused);
    const ids = new Set(replies.map(({ json }) => field(json, 'lotId')));
    const lots = await lotsOf(bench, reference);
    return ids.size === 1 && lots.length === 1
      ? undefined
      : `同时提交三次，得到 ${Math.max(ids.size, lots.length)} 个标的`;
  } finally {
    await withdraw(bench, reference);
  }
}

async function held(bench: Bench): Promise<string | undefined> {
  const none = await bench.client.ask(`/listings/${bench.newReference()}`);
  const wrong = refusal(none, 404);
  if (wrong !== undefined || field(none.json, 'code') !== 'listing.none') return `不存在的委托：${wrong ?? saw(none)}`;
  return withListing(bench, async (listing, lotId) => {
    const reply = await bench.client.ask(`/listings/${String(listing['reference'])}`);
    if (reply.status !== 200) return saw(reply);
    if (field(reply.json, 'lotId') !== lotId) return 'lotId 与发布时不同';
    return Number.isInteger(field(reply.json, 'revision')) ? undefined : '缺少 revision';
  });
}

/** Terms of a lot that must be what was listed. */
const SAME = ['title', 'startPriceFen', 'depositFen', 'incrementFen', 'extensionMinutes', 'priceBasis'] as const;

async function shown(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing) => {
    const [lot] = await lotsOf(bench, listing['reference']);
    if (lot === undefined) return '列表中按 reference 查不到刚发布的标的';
    const other = SAME.find((name) => field(lot, name) !== listing[name]);
    if (other !== undefined) return `标的的 ${other} 与委托不同`;
    const [wanted, given] = [parseInstant(String(listing['startsAt'])), parseInstant(String(field(lot, 'startsAt')))];
    return wanted === given ? undefined : '标的的 startsAt 与委托不是同一时刻';
  });
}

async function keepsReserve(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing, lotId) => {
    const id = encodeURIComponent(String(lotId));
    const reference = String(listing['reference']);
    const places = [`/listings/${reference}`, `/lots/${id}`, `/lots?reference=${reference}`, `/lots/${id}/bids`];
    for (const path of places) {
      const text = JSON.stringify((await bench.client.ask(path)).json) ?? '';
      const leaks = text.includes('"reserveFen"') || text.includes(String(listing['reserveFen']));
      if (leaks) return `GET ${path} 的答复中出现了保留价`;
    }
    return undefined;
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

async function refusesOther(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing) => {
    const reply = await publish(bench, { ...listing, startPriceFen: 2_000_000 });
    const wrong = refusal(reply, 409);
    return wrong ?? (field(reply.json, 'code') === 'listing.conflict' ? undefined : saw(reply));
  });
}

/** What the cases of one level share. */
const published = { level: 'publish', paragraph: 'POST /listings：Idempotency-Key' } as const;

/** Cases about publishing a listing. Each takes back what it published. */
export const publishCases: readonly Case[] = [
  {
    ...published,
    id: 'publish.once',
    title: '同一委托再次提交只有一个标的（答复丢失后重发）',
    expected: '首次 201，再次 200，标的编号相同',
    advice: '以 Idempotency-Key 为唯一键入库；已有同样内容时答 200 和原来的 lotId。',
    run: repeats,
  },
  {
    ...published,
    id: 'publish.at-once',
    title: '同一委托同时提交几次也只有一个标的',
    expected: '各次都答 200 或 201，标的编号相同',
    advice: '在数据库中对 reference 建唯一约束；插入冲突时读出已有的一条作答，不要先查后插。',
    run: atOnce,
  },
  {
    ...published,
    id: 'publish.conflict',
    title: '同一委托编号的另一份内容被拒绝',
    paragraph: 'POST /listings：409',
    expected: '409 listing.conflict',
    advice: '保存首次内容的摘要；内容不同答 409，不要覆盖。',
    run: refusesOther,
  },
  {
    ...published,
    id: 'publish.look',
    title: '可按委托编号查到已收到的内容',
    paragraph: 'GET /listings/{reference}',
    expected: '有则 200，含 lotId 与 revision；无则 404 listing.none',
    advice: '按 reference 查询并返回版本号；没有这份委托时错误码用 listing.none，地址写错等其他 404 不要用它。',
    run: held,
  },
  {
    ...published,
    id: 'publish.shown',
    title: '发布的标的随即可按委托编号在列表中查到，条件与委托一致',
    paragraph: 'GET /lots：reference',
    expected: '恰有一条，名称、价格、保证金、加价幅度、延时、开始时间与委托相同',
    advice: '入库后立即可查；不要改动委托的内容，平台自己的字段另给。',
    run: shown,
  },
  {
    ...published,
    id: 'publish.reserve',
    title: '保留价不外泄',
    paragraph: 'POST /listings：reserveFen',
    expected: '任何答复中都没有保留价',
    advice: '对外答复只给 hasReserve，去掉 reserveFen 及其数值。',
    run: keepsReserve,
  },
  {
    ...published,
    id: 'publish.fields',
    title: '填写有误时指到字段：金额、时刻、词、平台字段',
    paragraph: 'POST /listings：422',
    expected: '422，errors 中有出错字段的 JSON 指针',
    advice: '逐项核对并一次列出全部错误；不认识的词不要猜。',
    run: fieldErrors,
  },
];
