import type { Answer } from '../problem.ts';
import { bidRecords, itemPage, listPage } from './alibaba-pages.ts';
import type { FaceRequest } from './face.ts';
import type { FaceParts } from './face-parts.ts';
import { answerGateway } from './top-gateway.ts';

const GBK_PAGE = 'text/html; charset=gbk';
/** Lists of asset sales, and that of courts' sales (`item_list.htm`), of which the sandbox has none. */
const LIST_PATHS: readonly string[] = ['/alibaba', '/alibaba/', '/alibaba/list.htm', '/alibaba/zc_item_list.htm'];
const JUDICIAL_LIST = '/alibaba/item_list.htm';
const CAPTCHA = '{"rgv587_flag":"sm","url":"https://sandbox.invalid/_____tmd_____/punish","action":"captcha"}';

/** A page, its bytes as they are sent. */
interface PageAnswer extends Answer {
  readonly body: Uint8Array;
}

/** Pages and open-platform calls of 阿里拍卖, as far as our adapter knows them. Not all that there is, and no more than that. */
export function alibabaFace(parts: FaceParts, request: FaceRequest): Answer | 'lost' | undefined {
  const { method, path } = request;
  if (path === '/alibaba/router/rest') return method === 'POST' ? answerGateway(parts, request) : undefined;
  if (method !== 'GET') return undefined;
  const { faults } = parts;
  const read = pageOf(parts, request);
  if (read === undefined) return undefined;
  if (faults.take('market-page', 'server-error')) return bytesOf(Buffer.from('演示故障'), 'text/plain', 503);
  if (faults.take('market-page', 'captcha')) return bytesOf(Buffer.from(CAPTCHA), 'text/html');
  if (faults.take('market-page', 'lost-answer')) return 'lost';
  return faults.take('market-page', 'changed-field') ? renamed(read) : read;
}

/** 字段改名: the state of a row, the clock of a lot, the rows of a bid reply have another name. */
function renamed({ status, headers = {}, body }: PageAnswer): PageAnswer {
  const text = Buffer.from(body).toString('latin1');
  const changed = text
    .replaceAll('"status":', '"state":')
    .replaceAll('sf-countdown', 'sf-clock')
    .replaceAll('"records":', '"rows":');
  return { status, headers, body: Buffer.from(changed, 'latin1') };
}

function pageOf({ platform, store, faults }: FaceParts, { path, query }: FaceRequest): PageAnswer | undefined {
  const now = platform.settle();
  if (LIST_PATHS.includes(path) || path === JUDICIAL_LIST) {
    const isEmpty = path === JUDICIAL_LIST || faults.take('market-page', 'empty-list');
    const all = isEmpty ? [] : store.changedSince('alibaba', 0);
    return bytesOf(listPage(all, pageOfQuery(query, 'page'), now), GBK_PAGE);
  }
  const isBids = path === '/alibaba/json/get_bid_records.htm';
  const number = isBids ? query.get('id') : /^\/alibaba\/(?:auction|sf_item)\/(\d{1,20})\.htm$/.exec(path)?.[1];
  const entry = typeof number === 'string' ? store.byId(number) : undefined;
  if (entry?.face !== 'alibaba') return undefined;
  if (!isBids) return bytesOf(itemPage(entry, now), GBK_PAGE);
  return bytesOf(bidRecords(entry, pageOfQuery(query, 'currentPage')), 'text/javascript; charset=utf-8');
}

/** From 1. */
function pageOfQuery(query: URLSearchParams, name: string): number {
  const page = Math.trunc(Number(query.get(name) ?? 1));
  return page >= 1 ? page : 1;
}

function bytesOf(body: Uint8Array, contentType: string, status = 200): PageAnswer {
  return { status, headers: { 'content-type': contentType }, body };
}
