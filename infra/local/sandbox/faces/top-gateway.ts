import { createHmac, timingSafeEqual } from 'node:crypto';
import type { JsonObject } from '#infra/opi/wire.ts';
import type { Answer } from '../problem.ts';
import type { FaceRequest } from './face.ts';
import type { FaceParts } from './face-parts.ts';
import { GATEWAY_CALLS } from './top-calls.ts';
import { GatewayError } from './top-error.ts';
import { type GatewayForm, readForm } from './top-form.ts';

/** The application the sandbox knows; its secret is the key of the sandbox. */
export const DEMO_APP_KEY = '10000001';

const COMMON = ['method', 'app_key', 'timestamp', 'v', 'sign_method', 'sign'] as const;
const CAPTCHA =
  '<!doctype html><html lang="zh"><title>安全验证</title><p>演示故障：请完成滑块验证后继续访问。</p></html>';

/**
 * The gateway of the open platform (`router/rest`): whoever signs as documented is answered. The timestamp is not compared
 * with the clock, for the sandbox's time may pass faster than the caller's.
 */
export function answerGateway(parts: FaceParts, request: FaceRequest): Answer | 'lost' {
  const { faults } = parts;
  if (faults.take('market-call', 'captcha')) return { status: 200, body: CAPTCHA };
  if (faults.take('market-call', 'server-error')) {
    const failed = new GatewayError(15, 'Remote service error', 'isp.remote-service-error', '演示故障');
    return { status: 200, body: failed.toBody() };
  }
  const body = answered(parts, request);
  if (faults.take('market-call', 'lost-answer')) return 'lost';
  return { status: 200, body: faults.take('market-call', 'changed-field') ? renamed(body) : body };
}

function answered(parts: FaceParts, request: FaceRequest): JsonObject {
  try {
    const form = readForm(request);
    if (form === undefined)
      throw new GatewayError(40, 'Missing Required Arguments', 'isv.missing-parameter', '没有表单');
    checkCaller(parts, form);
    const method = form.parameters.get('method') ?? '';
    const call = GATEWAY_CALLS.get(method);
    if (call === undefined) throw new GatewayError(22, 'Invalid Method');
    const wrapper = `${method.replace(/^taobao\./, '').replaceAll('.', '_')}_response`;
    return { [wrapper]: { ...call(parts, form), request_id: `demo${parts.store.count()}` } };
  } catch (error) {
    if (error instanceof GatewayError) return error.toBody();
    throw error;
  }
}

function checkCaller({ key }: FaceParts, { parameters }: GatewayForm): void {
  for (const name of COMMON) {
    if ((parameters.get(name) ?? '') === '') throw missing(name);
  }
  if (parameters.get('app_key') !== DEMO_APP_KEY) throw new GatewayError(29, 'Invalid App Key');
  const time = parameters.get('timestamp') ?? '';
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(time)) throw new GatewayError(31, 'Invalid Timestamp');
  const wanted = Buffer.from(signatureOf(parameters, key));
  const given = Buffer.from(parameters.get('sign') ?? '');
  const isSame = given.length === wanted.length && timingSafeEqual(given, wanted);
  if (parameters.get('sign_method') !== 'hmac' || !isSame) throw new GatewayError(25, 'Invalid Signature');
}

/** Not taken from the adapter: a platform that signs by its caller's code would agree with whatever it does. */
function signatureOf(parameters: ReadonlyMap<string, string>, secret: string): string {
  const names = [...parameters.keys()].filter((name) => name !== 'sign').toSorted();
  const hash = createHmac('md5', secret);
  for (const name of names) hash.update(name).update(parameters.get(name) ?? '');
  return hash.digest('hex').toUpperCase();
}

function missing(name: (typeof COMMON)[number]): GatewayError {
  if (name === 'method') return new GatewayError(21, 'Missing Method');
  if (name === 'sign') return new GatewayError(24, 'Missing Signature');
  if (name === 'app_key') return new GatewayError(28, 'Missing App Key');
  if (name === 'timestamp') return new GatewayError(30, 'Missing Timestamp');
  return new GatewayError(40, 'Missing Required Arguments', 'isv.missing-parameter', name);
}

/** 字段改名: what tells the outcome has another name. */
function renamed(body: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(body).replaceAll('"op_success":', '"op_ok":').replaceAll('"result":', '"data":'));
}
