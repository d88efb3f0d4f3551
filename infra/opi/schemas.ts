import * as z from 'zod/mini';
import { openPlatformDocuments } from '#adapters/open-platform.ts';
import { LEVELS } from './wire.ts';

const { Lot } = openPlatformDocuments;

function said<S extends z.ZodMiniType>(zh: string, type: S): S {
  return type.check(z.describe(zh));
}

const text = z.string().check(z.minLength(1), z.maxLength(2_000));
const id = () => z.string().check(z.regex(/^[A-Za-z0-9._:-]{1,64}$/));
const fen = () => z.int().check(z.nonnegative());

const Attachment = z.object({
  name: said('文件名', z.string().check(z.minLength(1), z.maxLength(200))),
  sha256: said('文件内容的 SHA-256，小写十六进制', z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  contentType: said('媒体类型', z.string().check(z.minLength(3), z.maxLength(100))),
  url: said('下载地址；与 contentBase64 二选一', z.optional(z.string().check(z.maxLength(2_000)))),
  contentBase64: said('文件内容；与 url 二选一', z.optional(z.string())),
});

const OWNED = {
  lotId: true,
  url: true,
  status: true,
  statusReason: true,
  currentPriceFen: true,
  bidCount: true,
  registrationCount: true,
  extensionCount: true,
  hammerPriceFen: true,
} as const;

/** What the office asks a platform to sell (委托): the lot's terms, without what only the platform can say. */
export const Listing = z.extend(z.omit(Lot, OWNED), {
  schema: said('文档类型与版本', z.literal('opi.listing.v1')),
  reference: said('我方委托编号，同时为 Idempotency-Key', id()),
  reserveFen: said('保留价，单位分；平台须保密，不得在任何文档中出现', z.optional(fen())),
  pictures: said('图片', z.optional(z.array(Attachment))),
  documents: said('附件', z.optional(z.array(Attachment))),
});

/** A listing as it shall be from now on, whole, and why. */
export const Amendment = z.extend(Listing, { reason: said('变更原因', text) });

/** Answer to a listing taken. */
export const ListingReceipt = z.object({
  lotId: said('平台标的编号', id()),
  status: said('标的状态，词表「状态」', z.string()),
  url: said('标的页面地址', z.string()),
});

/** What the platform holds of a listing. */
export const HeldListing = z.extend(ListingReceipt, {
  reference: said('我方委托编号', id()),
  revision: said('版本号，自 1 起，每次变更加一；变更时以 If-Match 带回', z.int().check(z.positive())),
  listing: said('平台保存的委托内容，不含保留价与文件内容', z.record(z.string(), z.unknown())),
});

/** Why a listing is withdrawn. */
export const Withdrawal = z.object({ reason: said('撤回原因', text) });

/** What a platform says it can do. */
export const Conformance = z.object({
  name: said('平台名称', text),
  levels: said('已实现的等级：bids 含 read，publish 含 bids；settlement、events 另计', z.array(z.enum(LEVELS))),
  limits: said('各字段上限，如 titleLength', z.record(z.string(), z.number())),
  demo: said('是否演示环境', z.boolean()),
  clock: said('平台服务器时间', z.string()),
});

/** What every refusal looks like (RFC 9457). */
export const Problem = z.object({
  type: said('错误类型', z.string()),
  title: said('中文说明', text),
  status: said('HTTP 状态码', z.int()),
  code: said('错误码，稳定不变', z.string().check(z.minLength(1))),
  errors: said(
    '逐字段的错误',
    z.array(
      z.object({
        pointer: said('JSON 指针，指向出错的字段', z.string()),
        code: said('错误码', z.string()),
        detail: said('中文说明', z.string()),
      }),
    ),
  ),
  retryable: said('原样重试是否可能成功', z.boolean()),
});
