import type { JsonValue } from '#shared/domain/json.ts';
import type { MessageQueue, SendOptions } from '#shared/ports/message-bus.ts';

/** A message as it was sent. */
export interface SentMessage {
  readonly body: JsonValue;
  readonly options: SendOptions;
}

/** A queue that shows what was sent and delivers nothing. */
export interface MemoryQueue extends MessageQueue {
  readonly sent: readonly SentMessage[];
}

/** Bodies are copied, as the wire does. */
export function memoryQueue(): MemoryQueue {
  const sent: SentMessage[] = [];
  return {
    sent,
    async send(body, options = {}) {
      sent.push({ body: JSON.parse(JSON.stringify(body)) as JsonValue, options });
    },
  };
}
