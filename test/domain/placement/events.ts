import type { LoggedEvent } from '#shared/domain/events/event.ts';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { foldPlacement } from '#shared/domain/placement/fold.ts';
import type { Placement, PlacementFault, PlacementWay } from '#shared/domain/placement/placement.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import type { Instant } from '#shared/domain/time.ts';
import { minute } from '#test/support/builders.ts';

const ID = 'listing-1-1';

/** An event as it lies in the log, one a minute. */
export function logged(
  event: PlacementEvent,
  sequence: number,
  at: Instant = minute(sequence),
): LoggedEvent<PlacementEvent> {
  const by = { id: 'person-1', name: '某人', role: 'office', scope: '330502', onBehalf: false } as const;
  const command = { id: `command-${sequence}`, sha256: '' };
  return { sequence, at, by, command, event, previous: '', hash: '' };
}

/** The placement after these events, one a minute from the first minute on. */
export function placementOf(...events: readonly PlacementEvent[]): Placement {
  return further(undefined, ...events);
}

/** The placement after more events. */
export function further(before: Placement | undefined, ...events: readonly PlacementEvent[]): Placement {
  const placement = events.reduce<Placement | undefined>(
    (state, event) => foldPlacement(state, logged(event, (state?.version ?? 0) + 1), ID),
    before,
  );
  if (placement === undefined) throw new Error('no events');
  return placement;
}

export function opened(way: PlacementWay = 'api'): PlacementEvent {
  return { type: 'opened', data: { listingId: 'listing-1', round: 1, platform: 'p', way, ownerId: 'owner' } };
}

export function validated(amendment = 0): PlacementEvent {
  return { type: 'validated', data: { offerSha256: `offer-${amendment}`, amendment } };
}

export function attempted(number: number, step: 'publish' | 'amend' | 'withdraw' = 'publish'): PlacementEvent {
  return { type: 'attempted', data: { number, step, until: minute(1_000 + number) } };
}

export function postponed(mayBeThere: boolean, step: 'publish' | 'amend' | 'withdraw' = 'publish'): PlacementEvent {
  const code = mayBeThere ? 'PLATFORM.ANSWER_LOST' : 'PLATFORM.UNAVAILABLE';
  return { type: 'postponed', data: { step, code, until: minute(2_000), mayBeThere } };
}

const TITLE_FAULT: PlacementFault = { pointer: '/title', code: 'text.too_long', detail: '标题太长' };

export function refused(of: Partial<Extract<PlacementEvent, { type: 'refused' }>['data']> = {}): PlacementEvent {
  const data = { stage: 'platform', step: 'publish', code: 'listing.invalid', faults: [TITLE_FAULT] } as const;
  return { type: 'refused', data: { ...data, retryAt: minute(3_000), ...of } };
}

export const accepted: PlacementEvent = {
  type: 'accepted',
  data: { number: 'L-1', url: 'https://example.invalid/lots/L-1', revision: 1 },
};
export const doubted: PlacementEvent = { type: 'doubted', data: { code: 'PLATFORM.ANSWER_LOST' } };
export const shown: PlacementEvent = { type: 'shown', data: { status: 'announced', differences: [] } };
export const ended: PlacementEvent = { type: 'ended', data: { outcome: 'sold' } };
export const withdrawalAsked: PlacementEvent = { type: 'withdrawal-asked', data: { reason: '产权争议' } };
export const withdrawn: PlacementEvent = { type: 'withdrawn', data: { reason: '产权争议', said: 'platform' } };
export const resumed: PlacementEvent = { type: 'resumed', data: { reason: '已核对' } };
export const switched: PlacementEvent = { type: 'switched', data: { reason: '改为线下' } };

export function amendmentAsked(number: number): PlacementEvent {
  return { type: 'amendment-asked', data: { number, reason: '推迟竞价' } };
}

export function amended(number: number, revision: number | null = null): PlacementEvent {
  return { type: 'amended', data: { number, revision } };
}

/** A platform that can be called for everything and keeps to our reference. */
export function aPublishing(of: Partial<Publishing> = {}): Publishing {
  return {
    platform: 'p',
    onceBy: 'reference',
    amend: 'api',
    withdraw: 'api',
    fields: [],
    eventsSecret: null,
    limits: { confidence: 'documented', source: '接口文件' },
    untried: '',
    ...of,
  };
}
