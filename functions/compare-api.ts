import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { DEFINITIONS_VERSION } from '#shared/domain/comparison/definitions.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { comparisonJson } from '#shared/services/comparison/comparison-json.ts';
import type { FactsView } from '#shared/services/comparison/read-facts.ts';
import type { ComparisonRequest } from '#shared/services/comparison/request.ts';
import { hasTag } from '#web/api/etag.ts';
import { API_VERSION } from '#web/api/version.ts';
import { REPORT_PATH } from '#web/pages/comparison/address.ts';
import { COMPARISON_PARAMETERS } from '#web/pages/comparison/parameters.ts';
import { type ParameterTable, type ParameterValues, readParameters } from '#web/query-parameters.ts';
import { type AdmittedEnv, callerIn } from './admission.ts';
import { JSON_TYPE, paramsOf } from './api-answers.ts';
import { REPORT_FORMATS, type ReportFormat, writeReport } from './compare-formats.ts';
import { type ComparisonPorts, comparisonOf, requestOf } from './compare-view.ts';

/** Parameters of a report: those of the comparison, its form, and the figure whose lots a CSV lists. */
const REPORT_PARAMETERS = {
  ...COMPARISON_PARAMETERS,
  format: { kind: 'word', words: REPORT_FORMATS },
  figure: { kind: 'text', longest: 200 },
} as const satisfies ParameterTable;

/** An answer before it goes out. */
interface Written {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Lambda answers 6 MB at most, and bytes go out in base64. */
const LARGEST_BODY = 4_400_000;

/** Numbers in schedules may be longer than JSON has. */
function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** Answers with 304 to whoever has this very answer; the same facts, definitions and schedules give the same again. */
async function conditionally(
  context: Context,
  { schedules }: ComparisonPorts,
  basis: readonly unknown[],
  write: () => Promise<Written>,
): Promise<Response> {
  const identity = JSON.stringify([API_VERSION, DEFINITIONS_VERSION, context.req.path, basis, schedules], plain);
  const etag = `"${createHash('sha256').update(identity).digest('hex').slice(0, 32)}"`;
  const caching = { etag, 'cache-control': 'private, no-cache' };
  if (hasTag(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers: caching });
  const { body, headers } = await write();
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  if (bytes > LARGEST_BODY) throw new AppError('REPORT.TOO_LARGE', 'the answer is too large', { details: { bytes } });
  return new Response(body, { headers: { ...caching, ...headers } });
}

interface Asked {
  readonly request: ComparisonRequest;
  readonly view: FactsView;
}

async function ask(
  context: Context<AdmittedEnv>,
  ports: ComparisonPorts,
  values: ParameterValues<typeof COMPARISON_PARAMETERS>,
): Promise<Asked> {
  const view = await ports.readFacts(callerIn(context), values.facts[0]);
  return { request: requestOf(ports, values, view), view };
}

async function answerComparison(context: Context<AdmittedEnv>, ports: ComparisonPorts): Promise<Response> {
  const { request, view } = await ask(context, ports, readParameters(paramsOf(context), COMPARISON_PARAMETERS));
  return conditionally(context, ports, [request, view.hash], async () => ({
    body: comparisonJson(comparisonOf(ports, request, view)),
    headers: { 'content-type': JSON_TYPE },
  }));
}

async function answerReport(context: Context<AdmittedEnv>, ports: ComparisonPorts): Promise<Response> {
  const values = readParameters(paramsOf(context), REPORT_PARAMETERS);
  const [format = 'text' satisfies ReportFormat] = values.format;
  const [figure = null] = values.figure;
  const { request, view } = await ask(context, ports, values);
  return conditionally(context, ports, [request, view.hash, format, figure], () =>
    writeReport(comparisonOf(ports, request, view), view.facts, format, figure),
  );
}

/** The operator's API of the comparison: the model as JSON, and the period's report in every form, which people take too. */
export function comparisonApi(ports: ComparisonPorts): Hono<AdmittedEnv> {
  const app = new Hono<AdmittedEnv>();
  app.get('/v1/comparison', (context) => answerComparison(context, ports));
  for (const path of ['/v1/reports', REPORT_PATH]) app.get(path, (context) => answerReport(context, ports));
  return app;
}
