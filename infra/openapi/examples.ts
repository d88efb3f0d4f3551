import { toLotCard } from '#shared/domain/lot-card.ts';
import { mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { Instant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { invalidRequest, toProblem } from '#shared/errors/problem.ts';
import { forFacets } from '#shared/services/catalogue/facet-values.ts';
import { bidsJson, changesJson, roundsJson, snapshotsJson } from '#web/api/answers-json.ts';
import { lotDetailJson } from '#web/api/lot-detail-json.ts';
import { platformsJson } from '#web/api/platforms-json.ts';
import { lotJson } from '#web/lot-json.ts';

/** Examples come from the code that writes the answers, about a lot that does not exist. */
const PLATFORM = 'example';
const DOCUMENT = `${PLATFORM}.lot.20260506T020000000Z-${'0'.repeat(64)}`;
const SEEN_AT = '2026-05-06T02:00:00.000Z' as Instant;

const observation: LotObservation = {
  externalId: '1024',
  status: 'bidding',
  facts: {
    title: '织里镇某村厂房三年租赁权',
    url: 'https://platform.example/lots/1024',
    tradeCategory: 'collective',
    assetClass: 'factory',
    tradeKind: 'lease',
    location: '浙江省湖州市吴兴区织里镇',
    divisionCode: '330502100',
    priceBasis: 'per_year',
    termMonths: 36,
    startPrice: fen(120_000_00),
    currentPrice: fen(126_000_00),
    startsAt: '2026-05-06T01:00:00.000Z' as Instant,
    endsAt: '2026-05-07T01:00:00.000Z' as Instant,
  },
};

const state = mergeLot(unknownLot(PLATFORM, '1024'), observation, { at: SEEN_AT, rank: 5, document: DOCUMENT });
const card = toLotCard(state, 3, 1);
const bids = [{ bidder: 'A1024', price: fen(126_000_00), at: SEEN_AT, count: 1, standing: 'leading' }] as const;

const facets = {
  ...forFacets(() => []),
  status: [{ value: 'bidding', count: 1 }],
  platform: [{ value: PLATFORM, count: 1 }],
};

const manifest = {
  id: PLATFORM,
  name: '示例平台',
  homepage: 'https://platform.example/',
  confidence: 'captured',
  capabilities: {
    lot: 'page',
    publish: { api: 'tried with the sandbox only', otherwise: 'handoff' },
    settlement: { no: 'milestones are shown nowhere' },
  },
  documentKinds: { lot: { title: '标的页', contentType: 'text/html' } },
};

/** Answers by the operation that gives them. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  listLots: { total: 1, upToSeq: 41, staleSince: null, facets, lots: [lotJson(card)], next: null },
  readLot: lotDetailJson({ card, state, loggedBids: 1, rounds: [card] }),
  readBids: bidsJson({ card, state, bids }),
  readRounds: roundsJson(card, [card]),
  listPlatforms: platformsJson([manifest], facets.platform),
  listSnapshots: snapshotsJson([
    {
      name: 'catalogue',
      version: 7,
      upToSeq: 41,
      at: SEEN_AT,
      etag: '0'.repeat(64),
      lots: 1,
      bytes: 812,
      isCurrent: true,
    },
  ]),
  listChanges: changesJson([{ sequence: 41, at: SEEN_AT, causedBy: DOCUMENT, card }], 41),
};

function exampleError(code: ErrorCode): AppError {
  if (code !== 'REQUEST.INVALID') return new AppError(code, 'an example');
  return invalidRequest('the query parameters are not understood', [
    { parameter: 'sort', detail: '“price”不是可用的值', allowed: ['ending', 'newest', 'price-asc', 'price-desc'] },
  ]);
}

/** What an operation answers; undefined where the document shows no example. */
export function answerExample(operationId: string): unknown {
  return ANSWERS[operationId];
}

/** What a problem looks like. */
export function problemExample(code: ErrorCode): unknown {
  return toProblem(exampleError(code));
}
