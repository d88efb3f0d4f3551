import type { Wake } from '#shared/services/placement/placement-ports.ts';
import { messageQueue, type QueueVariable } from './wiring.ts';

/** Sends word of placements to the queue of those who prepare offers, or of those who call one platform. */
export const wake: Wake = async (queue, message, delaySeconds) => {
  const variable: QueueVariable =
    queue === 'preparations' ? 'PREPARATIONS_QUEUE_URL' : placeQueueVariable(queue.platform);
  await messageQueue(variable).send({ ...message }, { delaySeconds });
};

/** The variable that holds the address of a platform's queue: its id in capitals, with underscores for hyphens. */
function placeQueueVariable(platform: string): QueueVariable {
  return `PLACE_QUEUE_URL_${platform.toUpperCase().replaceAll('-', '_')}`;
}
