import type { Market } from './face.ts';

/** Where a lot entered by hand is seen. */
export interface LotAddresses {
  /** Such as the marketplace's own; leads to no page of ours. */
  readonly shown: string;
  /** Where the sandbox shows what the marketplace would, to be saved and taken in. */
  readonly saved: string;
}

/** Addresses of a lot's page, by the face that shows it. */
export const LOT_ADDRESSES: Readonly<Record<Market, (number: string, origin: string) => LotAddresses>> = {
  alibaba: (number, origin) => ({
    shown: `https://zc-item.taobao.com/auction/${number}.htm`,
    saved: `${origin}/sandbox/alibaba/auction/${number}.htm`,
  }),
  jd: (number, origin) => ({
    shown: `https://paimai.jd.com/${number}`,
    saved: `${origin}/sandbox/jd/${number}`,
  }),
};
