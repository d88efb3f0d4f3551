import type * as z from 'zod/mini';
import type { Listing } from '#infra/opi/schemas.ts';
import type { FieldError } from '#infra/opi/wire.ts';
import type { Terms } from './engine/lot.ts';

/** What this platform admits; shown by `GET /conformance`. */
export const LIMITS = { titleLength: 60, pictures: 20, documents: 20, fileBytes: 5_000_000 } as const;

type Check = readonly [isBroken: boolean, pointer: string, code: string, detail: string];

function wordChecks(listing: z.infer<typeof Listing>): readonly Check[] {
  const isLong = [...listing.title].length > LIMITS.titleLength;
  return [
    [isLong, '/title', 'text.too_long', `不得超过 ${LIMITS.titleLength} 字`],
    [listing.saleMode !== 'ascending', '/saleMode', 'word.unsupported', '本平台只办理增价竞价 ascending'],
    [listing.venue !== 'online', '/venue', 'word.unsupported', '本平台只办理网络竞价 online'],
  ];
}

function priceChecks({ hasReserve, reserveFen }: z.infer<typeof Listing>, terms: Terms): readonly Check[] {
  const { startPriceFen, incrementFen, maxIncrementFen = Infinity } = terms;
  const contradicts = hasReserve !== undefined && hasReserve !== (reserveFen !== undefined);
  return [
    [startPriceFen < 1, '/startPriceFen', 'amount.too_small', '起拍价须大于零'],
    [incrementFen < 1, '/incrementFen', 'amount.too_small', '加价幅度须大于零'],
    [maxIncrementFen < incrementFen, '/maxIncrementFen', 'amount.too_small', '不得小于加价幅度'],
    [(reserveFen ?? Infinity) < startPriceFen, '/reserveFen', 'amount.too_small', '保留价不得低于起拍价'],
    [contradicts, '/reserveFen', 'reserve.contradiction', '是否设保留价与保留价不一致'],
  ];
}

function timeChecks({ startsAt, endsAt, registersFrom, registersTo }: Terms, now: number): readonly Check[] {
  return [
    [startsAt <= now, '/startsAt', 'time.past', '竞价开始时间须晚于平台当前时间'],
    [endsAt <= startsAt, '/endsAt', 'time.order', '须晚于竞价开始时间'],
    [registersTo <= registersFrom, '/registration/to', 'time.order', '须晚于报名开始时间和平台当前时间'],
  ];
}

/** Rules of this platform a listing breaks although its form is right. */
export function termFaults(listing: z.infer<typeof Listing>, terms: Terms, now: number): readonly FieldError[] {
  const checks = [...wordChecks(listing), ...priceChecks(listing, terms), ...timeChecks(terms, now)];
  return checks.flatMap(([isBroken, pointer, code, detail]) => (isBroken ? [{ pointer, code, detail }] : []));
}
