import type { Caller } from '../../domain/caller.ts';
import { type DocumentEnvelope, toDocumentId, toDocumentKey } from '../../domain/document.ts';
import { fromEpochMs, type Instant, toEpochMs } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { invalidRequest } from '../../errors/problem.ts';
import { toMetadata } from '../../messages/document-envelope.ts';
import { requireRole } from '../authorise.ts';
import { keys } from '../records/keys.ts';
import { eventsSecret } from './events-secret.ts';
import type { InboundPorts, PushedMessage } from './inbound-ports.ts';

/** `known`: it was there already, and nothing was written. */
export interface TakenMessage {
  readonly status: 'taken' | 'known';
  readonly documentId: string;
}

/** Kind of the raw documents messages become; adapters of platforms that push read it. */
const EVENT_KIND = 'event';
const CONTENT_TYPE = 'application/json';

/** A key holds no more once the number is encoded. */
const LONGEST_ID = 200;

/** A message older than five minutes is refused by its time, so its number need not be known for longer than platforms repeat. */
const KNOWN_MS = 7 * 24 * 3600_000;

/** Which message a number stands for: everything its document is named by. */
interface Remembered {
  readonly sha256: string;
  readonly observedAt: Instant;
}

/**
 * Takes in what a platform pushes (接收推送), by the same door as pages: a raw document, as it came, whatever is in it.
 *
 * The number is bound to the bytes first, then the document is put; that put is the arrival. A message sent again finds the
 * number and puts the very same document, so that a crash between the two loses nothing and nothing arrives twice, though
 * each sending has a time of its own.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for a platform that is not connected or pushes nothing, `EVENT.FORGED`,
 * `EVENT.CONFLICT` when the number came with other bytes, `REQUEST.INVALID` for a number nobody can keep, `SECRET.UNAVAILABLE`
 */
export async function takeMessage(
  caller: Caller,
  ports: InboundPorts,
  platform: string,
  message: PushedMessage,
): Promise<TakenMessage> {
  requireRole(caller, 'public');
  const secret = await eventsSecret(ports, platform);
  if (!isGenuine(ports, secret, message)) {
    ports.log.warn('a pushed message was refused as forged', { platform, size: message.bytes.length });
    throw new AppError('EVENT.FORGED', 'signature or time of the message are not right');
  }
  if (message.id.length > LONGEST_ID) {
    throw invalidRequest('the number of the message is too long', [
      { parameter: 'webhook-id', detail: `最多 ${LONGEST_ID} 个字符` },
    ]);
  }
  const now = ports.clock.now();
  const sha256 = ports.hash.sha256(message.bytes);
  const remembered = await remember(ports, platform, message, { sha256, observedAt: sentAt(message, now) });
  if (remembered.sha256 !== sha256) {
    throw new AppError('EVENT.CONFLICT', 'another message came under this number');
  }
  return put(ports, envelopeOf(platform, remembered, now, ports.ids.next()), message.bytes);
}

/** Whole seconds only: whoever checks the signature may stop reading at the first letter. */
function isGenuine({ verify }: InboundPorts, secret: string, message: PushedMessage): boolean {
  const isComplete = message.id !== '' && message.signature !== '' && /^\d{1,11}$/.test(message.timestamp);
  return isComplete && verify(secret, message);
}

/** When it was sent; a platform whose clock is ahead knows nothing of the future. */
function sentAt({ timestamp }: PushedMessage, now: Instant): Instant {
  return fromEpochMs(Math.min(Number(timestamp) * 1000, toEpochMs(now)));
}

/** Binds the number to what came with it, or tells what it was bound to before. */
async function remember(
  { records, clock }: InboundPorts,
  platform: string,
  { id }: PushedMessage,
  came: Remembered,
): Promise<Remembered> {
  const key = keys.pushedEvent(platform, id);
  const ttl = Math.floor((toEpochMs(clock.now()) + KNOWN_MS) / 1000);
  if ((await records.put({ ...key, ...came, ttl }, 'absent')) === 'written') return came;
  const known = await records.get(key);
  const [sha256, observedAt] = [known?.['sha256'], known?.['observedAt']];
  if (typeof sha256 !== 'string' || typeof observedAt !== 'string') {
    throw new AppError('STORE.CONTENTION', 'the number was forgotten meanwhile');
  }
  return { sha256, observedAt: observedAt as Instant };
}

function envelopeOf(
  platform: string,
  { sha256, observedAt }: Remembered,
  receivedAt: Instant,
  correlationId: string,
): DocumentEnvelope {
  return {
    schema: 'document.v1',
    platform,
    kind: EVENT_KIND,
    observedAt,
    receivedAt,
    sha256,
    contentType: CONTENT_TYPE,
    source: 'events',
    broughtBy: `platform:${platform}`,
    correlationId,
  };
}

async function put({ documents }: InboundPorts, envelope: DocumentEnvelope, bytes: Uint8Array): Promise<TakenMessage> {
  const documentId = toDocumentId(envelope);
  const answer = await documents.putIfAbsent({
    key: toDocumentKey(documentId),
    bytes,
    contentType: CONTENT_TYPE,
    metadata: toMetadata(envelope),
  });
  return { status: answer === 'written' ? 'taken' : 'known', documentId };
}
