import type { ListingEventType } from '#shared/domain/listing/transitions.ts';

/** Acts on a listing that have a page of their own: address, what one does, and the event it makes. */
export const ACTS = {
  withdraw: { event: 'withdrawn', label: '撤回挂牌' },
  'end-round': { event: 'round-ended', label: '登记本轮结果' },
  'next-round': { event: 'round-opened', label: '再次挂牌' },
  agreement: { event: 'let-by-agreement', label: '协议出租' },
} as const satisfies Readonly<Record<string, { readonly event: ListingEventType; readonly label: string }>>;

/** An act as its address names it. */
export type Act = keyof typeof ACTS;

export const ACT_NAMES: readonly Act[] = ['withdraw', 'end-round', 'next-round', 'agreement'];

/** Address of an act's page, and of its form. */
export function actAddress(listingId: string, act: Act): string {
  return `/desk/listings/${listingId}/act/${act}`;
}
