import { type Fen, parseMoney } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { decodeReferences } from '../kit/character-references.ts';
import { collectUnread, type UnreadFields } from '../kit/drifting.ts';
import { toFactText } from '../kit/fact-text.ts';
import { parseJson } from '../kit/json-reply.ts';
import { readLink } from '../kit/link.ts';
import { openMarkup } from '../kit/markup.ts';
import { decodeTolerantly, isDamaged, openPage, unreadableText } from '../kit/page.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { drift, refusalOf } from '../kit/refusal.ts';
import { BadRow, need, quote, readRows, refuseIfDrifted } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { countPages, type DealText, isGone, RESULTS, readDealTexts } from './deal-page.ts';
import { manifest } from './manifest.ts';
import { BLOCK_MARKS } from './marks.ts';
import { Deal, type DealProject } from './schema.ts';

type DealReading = Extract<ReturnType<typeof Deal.read>, { ok: true }>['value'];

const pathOf = (index: number) => `textarea:nth-of-type(${index + 1})`;

/**
 * Maps a page of results (成交结果公示), a list of them or the page of one. Each is a sale, its amounts 万元 in text. Who bought
 * is not read.
 */
export function mapDeals({ bytes }: RawDocument): MappedDocument {
  const page = openPage(bytes);
  const html = decodeTolerantly(page);
  if (isGone(html)) throw drift('the platform says it has no such page', { title: '404页面' });
  const texts = readDealTexts(openMarkup(html));
  if (texts.length === 0 && countPages(html) === undefined) throw refusalOf(page, BLOCK_MARKS, RESULTS);
  if (isDamaged(page, html)) throw unreadableText('undecodable bytes');
  if (!/<\/html\s*>\s*$/i.test(html.slice(-400))) throw drift('the page is cut off', { missing: '</html>' });

  const unread = collectUnread();
  const setAside: QuarantinedRow[] = [];
  const { good, bad } = readRows(
    [...texts.entries()],
    (at) => pathOf(at),
    ([at, text]) => {
      const deal = readDeal(text, unread);
      if (!isIncrease(deal)) return readLot(deal, text.address);
      setAside.push({ path: pathOf(at), reason: 'a capital increase is no sale' });
      return undefined;
    },
  );
  refuseIfDrifted(texts.length, bad);
  const { lots, conflicts } = uniqueLots(good.flatMap(({ path, row }) => (row === undefined ? [] : [{ path, row }])));
  return { lots, bids: [], quarantined: [...bad, ...conflicts, ...setAside], unread: unread.list() };
}

/** The JSON is escaped inside its field, once or twice. */
function readDeal({ json }: DealText, unread: UnreadFields): DealReading {
  const once = decodeReferences(json);
  const value = parseJson(json) ?? parseJson(once) ?? parseJson(decodeReferences(once));
  if (value === undefined) throw new BadRow('', 'a data block is no JSON');
  const reading = Deal.read(value);
  if (!reading.ok) throw new BadRow(` ${reading.path}`, reading.reason);
  unread.add('/*', reading.unread);
  return reading.value;
}

function isIncrease(deal: DealReading): boolean {
  return Boolean(deal.utrzcemsproject) && !deal.utrgcemsproject && !deal.utrmcemsproject;
}

function readLot({ utrgcemsproject, utrgcemsobject, utrmcemsproject }: DealReading, address: string): LotObservation {
  if (utrgcemsproject && utrmcemsproject) throw new BadRow('', 'says two outcomes at once');
  const project = need(utrgcemsproject ?? utrmcemsproject ?? undefined, '', 'missing');
  const externalId = project.projectcode.trim();
  if (!/^[A-Z][A-Z0-9-]{5,39}$/.test(externalId)) throw new BadRow(' /projectcode', 'not a lot number');
  const title = maskPersonNames(toFactText(decodeReferences(project.object || project.projectname || '')));
  if (title === '') throw new BadRow(' /object', 'no title');
  const valued = project.evaluatevalue ?? utrgcemsobject?.objectevaluatevalue;
  const facts = said<LotFacts>({
    title,
    url: readAddress(address),
    // A right to a rent may be quoted otherwise than for a total.
    priceBasis: title.includes('租') ? undefined : 'total',
    assetClass: utrgcemsproject ? 'equity' : undefined,
    startPrice: readAmount(project, 'objectprice'),
    appraisal: readWan(valued, ' /evaluatevalue'),
    hammerPrice: need(readAmount(project, 'tradevalue'), ' /tradevalue', 'a sale without a price'),
  });
  return { externalId, status: 'sold', facts };
}

function readAmount(project: DealProject, field: 'tradevalue' | 'objectprice'): Fen | undefined {
  return readWan(project[field], ` /${field}`);
}

/** 万元, whether the text says so or not. */
function readWan(written: string | number | null | undefined, field: string): Fen | undefined {
  const amount = parseMoney(String(written ?? ''), 'wan');
  if (amount.kind === 'unreadable') throw new BadRow(field, `not an amount in wan: ${quote(String(written))}`);
  return amount.kind === 'amount' && amount.fen > 0 ? amount.fen : undefined;
}

function readAddress(address: string): string | undefined {
  const link = readLink(address.startsWith('/') ? `https://www.cbex.com.cn${address}` : address, manifest.hosts);
  return link.kind === 'own' ? `https://${link.host}${link.path}` : undefined;
}
