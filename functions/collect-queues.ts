import type { SendCollect } from '#shared/services/collection/collection-ports.ts';
import { messageQueue } from './wiring.ts';

/**
 * Sends word to whoever reads that platform. The variable that holds the address of its queue ends with its id in capitals,
 * with underscores for hyphens.
 */
export const sendCollect: SendCollect = async (platform, message, delaySeconds) => {
  const queue = messageQueue(`COLLECT_QUEUE_URL_${platform.toUpperCase().replaceAll('-', '_')}`);
  const lot = message.lot === null ? null : { ...message.lot };
  await queue.send({ ...message, lot }, { delaySeconds });
};
