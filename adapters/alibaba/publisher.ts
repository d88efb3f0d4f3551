import * as z from 'zod/mini';
import type { Offer } from '#shared/domain/placement/offer.ts';
import type { PlacedLot } from '#shared/domain/placement/placement.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type {
  FetchedDocument,
  PlatformPublisher,
  PublisherSession,
  PublisherSettings,
} from '#shared/ports/platform-publisher.ts';
import type { SendAround } from '../kit/http-send.ts';
import { auctionFaults, auctionFields } from './auction-fields.ts';
import { testConnection } from './connection-test.ts';
import { findLot } from './find-lot.ts';
import { publishNotice } from './notice.ts';
import { publishing } from './publishing.ts';
import { sendFiles } from './sent-files.ts';
import { createTopClient, type TopClient } from './top-call.ts';
import { refused } from './top-error.ts';

const text = z.optional(z.nullable(z.string()));
const Drafted = z.object({ op_success: z.boolean(), op_code: text, op_msg: text });

/** 阿里拍卖, publishing side: calls of the open platform. Nothing of it was ever tried with the platform: README.md. */
export function alibabaPublisher(around: SendAround): PlatformPublisher {
  return { publishing, connect: (settings) => openSession(around, settings) };
}

function openSession(around: SendAround, { connection, secrets, readFile }: PublisherSettings): PublisherSession {
  const { base, options } = connection;
  const client = createTopClient(around, {
    gateway: base,
    appKey: options['appKey'] ?? '',
    appSecret: secrets['appSecret'] ?? '',
    session: secrets['session'],
  });
  const proxyNick = options['proxyNick'] ?? '';
  return {
    async publish(offer) {
      const faults = auctionFaults(offer, options);
      const [first] = faults;
      if (first !== undefined) throw refusedFor(faults, first.code);
      const files = await sendFiles(client, offer, readFile);
      await publishNotice(client, proxyNick, offer, files, fromEpochMs(around.now()));
      await draft(client, JSON.stringify(auctionFields(offer, options, files)));
      return await findDrafted(client, proxyNick, offer);
    },
    look: async (reference) => (await findLot(client, proxyNick, reference)).lot,
    amend: () => Promise.reject(byHand()),
    withdraw: () => Promise.reject(byHand()),
    read: (lot) => readLot(client, base, lot),
    test: (now) => testConnection(client, proxyNick, now),
  };
}

/** The one call that makes a lot, and makes another each time it is asked. */
async function draft(client: TopClient, auction: string): Promise<void> {
  const parameters = { param_add_zc_auction_d_o: auction };
  const { body } = await client.call('taobao.auction.zc.auction.draft.public', parameters, { creates: true });
  const read = Drafted.safeParse(body);
  if (!read.success) throw lost('the answer does not say whether it was made');
  const { op_success, op_code, op_msg } = read.data;
  if (!op_success) throw refused(op_code ?? '', op_msg || '平台没有说明原因');
}

/** Whatever goes wrong from here on, the lot was made. */
async function findDrafted(client: TopClient, proxyNick: string, { reference }: Offer): Promise<PlacedLot> {
  const found = await findLot(client, proxyNick, reference).catch((error: unknown) => {
    throw error instanceof AppError ? lost('made, and could not be looked for') : error;
  });
  if (found.lot === 'none') throw lost('made, and not found yet');
  return found.lot;
}

async function readLot(client: TopClient, source: string, { number }: PlacedLot): Promise<readonly FetchedDocument[]> {
  const { answer } = await client.call('taobao.auction.zc.project.detail', { item_id: number });
  return [{ kind: 'open-platform', bytes: answer.bytes, contentType: 'application/json', source }];
}

function lost(reason: string): AppError {
  return new AppError('PLATFORM.ANSWER_LOST', 'it may have been made, and its number is not known', {
    details: { reason },
  });
}

function refusedFor(faults: ReturnType<typeof auctionFaults>, code: string): AppError {
  return new AppError('PLACEMENT.REFUSED', 'the interface cannot carry the offer', {
    details: { code, faults: faults.map((fault) => ({ ...fault })) },
  });
}

function byHand(): AppError {
  return refused('by-hand', publishing.amend.no);
}
