import * as z from 'zod/mini';
import { drifting } from '../kit/drifting.ts';

const text = z.optional(z.nullable(z.string()));
const whole = z.optional(z.nullable(z.int()));
const count = z.optional(z.nullable(z.int().check(z.nonnegative())));
/** Yuan as a float. */
const yuan = z.optional(z.nullable(z.number()));
/** Milliseconds since 1970; an empty string where there is none. */
const moment = z.optional(z.nullable(z.union([z.number(), z.string()])));

/** Every reply is wrapped alike; `message` is missing from some. */
export const Wrapper = drifting(
  z.object({ code: z.union([z.int(), z.string()]), status: whole, message: text, data: z.optional(z.unknown()) }),
);

/** getProductBasicInfo. */
export const BasicInfo = drifting(
  z.object({
    /** The short id; `productId` and `skuId` are the goods behind it and work in no call. */
    paimaiId: z.int(),
    title: z.string(),
    startPrice: z.number(),
    startTime: z.int(),
    endTime: z.int(),
    ensurePrice: yuan,
    priceLowerOffset: yuan,
    priceHigherOffset: yuan,
    assessmentPrice: yuan,
    /** Minutes. */
    delayedTime: whole,
    /** Reserve price as text; 无 when there is none. */
    minPrice: text,
    paimaiTimes: whole,
    publishSource: whole,
    displayStatus: whole,
    downReason: text,
    /** JSON inside a string. */
    extendInfoMap: text,
    productAddressResult: z.optional(
      z.nullable(z.object({ province: text, city: text, county: text, town: text, address: text })),
    ),
  }),
);

/** What `extendInfoMap` holds: nothing was ever seen in it. */
export const ExtendInfo = drifting(z.object({}));

/** getPaimaiRealTimeData: field names from scrapers' code. */
export const Realtime = drifting(
  z.object({
    auctionStatus: z.int(),
    displayStatus: whole,
    /** Why a lot was stopped. */
    remarks: text,
    bidCount: z.int().check(z.nonnegative()),
    /** Yuan; the start price while there are no bids. */
    currentPrice: yuan,
    currentPriceStr: text,
    /** Address of the confirmation (成交确认书), empty without one. */
    confirmationUrl: text,
    startTime: moment,
    endTime: moment,
    serverNowTime: moment,
    /** 报名人数. */
    accessEnsureNum: count,
    delayedCount: count,
  }),
);

/** queryVendorInfo. Contacts (mobile, applicantPhone) are left unread. */
export const Vendor = drifting(z.object({ shopName: z.string() }));

/** queryAttachFilesForIntro. Nothing in it is kept; its shape is looked at so that a change is noticed. */
export const Attachments = drifting(
  z.array(z.object({ evtId: z.int(), attachmentName: z.string(), attachmentAddress: z.string() })),
);

/** paimai_getPaimaiDetaiExpandValues (sic). As above. */
export const ExpandValues = drifting(
  z.object({ followerCount: z.int().check(z.nonnegative()), accessNum: z.int().check(z.nonnegative()) }),
);

/** paimai_unifiedSearch: not wrapped as the others. Names from scrapers' code of 2021 to 2026. */
export const Search = drifting(
  z.object({
    code: z.union([z.int(), z.string()]),
    message: text,
    totalItem: z.int().check(z.nonnegative()),
    datas: z.array(z.unknown()),
  }),
);

/** One lot of a page of the search: names from scrapers' code; some of them convert the codes from text. */
export const SearchRow = drifting(
  z.object({
    /** The short id. */
    id: z.int(),
    title: z.string(),
    startTime: z.int(),
    endTime: z.int(),
    auctionStatus: z.union([z.int(), z.string()]),
    displayStatus: z.optional(z.nullable(z.union([z.int(), z.string()]))),
    bidCount: z.int().check(z.nonnegative()),
    currentPrice: yuan,
    assessmentPrice: yuan,
    paimaiTimes: whole,
    publishSource: whole,
    shopName: text,
    productAddress: text,
  }),
);
