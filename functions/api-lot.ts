import type { Context } from 'hono';
import { countBids } from '#shared/domain/bid-log.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { inRoundOrder } from '#shared/domain/rounds.ts';
import { type LotView, readLot } from '#shared/services/read-lot.ts';
import { bidsJson, roundsJson } from '#web/api/answers-json.ts';
import { CALENDAR_TYPE, lotCalendar } from '#web/api/lot-calendar.ts';
import { lotDetailJson } from '#web/api/lot-detail-json.ts';
import { originOf } from '#web/api/origin.ts';
import { NO_PARAMETERS } from '#web/api/parameters.ts';
import { readParameters } from '#web/query-parameters.ts';
import {
  type AddRoutes,
  API_CALLER,
  type ApiPorts,
  conditionally,
  jsonAnswer,
  paramsOf,
  platformsOf,
  uuids,
} from './api-answers.ts';

/** The lot that the address names, from its record. */
function lotOf(context: Context, ports: ApiPorts): Promise<LotView> {
  readParameters(paramsOf(context), NO_PARAMETERS);
  return readLot(API_CALLER, ports, context.req.param('id') ?? '');
}

/** All rounds of a lot's property, the lot itself as its record has it, and how new the catalogue is that says so. */
async function roundsAround(card: LotCard, ports: ApiPorts) {
  const { index, etag } = await ports.readCatalogue(API_CALLER);
  const others = index.sameProperty(card).filter(({ lotId }) => lotId !== card.lotId);
  return { rounds: inRoundOrder([...others, card]), etag };
}

async function answerLot(context: Context, ports: ApiPorts): Promise<Response> {
  const { card, state, bids } = await lotOf(context, ports);
  const { rounds, etag } = await roundsAround(card, ports);
  return conditionally(context, ports, [card.version, etag], () =>
    jsonAnswer(lotDetailJson({ card, state, loggedBids: countBids(bids), rounds })),
  );
}

async function answerBids(context: Context, ports: ApiPorts): Promise<Response> {
  const lot = await lotOf(context, ports);
  return conditionally(context, ports, [lot.card.version], () => jsonAnswer(bidsJson(lot)));
}

async function answerRounds(context: Context, ports: ApiPorts): Promise<Response> {
  const { card } = await lotOf(context, ports);
  const { rounds, etag } = await roundsAround(card, ports);
  return conditionally(context, ports, [card.version, etag], () => jsonAnswer(roundsJson(card, rounds)));
}

async function answerCalendar(context: Context, ports: ApiPorts): Promise<Response> {
  const { card } = await lotOf(context, ports);
  const frame = {
    origin: originOf(context.req.raw.headers),
    platforms: platformsOf(ports),
    uuid: uuids(ports),
  };
  return conditionally(context, ports, [card.version], () => ({
    body: lotCalendar(card, frame),
    contentType: CALENDAR_TYPE,
    headers: { 'content-disposition': 'attachment; filename="lot.ics"' },
  }));
}

/** One lot and what belongs to it. */
export const addLot: AddRoutes = (app, ports) => {
  app.get('/v1/lots/:id', (context) => answerLot(context, ports));
  app.get('/v1/lots/:id/bids', (context) => answerBids(context, ports));
  app.get('/v1/lots/:id/rounds', (context) => answerRounds(context, ports));
  app.get('/v1/lots/:id/calendar.ics', (context) => answerCalendar(context, ports));
};
