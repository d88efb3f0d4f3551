import type { Caller } from '../../domain/caller.ts';
import { requireRole } from '../authorise.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import { findNotices } from './find-notices.ts';
import type { NoticePorts } from './notice-ports.ts';
import { sendDue, type Told } from './send-due.ts';

/** One run of finding and sending. */
export interface NoticesRun extends Told {
  readonly found: number;
}

/**
 * Finds what people are to be told and tells them.
 * @throws AppError `ACCESS.DENIED`
 */
export async function runNotices(caller: Caller, ports: NoticePorts): Promise<NoticesRun> {
  requireRole(caller, 'system');
  const settings = await readSettings(ports, 'notices');
  const fresh = await findNotices(caller, ports, settings);
  return { found: fresh.length, ...(await sendDue(ports, settings.value, fresh)) };
}
