import { canonicalJson } from '../../domain/canonical.ts';
import { buildOffer } from '../../domain/placement/build-offer.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import { limitFaults } from '../../domain/placement/limits.ts';
import { type Offer, offerKey } from '../../domain/placement/offer.ts';
import type { Placement, PlacementFault } from '../../domain/placement/placement.ts';
import type { AppError } from '../../errors/app-error.ts';
import type { HandoffPorts } from '../desk/handoff/handoff-ports.ts';
import { readHandoff } from '../desk/handoff/read-handoff.ts';
import { publishingOf } from './due.ts';
import { noticeOf, offerFiles } from './offer-files.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { PLACEMENT_CALLER } from './sync-placement.ts';

type Ports = HandoffPorts & PlacementPorts;

/**
 * Makes the offer of a placement whose package was handed over, holds it against what the platform takes, and stores it.
 * @returns the event that says so, or what is wrong with it: then a person is asked
 * @throws AppError as `readHandoff`; `FILE.NOT_READY`, `FILE.REFUSED`
 */
export async function prepareOffer(ports: Ports, placement: Placement): Promise<PlacementEvent> {
  const handoff = await readHandoff(PLACEMENT_CALLER, ports, placement.listingId);
  const { source } = handoff;
  const { amendment } = placement;
  const noticeNumber = noticeOf(source.listing)?.number ?? null;
  const built = buildOffer({ source, files: await offerFiles(ports, handoff), noticeNumber, amendment });
  if ('faults' in built) return refusedFor('package', 'HANDOFF.INCOMPLETE', built.faults);
  const publishing = publishingOf(ports, placement);
  if (publishing === undefined) return refusedFor('limits', 'CONNECTION.MISSING', []);
  const faults = limitFaults(built.offer, publishing.limits, source.platform.name);
  if (faults.length > 0) return refusedFor('limits', 'PLACEMENT.REFUSED', faults);
  const offerSha256 = await storeOffer(ports, built.offer);
  return { type: 'validated', data: { offerSha256, amendment: built.offer.amendment } };
}

/** Stored under its own hash before anything names it: what is named exists. */
async function storeOffer({ files, hash }: Pick<Ports, 'files' | 'hash'>, offer: Offer): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(offer));
  const sha256 = hash.sha256(bytes);
  await files.putIfAbsent({ key: offerKey(sha256), bytes, contentType: 'application/json' });
  return sha256;
}

/** The package cannot be made, or a file of it cannot be used: what is wrong, field by field, for a person to mend. */
export function packageRefused({ code, details }: AppError): PlacementEvent {
  const { errors, name } = details as { readonly errors?: readonly Told[]; readonly name?: string };
  const faults = (errors ?? []).map(({ pointer, detail }) => ({ pointer, code, detail }));
  const unfit = { pointer: '/papers', code, detail: `文件“${name ?? ''}”不能使用` };
  return refusedFor('package', code, faults.length > 0 || name === undefined ? faults : [unfit]);
}

type Told = Pick<PlacementFault, 'pointer' | 'detail'>;

function refusedFor(stage: 'package' | 'limits', code: string, faults: readonly PlacementFault[]): PlacementEvent {
  return { type: 'refused', data: { stage, step: 'prepare', code, faults, retryAt: null } };
}
