import { type Bench, type Case, field, refusal, rows, saw } from './case.ts';
import { amend, revisionOf, withdraw, withListing } from './listings.ts';

async function amends(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing) => {
    const before = await revisionOf(bench, listing['reference']);
    const changed = { ...listing, title: '接口检验标的（已变更，请勿报名）' };
    const done = await amend(bench, changed, before);
    if (done.status !== 200) return saw(done);
    if ((await revisionOf(bench, listing['reference'])) === before) return '变更后 revision 没有增加';
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

async function asksReasons(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing) => {
    const revision = await revisionOf(bench, listing['reference']);
    const tried = [
      ['变更', await amend(bench, listing, revision, { reason: undefined })],
      ['撤回', await withdraw(bench, String(listing['reference']), { reason: ' ' })],
    ] as const;
    for (const [what, reply] of tried) {
      const wrong = refusal(reply, 422);
      if (wrong !== undefined) return `${what}没有原因：${wrong}`;
      const pointers = rows(reply.json, 'errors').map((error) => field(error, 'pointer'));
      if (!pointers.includes('/reason')) return `${what}没有原因：错误没有指到 /reason`;
    }
    return undefined;
  });
}

async function staysWithdrawn(bench: Bench): Promise<string | undefined> {
  return withListing(bench, async (listing) => {
    const reference = String(listing['reference']);
    await withdraw(bench, reference);
    const revision = await revisionOf(bench, reference);
    const wrong = refusal(await amend(bench, listing, revision), 409);
    return wrong && `撤回后变更：${wrong}`;
  });
}

/** Cases about amending and withdrawing. Each takes back what it published. */
export const changeCases: readonly Case[] = [
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
    id: 'publish.reasons',
    level: 'publish',
    title: '变更和撤回须有原因',
    paragraph: 'PUT /listings/{reference}、POST …/withdrawal：reason',
    expected: '没有原因或只有空格时 422，指到 /reason',
    advice: '原因去掉首尾空格后不得为空；公告更正须对外说明原因。',
    run: asksReasons,
  },
  {
    id: 'publish.closed',
    level: 'publish',
    title: '撤回以后不能再变更',
    paragraph: 'PUT /listings/{reference}：409',
    expected: '409，application/problem+json',
    advice: '竞价开始后、结束后和撤回后的变更一律答 409，不要重新上架。',
    run: staysWithdrawn,
  },
];
