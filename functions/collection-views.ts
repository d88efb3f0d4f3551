import { hasRole } from '#shared/domain/caller.ts';
import type { Fetching } from '#shared/domain/collection/fetching.ts';
import type { CollectionSource } from '#shared/domain/settings/source.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type Calendar, readCalendar } from '#shared/services/collection/calendar.ts';
import { type PlatformHealth, readHealth } from '#shared/services/collection/health.ts';
import { readTaskRows, type TaskRow } from '#shared/services/collection/task-rows.ts';
import { readSettings } from '#shared/services/desk/settings/read-settings.ts';
import { CollectionPage } from '#web/pages/desk/collection/collection-page.tsx';
import { PlatformPage } from '#web/pages/desk/collection/platform-page.tsx';
import { callerIn } from './admission.ts';
import type { CollectionDeskPorts } from './collection-ports.ts';
import { type Page, type Refusal, versionTag } from './desk/desk-answers.ts';
import { wantsJson } from './desk/desk-requests.ts';
import type { DeskContext } from './desk/desk-routes.ts';
import { refusedFor } from './desk/refused-for.ts';
import { deskAssets } from './desk/static.ts';

/** One platform, as pages and programs are shown it. */
export interface OnePlatform {
  readonly health: PlatformHealth;
  readonly fetching: Fetching | undefined;
  readonly source: CollectionSource | undefined;
  /** Version of the setting. */
  readonly version: number;
  readonly tasks: readonly TaskRow[];
}

/** Answers how all platforms are, and the calendar. */
export async function showCollection(context: DeskContext, ports: CollectionDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const [health, calendar]: readonly [readonly PlatformHealth[], Calendar] = await Promise.all([
    readHealth(caller, ports),
    readCalendar(caller, ports),
  ]);
  if (wantsJson(context)) return context.json({ health, calendar });
  const platforms = new Map(ports.platforms.map((manifest) => [manifest.id, manifest]));
  const view = { caller, assets: deskAssets, now: calendar.at, health, calendar, platforms };
  return context.html(CollectionPage({ view }));
}

/**
 * Reads everything about the platform a request names.
 * @throws AppError `PLATFORM.UNKNOWN`
 */
export async function platformIn(context: DeskContext, ports: CollectionDeskPorts): Promise<OnePlatform> {
  const platform = context.req.param('platform') ?? context.req.query('platform') ?? '';
  const [health] = await readHealth(callerIn(context), ports, [platform]);
  if (health === undefined) {
    throw new AppError('PLATFORM.UNKNOWN', 'no such platform', { details: { platform: platform.slice(0, 200) } });
  }
  const fetching = ports.fetching.find((each) => each.platform === platform);
  const [{ version, value }, tasks] = await Promise.all([
    readSettings(ports, 'sources'),
    readTaskRows(callerIn(context), ports, platform),
  ]);
  return { health, fetching, source: value.find((each) => each.platform === platform), version, tasks };
}

/** A form of a platform's page that was refused. */
export interface RefusedPart {
  /** What the office decided, or the wish to read now. */
  readonly form: 'source' | 'now';
  readonly refusal: Refusal;
}

/** The page of a platform; after a refused form with what was typed. */
export async function platformPage(
  context: DeskContext,
  ports: CollectionDeskPorts,
  refused?: RefusedPart,
): Promise<Page> {
  const { version, ...one } = await platformIn(context, ports);
  const caller = callerIn(context);
  const { form, refusal } = refused ?? {};
  const shown = refusal && { ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed };
  const view = {
    ...one,
    ...{ caller, assets: deskAssets, now: ports.clock.now(), formKey: ports.ids.next() },
    mayEdit: hasRole(caller, 'office'),
    // Of a refused form the version the person saw, so that what was overtaken stays refused.
    version: Number(refusal?.typed['_version'] ?? version),
    refused: form === 'source' ? shown : undefined,
    refusedNow: form === 'now' ? shown : undefined,
  };
  return PlatformPage({ view });
}

/** Answers everything about one platform. */
export async function showPlatform(context: DeskContext, ports: CollectionDeskPorts): Promise<Response> {
  if (!wantsJson(context)) return context.html(await platformPage(context, ports));
  const { version, health, fetching = null, source = null, tasks } = await platformIn(context, ports);
  context.header('etag', versionTag(version));
  return context.json({ version, health, fetching, source, tasks });
}
