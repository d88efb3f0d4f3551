import * as z from 'zod/mini';
import type { PlacedLot } from '#shared/domain/placement/placement.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { isLotNumber } from './address.ts';
import { rowsOf } from './gateway-list.ts';
import { list } from './open-schema.ts';
import { outIdOf } from './out-id.ts';
import type { TopAnswer, TopClient } from './top-call.ts';
import { toToken } from './top-error.ts';

const text = z.optional(z.nullable(z.string()));
const Query = z.object({
  result: z.object({
    success: z.optional(z.nullable(z.boolean())),
    error_code: text,
    value: z.optional(z.nullable(z.object({ item_ids: list }))),
  }),
});
const ItemId = z.union([z.int(), z.string()]);

/** What the platform has under our reference, and the answer as it came. */
interface FoundLot {
  readonly lot: PlacedLot | 'none';
  readonly answer: TopAnswer['answer'];
}

/**
 * Looks for the lot of our reference (`zc.project.query` by `out_biz_id`, which the page calls the number entered with the
 * lot). The number the publish call answers is not the lot's: this is the only way to it.
 *
 * @throws AppError as `TopClient.call`; `PLATFORM.UNAVAILABLE` when the call says it failed; `PLATFORM.REFUSED` when there
 * is more than one lot, for then a person has to tell which is ours
 */
export async function findLot(client: TopClient, proxyNick: string, reference: string): Promise<FoundLot> {
  const { body, answer } = await client.call('taobao.auction.zc.project.query', {
    out_biz_id: outIdOf(reference),
    nick: proxyNick,
  });
  const read = Query.safeParse(body);
  if (!read.success || read.data.result.success === false) {
    const details = { reason: 'the query failed', platformCode: toToken(read.data?.result.error_code) };
    throw new AppError('PLATFORM.UNAVAILABLE', 'the platform could not say which lot it is', { details });
  }
  const numbers = new Set(rowsOf(read.data.result.value?.item_ids).map(toNumber));
  const [number] = numbers;
  if (number === undefined) return { lot: 'none', answer };
  if (numbers.size === 1) return { lot: { number, url: pageOf(number), revision: null }, answer };
  const details = { reason: 'more than one lot under one reference', lots: numbers.size };
  throw new AppError('PLATFORM.REFUSED', 'the platform has more than one lot of one reference', { details });
}

/** A number that JSON has rounded is another lot's. */
function toNumber(id: unknown): string {
  const read = ItemId.safeParse(id);
  const number = read.success ? String(read.data) : '';
  if (isLotNumber(number)) return number;
  throw new AppError('PLATFORM.UNAVAILABLE', 'the platform names a lot by something else than its number');
}

/** The page of a lot of the asset channel. */
function pageOf(number: string): string {
  return `https://zc-item.taobao.com/auction/${number}.htm`;
}
