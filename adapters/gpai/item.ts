import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { parseBeijing } from '#shared/domain/time.ts';
import type { MappedDocument, QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { readOrganisation, toFactText } from '../kit/fact-text.ts';
import type { Page } from '../kit/page.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { drift } from '../kit/refusal.ts';
import { quote, toPointer } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { type ItemPage, readItemPage } from './item-page.ts';
import { type Note, readAmount } from './labelled.ts';
import { addressOf, isLotNumber } from './lot-number.ts';
import { isSellOff, readPriceLine } from './price-line.ts';
import { PRICE_LABELS, PRICE_MODES, readRound, readStatusWord, readTitle } from './words.ts';

const KNOWN_TERMS: ReadonlySet<string> = new Set([
  ...PRICE_LABELS.start,
  '拍卖次数',
  '拍卖方式',
  '延时周期',
  '加价幅度',
  '保证金',
  '评估价',
  '市场价',
  '处置法院',
]);

/** Maps the page of a lot (拍品详情页). A field that cannot be read is quarantined and left unsaid. */
export function mapItem(page: Page): MappedDocument {
  const item = readItemPage(page);
  if (!isLotNumber(item.number)) throw drift('a data anchor is missing', { missing: '#Web_Item_ID' });
  const { title, round } = readTitle(maskPersonNames(toFactText(item.title)));
  if (title === '') throw drift('a data anchor is missing', { missing: '.d-m-title' });
  const quarantined: QuarantinedRow[] = [];
  const note: Note = (field, reason) => quarantined.push({ path: toPointer(field), reason });

  const { status, ...prices } = readPriceLine(readStatus(item, note), item.price, note);
  const facts = said<LotFacts>({
    title,
    url: addressOf(item.number),
    venue: 'online',
    ...readKind(item, round, note),
    ...readTerms(item, note),
    ...prices,
    ...readCounts(item),
    confirmedAt: status === 'sold' ? readConfirmedAt(item, note) : undefined,
  });
  const lot = { externalId: item.number, ...(status && { status }), facts };
  return { lots: [lot], bids: [], quarantined, unread: unknownTerms(item) };
}

/** Over (已结束) is said beside the outcome; two outcomes at once, and a word nobody knows, say nothing. */
function readStatus({ statusWords }: ItemPage, note: Note): LotStatus | undefined {
  const statuses = new Set<LotStatus>();
  for (const word of statusWords) {
    const status = readStatusWord(word);
    if (status === undefined) note('d-m-time', `unknown status word ${quote(word)}`);
    else statuses.add(status);
  }
  if (statuses.size > 1) statuses.delete('ended');
  if (statuses.size > 1) note('d-m-time', 'says two outcomes at once');
  const [status] = statuses;
  return statuses.size === 1 ? status : undefined;
}

function readKind({ terms }: ItemPage, inTitle: LotFacts['round'] | undefined, note: Note) {
  const word = terms.get('拍卖次数') ?? '';
  const counted = readRound(word);
  if (word !== '' && counted === undefined) note('拍卖次数', `unknown round word ${quote(word)}`);
  const round = isSellOff(terms) ? 'sell-off' : (counted ?? inTitle);
  const court = readOrganisation(terms.get('处置法院') ?? '');
  return {
    round,
    saleMode: round === 'sell-off' ? ('sell-off' as const) : undefined,
    seller: court,
    tradeCategory: court?.endsWith('法院') ? ('judicial' as const) : undefined,
    priceBasis: readBasis(terms.get('拍卖方式') ?? '', note),
  };
}

function readBasis(word: string, note: Note): LotFacts['priceBasis'] | undefined {
  const basis = Object.entries(PRICE_MODES).find(([mode]) => mode === word)?.[1];
  if (word !== '' && basis === undefined) note('拍卖方式', `unknown word ${quote(word)}`);
  return basis;
}

function readTerms({ terms }: ItemPage, note: Note) {
  const minutes = terms.get('延时周期') ?? '';
  const extension = /^(\d{1,3}) ?分钟$/.exec(minutes)?.[1];
  if (minutes !== '' && extension === undefined) note('延时周期', `not a number of minutes: ${quote(minutes)}`);
  return {
    startPrice: readAmount(terms, PRICE_LABELS.start, note),
    deposit: readAmount(terms, ['保证金'], note),
    increment: readAmount(terms, ['加价幅度'], note),
    appraisal: readAmount(terms, ['评估价', '市场价'], note),
    extensionMinutes: extension === undefined ? undefined : Number(extension),
  };
}

function readCounts({ people, bidCount }: ItemPage) {
  const registered = /(\d{1,7}) ?人报名/.exec(people)?.[1];
  return {
    registrationCount: registered === undefined ? undefined : Number(registered),
    bidCount: /^\d{1,7}$/.test(bidCount) ? Number(bidCount) : undefined,
  };
}

function readConfirmedAt({ confirmedAt }: ItemPage, note: Note): LotFacts['confirmedAt'] | undefined {
  const at = parseBeijing(confirmedAt);
  if (confirmedAt !== '' && at === undefined) note('拍卖竞价确认时间', `not a time: ${quote(confirmedAt)}`);
  return at;
}

function unknownTerms({ terms }: ItemPage): readonly string[] {
  return [...terms.keys()].filter((label) => !KNOWN_TERMS.has(label)).map((label) => `/d-m-tb${toPointer(label)}`);
}
