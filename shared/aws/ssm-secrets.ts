import { addMs, type Instant } from '../domain/time.ts';
import { AppError } from '../errors/app-error.ts';
import type { Clock } from '../ports/ambient.ts';
import type { Secrets } from '../ports/secrets.ts';
import { awsDomain, type Signer, signedClient } from './signed-client.ts';

/** Where parameters are kept and who asks. */
export interface ParameterSettings extends Signer {
  /** `AWS_ENDPOINT_URL_SSM` where set. */
  readonly endpoint: string | undefined;
}

/** A secret changed at its keeper is used at the latest so many milliseconds later. */
const KEPT_MS = 5 * 60_000;
const ANSWER_MS = 5000;

/** The service's address. */
function serviceUrl({ region, endpoint }: ParameterSettings): string {
  if (endpoint !== undefined) return `${endpoint.replace(/\/$/, '')}/`;
  return `https://ssm.${region}.${awsDomain(region)}/`;
}

/** The failure's name; newer services write it after a namespace. */
function failureIn(answer: unknown): string | undefined {
  const { __type: type } = (answer ?? {}) as { readonly __type?: unknown };
  return typeof type === 'string' ? type.split('#').at(-1) : undefined;
}

function valueIn(answer: unknown): string | undefined {
  const { Parameter: parameter } = (answer ?? {}) as { readonly Parameter?: { readonly Value?: unknown } | null };
  const value = parameter?.Value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function unavailable(name: string, facts: { readonly status?: number; readonly cause?: unknown }): AppError {
  const { status, cause } = facts;
  return new AppError('SECRET.UNAVAILABLE', 'the secret cannot be read', { details: { name, status }, cause });
}

/** The one request there is: `GetParameter`, decrypted. What it answers never goes into an error. */
function parameterReader(settings: ParameterSettings): (name: string) => Promise<string> {
  const client = signedClient(settings, 'ssm');
  const url = serviceUrl(settings);
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameter' };
  return async (name) => {
    const body = JSON.stringify({ Name: name, WithDecryption: true });
    const init = { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_MS) };
    const response = await client.fetch(url, init).catch((cause: unknown) => {
      throw unavailable(name, { cause });
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (failureIn(answer) === 'ParameterNotFound') {
      throw new AppError('SECRET.MISSING', 'there is no secret of that name', { details: { name } });
    }
    const value = response.ok ? valueIn(answer) : undefined;
    if (value === undefined) throw unavailable(name, { status: response.status });
    return value;
  };
}

/**
 * Secrets kept as parameters of Systems Manager. A name under `/aws/reference/secretsmanager/` reads the secret of that name
 * from Secrets Manager by the same request. What was read is kept for five minutes; that there was none is not kept, so that
 * a secret put there meanwhile is found at once.
 */
export function ssmSecrets(settings: ParameterSettings, clock: Clock): Secrets {
  const read = parameterReader(settings);
  const kept = new Map<string, { readonly value: string; readonly until: Instant }>();
  return {
    async read(name) {
      const known = kept.get(name);
      if (known !== undefined && clock.now() < known.until) return known.value;
      const value = await read(name);
      kept.set(name, { value, until: addMs(clock.now(), KEPT_MS) });
      return value;
    },
  };
}
