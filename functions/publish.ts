import { systemCaller } from '#shared/domain/caller.ts';
import { changeFeedWriter } from '#shared/services/feed/change-feed-writer.ts';
import { base } from './middleware.ts';
import { once, snapshotPorts } from './wiring.ts';

const caller = systemCaller('publish');

const writer = once(() => changeFeedWriter(snapshotPorts()));

/** Hourly: snapshots of whatever is not yet in one, so that figures and reports lag an hour at most. */
export const handler = base(() => writer().publish(caller, 'any-news'));
