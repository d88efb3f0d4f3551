import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread, drifting } from '../drifting.ts';
import { mapDocument, readEnvelope } from './documents.ts';
import { EventEnvelope } from './envelope.ts';
import { requireSchema } from './reply.ts';

export const EVENT_SCHEMA = 'opi.event.v1';

const Event = drifting(EventEnvelope);

/**
 * Maps a pushed event: the document it carries. Its source time is the carried document's own, so that an event that
 * arrives late, or twice, changes nothing.
 *
 * @throws AppError `DOCUMENT.DRIFT`
 */
export function mapEvent(value: unknown, hosts: readonly string[]): MappedDocument {
  const unread = collectUnread();
  const { type: schema, data } = readEnvelope(Event, value, { at: '', unread });
  requireSchema(data, schema, '/data');
  return mapDocument(data, schema, { at: '/data', unread, hosts });
}
