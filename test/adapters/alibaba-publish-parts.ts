import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { alibabaPublisher } from '#adapters/alibaba/publisher.ts';
import { createSendAround } from '#adapters/kit/http-send.ts';
import { listen, readBody } from '#infra/local/loopback.ts';
import { alibabaFace } from '#infra/local/sandbox/faces/alibaba.ts';
import { DEMO_APP_KEY } from '#infra/local/sandbox/faces/top-gateway.ts';
import { fen } from '#shared/domain/money.ts';
import type { Offer, OfferFile } from '#shared/domain/placement/offer.ts';
import { addMs, fromEpochMs } from '#shared/domain/time.ts';
import type { PublisherSession } from '#shared/ports/platform-publisher.ts';
import { KEY, openHouse } from '#test/sandbox/faces-parts.ts';
import { DAY, HOUR, START } from '#test/sandbox/terms.ts';

const NOW = fromEpochMs(START);

/** A file of an offer; its bytes are its name. */
export function aFile(role: OfferFile['role'], name: string): OfferFile {
  const bytes = Buffer.from(name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { role, name, sha256, contentType: 'application/octet-stream', key: `files/${sha256}`, bytes: bytes.length };
}

/** A lease of a shop, complete. */
export function anOffer(given: Partial<Offer> = {}): Offer {
  return {
    schema: 'offer.v1',
    reference: 'LST-2026-7-1',
    platform: 'alibaba',
    round: 1,
    amendment: 0,
    amendmentReason: null,
    title: '【演示】沿街商铺7号三年租赁权',
    seller: { name: '演示村股份经济合作社', creditCode: null },
    tradeCategory: 'collective',
    assetId: null,
    assetClass: 'shop',
    tradeKind: 'lease',
    priceBasis: 'per_year',
    location: '演示镇演示村',
    divisionCode: '330502001',
    area: { thousandths: 86_500, unit: 'm2' },
    termMonths: 36,
    termStartsOn: null,
    escalationPpm: null,
    startPriceFen: fen(1_860_000),
    reserveFen: fen(2_000_000),
    appraisalFen: fen(2_100_000),
    depositFen: fen(186_000),
    incrementFen: fen(20_000),
    extension: { withinSeconds: 300, bySeconds: 300 },
    hasPriorityHolders: true,
    noticeOn: null,
    viewingFrom: null,
    viewingUntil: null,
    registrationEndsAt: null,
    biddingStartsAt: addMs(NOW, DAY),
    biddingEndsAt: addMs(NOW, DAY + HOUR),
    contact: { name: '经办人', phone: '0572-2000000' },
    remarks: '现状出租',
    noticeNumber: '演示告〔2026〕7号',
    files: [aFile('picture', '门面.jpg'), aFile('notice', '公告,正文|终稿.pdf')],
    ...given,
  };
}

/** What a test may replace of a session. */
interface SessionOptions {
  readonly options?: Readonly<Record<string, string>>;
  readonly secret?: string;
}

/** The sandbox's gateway on this machine, and sessions that call it. */
export async function openGateway() {
  const house = openHouse();
  const asked: string[] = [];
  /** Runs before each call is answered. */
  const before = { call: () => {} };
  const server = createServer((request, response) => {
    void readBody(request, 10_000_000).then((body) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const bytes = body === 'too-large' ? Buffer.alloc(0) : body;
      asked.push(/taobao\.auction\.[a-z.]+/.exec(bytes.toString('latin1'))?.[0] ?? '');
      before.call();
      const given = { method: request.method ?? '', path: url.pathname, query: url.searchParams, headers, body: bytes };
      const answer = alibabaFace(house.parts, given);
      if (answer === 'lost' || answer === undefined) return void response.destroy();
      response.writeHead(answer.status, { ...answer.headers, 'opi-demo': 'true' });
      response.end(
        typeof answer.body === 'string' || answer.body instanceof Uint8Array
          ? answer.body
          : JSON.stringify(answer.body),
      );
    });
  });
  const listening = await listen(server, 0);
  onTestFinished(() => listening.close());
  const around = createSendAround({ privateHosts: [new URL(listening.url).host], now: () => house.time.now() });
  const session = ({ options = {}, secret = KEY }: SessionOptions = {}): PublisherSession => {
    const { connect } = alibabaPublisher(around);
    return connect({
      connection: {
        platform: 'alibaba',
        enabled: true,
        base: `${listening.url}/alibaba/router/rest`,
        options: { appKey: DEMO_APP_KEY, proxyNick: '演示机构', categoryId: '50025969', priceUnit: 'fen', ...options },
        secrets: {},
        requestsPerMinute: 60,
      },
      secrets: { appSecret: secret },
      readFile: (file) => Promise.resolve(Buffer.from(file.name)),
    });
  };
  return {
    house,
    asked,
    before,
    session,
    close: listening.close,
    lots: () => house.parts.store.changedSince('alibaba', 0),
  };
}
