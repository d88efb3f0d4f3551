import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { AppError } from '#shared/errors/app-error.ts';
import { lotsBehind } from '#shared/services/comparison/lots-behind.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import type { FactsView } from '#shared/services/comparison/read-facts.ts';
import type { ComparisonRequest } from '#shared/services/comparison/request.ts';
import { LOTS_PATH, pathOfTab, TABS, type Tab } from '#web/pages/comparison/address.ts';
import { ComparisonPage, FigureLotsPage } from '#web/pages/comparison/pages.tsx';
import { COMPARISON_PARAMETERS } from '#web/pages/comparison/parameters.ts';
import { readParameters } from '#web/query-parameters.ts';
import { factsOfLots } from '#web/report/lots-table.ts';
import { siteCss } from '#web/site-css.ts';
import { type AdmittedEnv, callerIn } from './admission.ts';
import { type ComparisonPorts, comparisonOf, ledgerOf, requestOf } from './compare-view.ts';
import { sha256 } from './wiring.ts';

/** Address of the style sheet. */
export const stylesheet = `/assets/site-${sha256.sha256(siteCss).slice(0, 12)}.css`;

/** What the page behind a figure reads from its address, beside the comparison. */
const LOTS_PARAMETERS = {
  ...COMPARISON_PARAMETERS,
  figure: { kind: 'text', longest: 200 },
  page: { kind: 'integer', least: 1, most: 1_000_000 },
} as const;

type PageContext = Context<AdmittedEnv>;

type Make = (facts: FactsView, request: ComparisonRequest) => Comparison;

/** Figures are opened one after the other: the comparison they are all part of is made once. */
function rememberingLast(ports: ComparisonPorts): Make {
  let last: { readonly key: string; readonly comparison: Comparison } | undefined;
  return (facts, request) => {
    const { period, filters, demo } = request;
    const key = JSON.stringify([facts.hash, facts.at, period, filters, demo]);
    if (facts.at === null || last?.key !== key) last = { key, comparison: comparisonOf(ports, request, facts) };
    return { ...last.comparison, request };
  };
}

function paramsOf(context: PageContext): URLSearchParams {
  return new URL(context.req.url).searchParams;
}

async function answerTab(context: PageContext, ports: ComparisonPorts, make: Make, tab: Tab): Promise<Response> {
  const values = readParameters(paramsOf(context), COMPARISON_PARAMETERS);
  const caller = callerIn(context);
  const facts = await ports.readFacts(caller, values.facts[0]);
  const comparison = make(facts, requestOf(ports, values, facts));
  const now = tab === 'quality' ? { ledger: await ledgerOf(ports, caller) } : {};
  return context.html(ComparisonPage({ view: { comparison, stylesheet, ...now }, tab }));
}

async function answerLots(context: PageContext, ports: ComparisonPorts, make: Make): Promise<Response> {
  const values = readParameters(paramsOf(context), LOTS_PARAMETERS);
  const facts = await ports.readFacts(callerIn(context), values.facts[0]);
  const comparison = make(facts, requestOf(ports, values, facts));
  const [figure = ''] = values.figure;
  const ids = lotsBehind(comparison, figure);
  if (ids === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such figure', { details: { figure } });
  const lots = factsOfLots(ids, facts.facts);
  const page = values.page[0] ?? 1;
  return context.html(FigureLotsPage({ view: { comparison, stylesheet }, figure, lots, page }));
}

/** The pages of the comparison (平台比较), and the lots behind every figure on them. */
export function comparisonPages(ports: ComparisonPorts): Hono<AdmittedEnv> {
  const app = new Hono<AdmittedEnv>();
  const make = rememberingLast(ports);
  for (const { id } of TABS) app.get(pathOfTab(id), (context) => answerTab(context, ports, make, id));
  app.get(LOTS_PATH, (context) => answerLots(context, ports, make));
  return app;
}
