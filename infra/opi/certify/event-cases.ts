import { Webhook } from 'standardwebhooks';
import { readOpenPlatformDocument } from '#adapters/open-platform.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { type Bench, type Case, field } from './case.ts';
import { withListing } from './listings.ts';
import type { Delivery, Receiver } from './receiver.ts';

function parsed({ body }: Delivery): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Whether a delivery tells of a lot's change. */
function isAbout(lotId: unknown) {
  return (delivery: Delivery) => {
    const event = parsed(delivery);
    return field(event, 'lotId') === lotId && field(event, 'type') === 'lot.changed';
  };
}

function signatureFault({ secret }: Receiver, { headers, body }: Delivery): string | undefined {
  const said = (name: string) => String(headers[name] ?? '');
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
  const missing = names.filter((name) => said(name) === '');
  if (missing.length > 0) return `推送缺少请求头 ${missing.join('、')}`;
  try {
    new Webhook(secret).verify(body, Object.fromEntries(names.map((name) => [name, said(name)])));
    return undefined;
  } catch {
    return '签名或时间戳不对';
  }
}

function documentFault(delivery: Delivery): string | undefined {
  const event = parsed(delivery);
  if (field(event, 'schema') !== 'opi.event.v1') return '推送内容的 schema 不是 opi.event.v1';
  if (field(event, 'id') !== delivery.headers['webhook-id']) return '推送内容的 id 与请求头 webhook-id 不同';
  try {
    const [bad] = readOpenPlatformDocument(field(event, 'data'), 'opi.lot.v1').quarantined;
    return bad && `data 的 ${bad.path}：${bad.reason}`;
  } catch (thrown) {
    return `data 不可读：${String(toAppError(thrown).details['at'] ?? '格式不符')}`;
  }
}

function withReceiver(run: (bench: Bench, receiver: Receiver) => Promise<string | undefined>): Case['run'] {
  return async (bench) => (bench.receiver === undefined ? '没有接收地址' : run(bench, bench.receiver));
}

const signed = withReceiver((bench, receiver) =>
  withListing(bench, async (_, lotId) => {
    const delivery = await receiver.first(isAbout(lotId));
    if (delivery === undefined) return '发布标的后没有收到 lot.changed';
    return signatureFault(receiver, delivery) ?? documentFault(delivery);
  }),
);

const again = withReceiver((bench, receiver) => {
  let refused: unknown;
  // Which lot it will be is not known before it is published, and the event may come with the answer.
  receiver.refuseOnce((delivery) => {
    const isChange = field(parsed(delivery), 'type') === 'lot.changed';
    if (isChange) refused = delivery.headers['webhook-id'];
    return isChange;
  });
  return withListing(bench, async () => {
    const delivery = await receiver.first(({ headers }) => refused !== undefined && headers['webhook-id'] === refused);
    if (refused === undefined) return '发布标的后没有收到 lot.changed';
    return delivery === undefined ? '答 500 以后没有以同一 webhook-id 重发' : undefined;
  });
});

/** Cases of the level `events`. They need an address the platform pushes to. */
export const eventCases: readonly Case[] = [
  {
    id: 'events.signed',
    level: 'events',
    needsReceiver: true,
    title: '变化即推送，签名正确，文档可读',
    paragraph: '推送：Standard Webhooks，opi.event.v1',
    expected: '发布后收到 lot.changed，签名核对无误，id 与 webhook-id 相同',
    advice: '用 Standard Webhooks 的现成库签名：对“编号.时间戳.内容”取 HMAC-SHA256；签名的就是发出的字节。',
    run: signed,
  },
  {
    id: 'events.again',
    level: 'events',
    needsReceiver: true,
    title: '没有收到 2xx 就以同一编号重发',
    paragraph: '推送：至少一次',
    expected: '答 500 后同一 webhook-id 再次送达',
    advice: '推送先入库再发送，2xx 后才算送达；失败按退避间隔重发，编号不变。',
    run: again,
  },
];
