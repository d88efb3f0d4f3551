import * as z from 'zod/mini';
import { openPlatformDocuments } from '#adapters/open-platform.ts';
import { EXAMPLES } from './examples.ts';
import { Amendment, Conformance, HeldListing, Listing, ListingReceipt, Problem, Withdrawal } from './schemas.ts';
import { OPI_PATH } from './wire.ts';

const { envelopes, event, Lot, Bid, Result, Settlement, Deposit } = openPlatformDocuments;

/** Schemas by their name in the document; rows stand beside the documents that carry them. */
export const SCHEMAS = {
  ...{ LotDocument: envelopes['opi.lot.v1'], LotsDocument: envelopes['opi.lots.v1'] },
  ...{ BidsDocument: envelopes['opi.bids.v1'], ResultDocument: envelopes['opi.result.v1'] },
  ...{ SettlementDocument: envelopes['opi.settlement.v1'], DepositsDocument: envelopes['opi.deposits.v1'] },
  ...{ EventDocument: event },
  ...{
    Lot,
    Bid,
    Result,
    Settlement,
    Deposit,
    Listing,
    Amendment,
    ListingReceipt,
    HeldListing,
    Withdrawal,
    Conformance,
    Problem,
  },
} as const;
type SchemaName = keyof typeof SCHEMAS;

/** Which schema fills which field of a document: there it is left open, for rows are read one by one. */
const FILLED: readonly (readonly [SchemaName, string, SchemaName, 'one' | 'many'])[] = [
  ['LotDocument', 'lot', 'Lot', 'one'],
  ['LotsDocument', 'lots', 'Lot', 'many'],
  ['BidsDocument', 'bids', 'Bid', 'many'],
  ['ResultDocument', 'result', 'Result', 'one'],
  ['SettlementDocument', 'settlement', 'Settlement', 'one'],
  ['DepositsDocument', 'deposits', 'Deposit', 'many'],
];

const ref = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

function schemas() {
  const made = Object.entries(SCHEMAS).map(([name, schema]) => {
    const { $schema: _, additionalProperties: __, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    const filled = FILLED.filter(([of]) => of === name).map(([, field, by, number]) => {
      const description = rest.properties?.[field];
      const said = typeof description === 'object' ? { description: description.description } : {};
      return [field, number === 'one' ? { ...said, ...ref(by) } : { ...said, type: 'array', items: ref(by) }] as const;
    });
    return [name, { ...rest, properties: { ...rest.properties, ...Object.fromEntries(filled) } }] as const;
  });
  return Object.fromEntries(made);
}

/** Documents, each with its example; rows have theirs within a document. */
type DocumentName = keyof typeof EXAMPLES;
const json = (name: DocumentName) => ({ 'application/json': { schema: ref(name), example: EXAMPLES[name] } });
const parameter = (name: string, place: 'path' | 'query' | 'header', description: string) => ({
  name,
  in: place,
  required: place !== 'query',
  description,
  schema: { type: 'string' },
});

const LOT_ID = parameter('lotId', 'path', '平台标的编号');
const REFERENCE = parameter('reference', 'path', '我方委托编号');
const KEY = parameter('Idempotency-Key', 'header', '与 reference 相同；同一编号重发只有一个标的');
const MATCH = parameter('If-Match', 'header', '当前版本号，加双引号，如 "1"');
const VERSION = parameter('OPI-Version', 'header', '接口版本，现为 1；不支持的版本答 400');
const REFUSED = {
  description: '被拒绝',
  content: { 'application/problem+json': { schema: ref('Problem'), example: EXAMPLES.Problem } },
};

interface Says {
  readonly parameters?: readonly object[];
  readonly body?: DocumentName;
  readonly more?: Readonly<Record<string, object>>;
}

function operation(operationId: string, summary: string, answer: DocumentName, says: Says = {}) {
  const { parameters = [], body, more = {} } = says;
  return {
    operationId,
    summary,
    parameters: [VERSION, ...parameters],
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body) } }),
    responses: { 200: { description: '成功', content: json(answer) }, ...more, default: REFUSED },
  };
}

function lotPaths() {
  const paging = [
    parameter('updatedSince', 'query', '只要此刻以后有变化的标的'),
    parameter('cursor', 'query', '上一页给出的 nextCursor'),
    parameter('reference', 'query', '只要此委托编号的标的'),
  ];
  const ofLot = (id: string, summary: string, answer: DocumentName) => ({
    get: operation(id, summary, answer, { parameters: [LOT_ID] }),
  });
  return {
    '/lots': {
      get: operation('listLots', '标的列表', 'LotsDocument', { parameters: paging }),
    },
    '/lots/{lotId}': ofLot('readLot', '单个标的', 'LotDocument'),
    '/lots/{lotId}/bids': ofLot('readBids', '竞价记录', 'BidsDocument'),
    '/lots/{lotId}/result': ofLot('readResult', '竞价结果；未结束时 404 result.none', 'ResultDocument'),
    '/lots/{lotId}/settlement': ofLot('readSettlement', '成交后节点', 'SettlementDocument'),
    '/lots/{lotId}/deposits': ofLot('readDeposits', '保证金台账', 'DepositsDocument'),
  };
}

function listingPaths() {
  const created = { 201: { description: '首次收到，已建标的', content: json('ListingReceipt') } };
  const conflict = '发布；同样内容重发答 200，同一编号另一份内容答 409 listing.conflict，填写有误答 422';
  const amending = { parameters: [REFERENCE, MATCH], body: 'Amendment' as const };
  return {
    '/listings': {
      post: operation('publish', conflict, 'ListingReceipt', { parameters: [KEY], body: 'Listing', more: created }),
    },
    '/listings/{reference}': {
      get: operation('readListing', '平台已收到的内容；没有时 404 listing.none', 'HeldListing', {
        parameters: [REFERENCE],
      }),
      put: operation('amend', '竞价开始前变更，给出整份内容与原因；版本不符答 412', 'ListingReceipt', amending),
    },
    '/listings/{reference}/withdrawal': {
      post: operation('withdraw', '落槌前撤回，可重复', 'ListingReceipt', {
        parameters: [REFERENCE],
        body: 'Withdrawal',
      }),
    },
  };
}

const ABOUT = [
  '本地交易平台实现本接口，即可接收委托、公布标的、回传出价与结果；实现后以 hub certify 检验。',
  '金额为整数分，时刻带时差，词以词表为准；字段说明见 open-platform-documents.md。',
  '等级：read 可读标的；bids 含 read，另有出价与结果；publish 含 bids，另可发布、变更、撤回；settlement 为成交后节点与保证金台账；events 为推送。平台在 GET /conformance 中声明自己的等级，可以从低到高逐级实现。',
  '一份委托只有一个标的：reference 是我方委托编号，发布时同时作为 Idempotency-Key。同样内容再次提交答 200 和原来的标的编号，另一份内容答 409；并发提交也是如此。',
  '变更和撤回须写明原因。变更给出整份内容，以 If-Match 带回版本号，版本不符答 412，竞价开始后答 409。',
  '错误一律为 application/problem+json（RFC 9457）：code 稳定不变，title 与 detail 为中文，errors 以 JSON 指针指到字段，retryable 表示原样重试是否可能成功。限流答 429 并给出 Retry-After 秒数。没有这个标的答 404 lot.none，没有这份委托答 404 listing.none，竞价未结束答 404 result.none。没有办成的故障也以这种格式答 5xx；不是这种格式的 5xx 视为答复丢失，我方会先查后发。',
  '保留价只在委托中出现一次，平台须保密，不得在任何答复、页面和推送中给出。个人姓名、手机号、证件号不得出现，竞买人只以竞买号表示。',
] as const;

/** The Open Platform Interface as an OpenAPI 3.1 document. */
export function openPlatformDocument() {
  const push =
    '以 Standard Webhooks 签名推送（webhook-id、webhook-timestamp、webhook-signature）；至少一次，次序不限，2xx 为收到，否则退避重发';
  return {
    openapi: '3.1.1',
    info: {
      title: '开放平台接口',
      version: '1',
      description: ABOUT.join('\n\n'),
    },
    servers: [{ url: `https://platform.invalid${OPI_PATH}` }],
    security: [{ key: [] }],
    paths: {
      '/conformance': { get: operation('readConformance', '平台的等级、上限与时钟', 'Conformance') },
      ...lotPaths(),
      ...listingPaths(),
    },
    webhooks: {
      event: {
        post: {
          summary: push,
          requestBody: { content: json('EventDocument') },
          responses: { '2XX': { description: '收到' } },
        },
      },
    },
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } }, schemas: schemas() },
  };
}

/** YAML of plain data. Text is written as JSON strings, which are YAML too. */
export function toYaml(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return ` ${JSON.stringify(value)}\n`;
  const entries = Object.entries(value).filter(([, of]) => of !== undefined);
  const lines = entries.map(([name, of]) => {
    const head = Array.isArray(value) ? '-' : `${JSON.stringify(name)}:`;
    return `${indent}${head}${toYaml(of, `${indent}  `)}`;
  });
  return `\n${lines.join('')}`;
}
