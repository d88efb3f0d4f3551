import type { FieldError, JsonObject } from '#infra/opi/wire.ts';
import { fromEpochMs, type Instant } from '#shared/domain/time.ts';
import {
  type FieldErrors,
  type FormReader,
  type FormValues,
  formReader,
  timeValue,
} from '#web/pages/desk/form-text.ts';
import { MARKETS, type Market } from '../faces/face.ts';

/** What may be sold, in the words of the interface. */
export const KINDS = [
  ['lease', '出租'],
  ['contract-out', '发包'],
  ['transfer', '转让'],
] as const;
const BASES = { lease: 'per-year', 'contract-out': 'per-year', transfer: 'total' } as const;

/** Fields of the form by the pointer under which the platform speaks of them. */
const FIELDS: Readonly<Record<string, string>> = {
  '/reference': 'reference',
  '/round': 'round',
  '/title': 'title',
  '/seller': 'seller',
  '/location': 'location',
  '/tradeKind': 'kind',
  '/startPriceFen': 'startYuan',
  '/reserveFen': 'reserveYuan',
  '/depositFen': 'depositYuan',
  '/incrementFen': 'incrementYuan',
  '/extensionMinutes': 'extension',
  '/startsAt': 'starts',
  '/endsAt': 'ends',
};

function orNothing<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

function listingIn(form: FormReader): JsonObject {
  const kind = form.choice(
    'kind',
    KINDS.map(([value]) => value),
  );
  const reserveFen = orNothing(form.yuan('reserveYuan'));
  const reference = form.text('reference', { most: 60, required: '请填写委托编号' }) ?? '';
  const round = form.whole('round', 1, 9) ?? 1;
  return {
    schema: 'opi.listing.v1',
    // A second round comes under the number of the first, and is another lot.
    reference: round === 1 ? reference : `${reference}.${round}`,
    round,
    title: form.text('title', { required: '请填写标题' }) ?? '',
    tradeCategory: 'collective',
    tradeKind: kind ?? 'lease',
    saleMode: 'ascending',
    venue: 'online',
    seller: orNothing(form.text('seller')),
    location: orNothing(form.text('location')),
    priceBasis: BASES[kind ?? 'lease'],
    startPriceFen: orNothing(form.yuan('startYuan')),
    hasReserve: reserveFen !== undefined,
    reserveFen,
    depositFen: orNothing(form.yuan('depositYuan')),
    incrementFen: orNothing(form.yuan('incrementYuan')),
    extensionMinutes: orNothing(form.whole('extension', 0, 60)),
    startsAt: orNothing<Instant>(form.time('starts')),
    endsAt: orNothing<Instant>(form.time('ends')),
  };
}

/** What the form says, or what is wrong with it. */
export function readEntry(
  values: FormValues,
): { readonly market: Market; readonly listing: JsonObject } | { readonly errors: FieldErrors } {
  const form = formReader(values);
  const market = form.choice('market', MARKETS);
  if (market === null) form.fault('market', '请选择平台');
  const listing = listingIn(form);
  return market === null || Object.keys(form.errors).length > 0 ? { errors: form.errors } : { market, listing };
}

/** What the platform found wrong, under the form's own names. */
export function entryErrors(faults: readonly FieldError[]): FieldErrors {
  return Object.fromEntries(
    faults.map(({ pointer, detail }) => {
      const name = FIELDS[pointer];
      return [name ?? 'market', name === undefined ? `${pointer}:${detail}` : detail];
    }),
  );
}

/** A form nobody has filled in yet: the auction starts in a day. */
export function emptyEntry(now: number): FormValues {
  const day = 86_400_000;
  const at = (ms: number) => timeValue(fromEpochMs(Math.floor(ms / 60_000) * 60_000));
  return { round: '1', kind: 'lease', extension: '5', starts: at(now + day), ends: at(now + 2 * day) };
}
