import { systemCaller } from '#shared/domain/caller.ts';
import { sealDays } from '#shared/services/audit/seal-days.ts';
import { base, log } from './middleware.ts';
import { once, recordsStore, sha256, systemClock } from './wiring.ts';

const caller = systemCaller('seal');

const ports = once(() => ({ records: recordsStore(), hash: sha256, clock: systemClock }));

/** Hourly: days that are over are sealed. */
export const handler = base(async () => {
  const sealed = await sealDays(caller, ports());
  if (sealed.length > 0) log.info('days sealed', { days: [...sealed] });
  return { sealed };
});
