import { CALENDAR_TYPE } from '#web/api/lot-calendar.ts';
import { FEED_TYPE } from '#web/api/lots-atom.ts';
import {
  BEFORE_THE_FIRST,
  CHANGES_PARAMETERS,
  LIMITS,
  type Limit,
  NO_PARAMETERS,
  pagedParameters,
} from '#web/api/parameters.ts';
import { CATALOGUE_PARAMETERS } from '#web/catalogue-params.ts';
import type { ParameterTable } from '#web/query-parameters.ts';

import type { AnswerSchema } from './answer-schemas.ts';

/** A header of the answer, by the key under `components/headers`. */
export type HeaderName = 'Link' | 'RowCount' | 'TotalCount';

/** One route as the document describes it. Every one also answers 304. */
export interface Operation {
  readonly path: string;
  readonly operationId: string;
  /** English. */
  readonly summary: string;
  /** Chinese. */
  readonly description: string;
  readonly parameters: ParameterTable;
  readonly defaults?: Readonly<Record<string, number | string>>;
  /** Media type of the answer, and the name of its schema; text has none. */
  readonly contentType: string;
  readonly schema?: AnswerSchema;
  readonly headers?: readonly HeaderName[];
  /** Statuses answered with problem details. */
  readonly problems: readonly (400 | 404 | 500 | 503)[];
  /** What to add to the host in an example call. */
  readonly example: string;
}

const JSON_BODY = { contentType: 'application/json' } as const;
const LIST_PROBLEMS = { problems: [400, 500, 503] } as const;
const LOT_PROBLEMS = { problems: [400, 404, 500, 503] } as const;
const EXAMPLE_LOT = '/v1/lots/{id}';

function paged(limit: Limit) {
  return { parameters: pagedParameters(limit), defaults: { limit: limit.usual } };
}

const file = { headers: ['Link', 'RowCount', 'TotalCount'] } as const;

/** Every route of the public API. */
export const operations: readonly Operation[] = [
  {
    path: '/v1/lots',
    operationId: 'listLots',
    summary: 'Lots found by a filter, page by page, with counts for each facet.',
    description: '按条件查询标的。同一参数的多个值为“或”,不同参数之间为“且”。翻页用 next 或 Link 头,直到没有。',
    ...paged(LIMITS.lots),
    ...JSON_BODY,
    schema: 'Lots',
    headers: ['Link'],
    ...LIST_PROBLEMS,
    example: '/v1/lots?q=厂房 织里&status=bidding&limit=20',
  },
  {
    path: '/v1/lots.csv',
    operationId: 'exportLotsCsv',
    summary: 'The same as CSV for spreadsheets; follow Link until there is none.',
    description:
      '同一查询的表格(UTF-8 带 BOM,RFC 4180),表头为中文,金额为元、精确到分。可能被当作公式的文字前加一个撇号。' +
      '一次答不完时文件名与 X-Row-Count、X-Total-Count 说明行数与总数,按 Link 头继续。',
    ...paged(LIMITS.csv),
    contentType: 'text/csv',
    ...file,
    ...LIST_PROBLEMS,
    example: '/v1/lots.csv?category=collective',
  },
  {
    path: '/v1/lots.jsonl',
    operationId: 'exportLotsJsonLines',
    summary: 'The same as JSON Lines, one Lot a line; follow Link until there is none.',
    description: '同一查询的 JSON Lines,每行一个标的(结构同 Lot)。一次答不完时按 Link 头继续。',
    ...paged(LIMITS.jsonLines),
    contentType: 'application/jsonl',
    schema: 'Lot',
    ...file,
    ...LIST_PROBLEMS,
    example: '/v1/lots.jsonl?status=sold',
  },
  {
    path: '/v1/lots.atom',
    operationId: 'followLots',
    summary: 'Atom feed of a filter: the 50 lots that changed last, newest first.',
    description: '一组条件的订阅(Atom 1.0):最近有变化的 50 个标的,新的在前;sort 不改变顺序。条目编号不变。',
    parameters: CATALOGUE_PARAMETERS,
    contentType: FEED_TYPE.replace(/;.*/, ''),
    ...LIST_PROBLEMS,
    example: '/v1/lots.atom?township=330502100',
  },
  {
    path: '/v1/lots/{id}',
    operationId: 'readLot',
    summary: 'Everything known of one lot, each fact with its source document and time.',
    description: '一个标的的全部信息,每项事实附来源文件与来源时间。',
    parameters: NO_PARAMETERS,
    ...JSON_BODY,
    schema: 'LotDetail',
    ...LOT_PROBLEMS,
    example: EXAMPLE_LOT,
  },
  {
    path: '/v1/lots/{id}/bids',
    operationId: 'readBids',
    summary: 'The bids of one lot, oldest first.',
    description: '一个标的的竞买记录,由早到晚。',
    parameters: NO_PARAMETERS,
    ...JSON_BODY,
    schema: 'Bids',
    ...LOT_PROBLEMS,
    example: `${EXAMPLE_LOT}/bids`,
  },
  {
    path: '/v1/lots/{id}/rounds',
    operationId: 'readRounds',
    summary: 'All rounds of the property a lot belongs to, itself included.',
    description: '同一资产的各轮次,含本标的,按先后。依据是平台上相同的资产标识。',
    parameters: NO_PARAMETERS,
    ...JSON_BODY,
    schema: 'Rounds',
    ...LOT_PROBLEMS,
    example: `${EXAMPLE_LOT}/rounds`,
  },
  {
    path: '/v1/lots/{id}/calendar.ics',
    operationId: 'readCalendar',
    summary: 'The bidding of one lot as a calendar event with two alarms before its end.',
    description: '一个标的的日程(iCalendar),结束前一天和一小时各提醒一次。没有结束时间的标的答 404。',
    parameters: NO_PARAMETERS,
    contentType: CALENDAR_TYPE.replace(/;.*/, ''),
    ...LOT_PROBLEMS,
    example: `${EXAMPLE_LOT}/calendar.ics`,
  },
  {
    path: '/v1/platforms',
    operationId: 'listPlatforms',
    summary: 'The platforms, what can be asked of each, and how many of its lots are here.',
    description: '各平台:能力、文件类型、格式依据、目录中的标的数。',
    parameters: NO_PARAMETERS,
    ...JSON_BODY,
    schema: 'Platforms',
    ...LIST_PROBLEMS,
    example: '/v1/platforms',
  },
  {
    path: '/v1/changes',
    operationId: 'listChanges',
    summary: 'Changes after a sequence, oldest first; ask again with next_since.',
    description:
      '变更流:序号大于 since 的变更,由早到晚。下次以 next_since 作为 since 继续;没有新变更时 changes 为空、next_since 不变。' +
      'since 超过末尾时答 400:所跟随的已不是同一个变更流,请从头读取。',
    parameters: CHANGES_PARAMETERS,
    defaults: { since: BEFORE_THE_FIRST, limit: LIMITS.changes.usual },
    ...JSON_BODY,
    schema: 'Changes',
    headers: ['Link'],
    ...LIST_PROBLEMS,
    example: '/v1/changes?since=-1&limit=100',
  },
  {
    path: '/v1/snapshots',
    operationId: 'listSnapshots',
    summary: 'The published snapshots, folds of the change feed named by their content.',
    description: '已发布的快照:变更流折叠到某一条的结果,以内容摘要命名。可用变更流自行折叠、核对摘要。',
    parameters: NO_PARAMETERS,
    ...JSON_BODY,
    schema: 'Snapshots',
    ...LIST_PROBLEMS,
    example: '/v1/snapshots',
  },
  {
    path: '/openapi.json',
    operationId: 'readOpenApi',
    summary: 'This document.',
    description: '本说明的机器可读形式(OpenAPI 3.1)。',
    parameters: NO_PARAMETERS,
    ...JSON_BODY,
    problems: [],
    example: '/openapi.json',
  },
  {
    path: '/docs',
    operationId: 'readDocs',
    summary: 'This document for people.',
    description: '供人阅读的接口说明。',
    parameters: NO_PARAMETERS,
    contentType: 'text/html',
    problems: [],
    example: '/docs',
  },
];
