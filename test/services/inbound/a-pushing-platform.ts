import { Webhook } from 'standardwebhooks';
import { verifyMessage } from '#functions/events-signature.ts';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import type { PlatformConnection } from '#shared/domain/settings/connection.ts';
import { type Instant, toEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Clock, Log } from '#shared/ports/ambient.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { type SettingsEvent, settingsAggregate } from '#shared/services/desk/settings/settings-aggregate.ts';
import { commit } from '#shared/services/events/commit.ts';
import type { InboundPorts, PushedMessage } from '#shared/services/inbound/inbound-ports.ts';
import { takeMessage } from '#shared/services/inbound/take-message.ts';
import { countingIds, sha256 } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';

/** The platform of these tests; its adapter reads what is pushed. */
export const PUSHING = 'wuxing';
export const SECRET_NAME = '/platforms/wuxing/events';
export const SECRET = `whsec_${btoa('a secret of the platform and us!')}`;
export const OTHER_SECRET = `whsec_${btoa('a secret nobody else ever knew!!')}`;

/** What a platform declares that pushes, or does not. */
export function aPublishing(of: Partial<Publishing> = {}): Publishing {
  return {
    platform: PUSHING,
    onceBy: 'reference',
    amend: 'api',
    withdraw: 'api',
    fields: [],
    eventsSecret: 'events',
    limits: { confidence: 'documented', source: '接口说明' },
    untried: '',
    ...of,
  };
}

export function aConnection(of: Partial<PlatformConnection> = {}): PlatformConnection {
  return {
    platform: PUSHING,
    enabled: true,
    base: 'https://platform.example/',
    options: {},
    secrets: { events: SECRET_NAME },
    requestsPerMinute: 60,
    ...of,
  };
}

/** Secrets by name; a name nobody gave one is missing. */
export function secretsOf(values: Readonly<Record<string, string>>): Secrets {
  return {
    async read(name) {
      const value = values[name];
      if (value === undefined) throw new AppError('SECRET.MISSING', 'no such secret', { details: { name } });
      return value;
    },
  };
}

/** Signs as Standard Webhooks says. */
export function signature(secret: string, id: string, at: Instant, body: string): string {
  return new Webhook(secret).sign(id, new Date(toEpochMs(at)), body);
}

/** A message as its platform sends it. */
export function aMessage(at: Instant, of: { readonly id?: string; readonly body?: string } = {}): PushedMessage {
  const { id = 'msg_1', body = '{"schema":"opi.event.v1"}' } = of;
  return {
    id,
    timestamp: String(Math.floor(toEpochMs(at) / 1000)),
    signature: signature(SECRET, id, at, body),
    bytes: new TextEncoder().encode(body),
  };
}

const ACTOR = { id: 'setup', name: '初始录入', role: 'system', scope: '', onBehalf: false } as const;

/** What pushed messages come in at, over memory. */
export async function anInbound(clock: Clock, connection: PlatformConnection | null = aConnection()) {
  const records = memoryItemStore();
  const documents = memoryObjectStore();
  const logged: string[] = [];
  const line = (...said: readonly unknown[]) => logged.push(JSON.stringify(said));
  const log: Log = { info: line, warn: line, error: line };
  const ports: InboundPorts = {
    records,
    documents,
    secrets: secretsOf({ [SECRET_NAME]: SECRET }),
    publishing: [aPublishing()],
    verify: verifyMessage,
    clock,
    ids: countingIds('correlation-'),
    hash: sha256,
    log,
  };
  if (connection !== null) {
    const event: SettingsEvent = { type: 'saved', data: { value: [{ ...connection }], reason: '测试' } };
    const commander = { caller: { id: ACTOR.id, roles: ['system' as const] }, actor: ACTOR };
    await commit(
      { records, hash: sha256, clock, effects: {} },
      settingsAggregate,
      'connections',
      commander,
      { id: 'setup', body: null },
      () => event,
    );
  }
  /** Everything that was written since the settings. */
  const written = async () => ({ items: records.items('EVENTS#'), documents: await documents.list('') });
  const take = (message: PushedMessage, over: Partial<InboundPorts> = {}, platform = PUSHING) =>
    takeMessage(PUBLIC_CALLER, { ...ports, ...over }, platform, message);
  /** The code an attempt is refused with; undefined where it is not. @throws Error when something was written */
  const refusedWith = async (attempt: () => Promise<unknown>): Promise<ErrorCode | undefined> => {
    const before = JSON.stringify(await written());
    const error = await attempt().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (JSON.stringify(await written()) !== before) throw new Error('something was written');
    return error instanceof AppError ? error.code : undefined;
  };
  return { ports, records, documents, logged, written, take, refusedWith };
}
