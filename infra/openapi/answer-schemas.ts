import * as z from 'zod/mini';
import { PRICE_BASES } from '#shared/domain/price.ts';
import { ERROR_CODES, type ErrorCode } from '#shared/errors/codes.ts';
import { FACETS } from '#shared/services/catalogue/catalogue-query.ts';
import { described, orUnknown } from './described.ts';
import { Bid, Lot, LotDetail } from './lot-schemas.ts';
import { LotId, Time, text, time, word } from './values.ts';

const Count = z.int().check(z.nonnegative());
const Sequence = z.int().check(z.gte(-1));

const FacetCounts = described(
  z.record(z.enum(FACETS), z.array(z.strictObject({ value: z.string(), count: Count }))),
  '各筛选项的取值及标的数,其余条件不变。Lots for each value, all other restrictions standing.',
  { id: 'Facets' },
);

const Lots = described(
  z.strictObject({
    total: described(Count, '符合条件的标的总数。All lots found.'),
    upToSeq: described(Sequence, '已反映到变更流的这一条;-1 为尚无变更。Last change folded in.'),
    staleSince: time('存储自此不可用,内容为此前的目录;正常时为 null。Since when the store has not answered.'),
    facets: FacetCounts,
    lots: z.array(Lot),
    next: text('下一页的 cursor,最后一页为 null。Cursor of the next page.'),
  }),
  '一页标的。A page of lots.',
  { id: 'Lots' },
);

const Bids = described(
  z.strictObject({
    lotId: LotId,
    version: z.int(),
    priceBasis: word(PRICE_BASES, '出价的计价方式。What the bids are prices of.'),
    bids: z.array(Bid),
  }),
  '竞买记录,由早到晚。Bids, oldest first.',
  { id: 'Bids' },
);

const Rounds = described(
  z.strictObject({
    lotId: LotId,
    propertyKey: text('各轮次共有的标识,即认定依据。The evidence.'),
    rounds: z.array(Lot),
  }),
  '同一资产的各轮次,含本标的,按先后。All rounds of the property in their order.',
  { id: 'Rounds' },
);

const Capability = z.strictObject({
  way: orUnknown(z.enum(['api', 'page', 'file', 'handoff']), '实现方式,没有则为 null。How it is met.'),
  reason: text(
    '没有的原因;方式为 api 时,为未对接时没有的原因。Why it is not met, by api: why not without a connection.',
  ),
  note: text('方式为 api 时,哪些从未与平台联调。What of the interface was never tried live.'),
  otherwise: orUnknown(z.enum(['handoff']), '未对接时的实现方式。How it is met without a connection.'),
});

const Platforms = described(
  z.strictObject({
    platforms: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        homepage: z.string(),
        confidence: described(
          z.enum(['captured', 'documented', 'assumed']),
          '格式依据:实采、文档、推定。How sure we are of what it really sends.',
        ),
        capabilities: described(z.record(z.string(), Capability), '能力。What can be asked of it.'),
        documentKinds: z.array(z.strictObject({ kind: z.string(), title: z.string(), contentType: z.string() })),
        lots: described(Count, '目录中的标的数。Its lots in the catalogue.'),
      }),
    ),
  }),
  '各平台。All platforms.',
  { id: 'Platforms' },
);

const Change = described(
  z.strictObject({
    sequence: described(Count, '序号,从 0 起连续。From 0, without gaps.'),
    at: described(Time, '写入时间。When it was written.'),
    causedBy: described(z.string(), '起因:文件或重放的编号。Document or replay that caused it.'),
    lot: described(Lot, '变更后的标的。The lot as it stood then.'),
  }),
  '一条变更。One change.',
  { id: 'Change' },
);

const Changes = described(
  z.strictObject({
    changes: z.array(Change),
    next_since: described(Sequence, '下次从这里继续。Where to go on.'),
  }),
  '变更流的一段,由早到晚。Changes, oldest first.',
  { id: 'Changes' },
);

const Snapshots = described(
  z.strictObject({
    snapshots: z.array(
      z.strictObject({
        name: described(
          z.string(),
          '名称:catalogue 为全部标的,facts-<年> 为该年的事实,facts 为各年事实的索引。What it holds.',
        ),
        upToSeq: described(Sequence, '已折叠到变更流的这一条。Last change folded in.'),
        at: described(Time, '那一条的写入时间。When that change was written.'),
        sha256: described(z.string(), '内容的摘要;由它算出的数字以此为据。Hash of the content.'),
        lots: described(Count, '标的数。Lots in it.'),
        bytes: described(Count, '压缩后的字节数。Compressed bytes.'),
      }),
    ),
  }),
  '已发布的快照,每个名称的最新一份。The newest published snapshot of each name.',
  { id: 'Snapshots' },
);

const Fault = z.strictObject({
  parameter: z.optional(described(z.string(), '查询参数。Query parameter.')),
  pointer: z.optional(described(z.string(), '正文中的位置,JSON Pointer。Place in the body.')),
  detail: z.string(),
  allowed: z.optional(described(z.array(z.string()), '可用的值。What would have been right.')),
});

const Problem = described(
  z.strictObject({
    type: z.string(),
    title: described(z.string(), '中文标题。Chinese title.'),
    status: z.int(),
    detail: z.string(),
    code: described(z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]), '稳定的错误代码。Stable code.'),
    instance: z.optional(described(z.string(), '请求编号,报修时请带上。The request, for asking us about it.')),
    retryable: described(z.boolean(), '稍后再试是否可能成功。Whether trying again may heal it.'),
    wayOut: described(z.string(), '下一步怎么做。What to do next.'),
    errors: described(z.array(Fault), '请求中的每处错误。Everything wrong with the request.'),
    details: z.record(z.string(), z.unknown()),
  }),
  '错误说明(RFC 9457)。Problem details.',
  { id: 'Problem' },
);

/** Schemas of answers by their name in the document. */
export const answerSchemas = { Lot, LotDetail, Lots, Bids, Rounds, Platforms, Changes, Snapshots, Problem } as const;
export type AnswerSchema = keyof typeof answerSchemas;
