import type { Answer } from '../problem.ts';
import { bidRecords, itemPage, listPage } from './alibaba-pages.ts';
import type { FaceRequest } from './face.ts';
import type { FaceParts } from './face-parts.ts';
import { answerGateway } from './top-gateway.ts';

const GBK_PAGE = 'text/html; charset=gbk';
const LIST_PATHS: readonly string[] = ['/alibaba', '/alibaba/', '/alibaba/list.htm'];
const CAPTCHA = '{"rgv587_flag":"sm","url":"https://sandbox.invalid/_____tmd_____/punish","action":"captcha"}';

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
  return read;
}

function pageOf({ platform, store }: FaceParts, { path, query }: FaceRequest): Answer | undefined {
  const now = platform.settle();
  if (LIST_PATHS.includes(path)) return bytesOf(listPage(store.changedSince('alibaba', 0), now), GBK_PAGE);
  const isBids = path === '/alibaba/json/get_bid_records.htm';
  const number = isBids ? query.get('id') : /^\/alibaba\/auction\/(\d{1,20})\.htm$/.exec(path)?.[1];
  const entry = typeof number === 'string' ? store.byId(number) : undefined;
  if (entry?.face !== 'alibaba') return undefined;
  if (!isBids) return bytesOf(itemPage(entry, now), GBK_PAGE);
  const current = Math.trunc(Number(query.get('currentPage') ?? 1));
  return bytesOf(bidRecords(entry, current >= 1 ? current : 1), 'text/javascript; charset=utf-8');
}

function bytesOf(body: Uint8Array, contentType: string, status = 200): Answer {
  return { status, headers: { 'content-type': contentType }, body };
}
