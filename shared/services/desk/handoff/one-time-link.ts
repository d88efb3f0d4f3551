import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { currentRound } from '../../../domain/listing/progress.ts';
import { addMs, beijingDate, type Instant } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Random } from '../../../ports/ambient.ts';
import { load } from '../../events/load.ts';
import { keys } from '../../records/keys.ts';
import { listingAggregate } from '../listing/listing-aggregate.ts';
import { entitledActor, packageOf } from './hand-over-package.ts';
import type { Handoff, HandoffPorts } from './handoff-ports.ts';

/** 32 letters of 5 bits: nobody guesses 160 bits. */
const SECRET_LETTERS = 32;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const DAY_MS = 86_400_000;
const VALID_DAYS = 14;

const TOKEN = /^([0-9a-z]{1,64})\.([1-9]\d{0,3})\.([a-z2-7]{32})$/;

/** A link as it is shown once; only the hash of its secret is kept. */
export interface OneTimeLink {
  readonly token: string;
  readonly expiresAt: Instant;
}

/** What a valid link opens. */
export interface OpenedLink {
  /** The platform's operator for this one listing, as far as the services are concerned. */
  readonly caller: Caller;
  readonly listing: Listing;
  readonly expiresAt: Instant;
  /** The address that was pasted back: the link has done its work. */
  readonly usedFor: string | null;
}

function secretOf(random: Random): string {
  return Array.from({ length: SECRET_LETTERS }, () => ALPHABET[Math.floor(random.next() * ALPHABET.length)]).join('');
}

/**
 * Makes the one link to the package of the running round, valid for 14 days; a link made before is void from now on.
 *
 * @throws AppError `HANDOFF.TOO_EARLY` before the package was handed over, `ACCESS.DENIED`, `STORE.CONTENTION`
 */
export async function makeLink(caller: Caller, ports: HandoffPorts, handoff: Handoff): Promise<OneTimeLink> {
  const { listing } = handoff.source;
  packageOf(handoff);
  const { id: issuedBy } = entitledActor(caller, ports, handoff, 'document-issued');
  const round = currentRound(listing).number;
  const secret = secretOf(ports.random);
  const issuedAt = ports.clock.now();
  const expiresAt = addMs(issuedAt, VALID_DAYS * DAY_MS);
  const key = keys.handoffLink(listing.id, round);
  const version = (await ports.records.get(key))?.['v'];
  const known = typeof version === 'number' ? version : 0;
  const item = { ...key, v: known + 1, secretSha256: ports.hash.sha256(secret), issuedAt, expiresAt, issuedBy };
  if ((await ports.records.put(item, known === 0 ? 'absent' : { version: known })) === 'refused') {
    throw new AppError('STORE.CONTENTION', 'another link was made at the same time');
  }
  return { token: `${listing.id}.${round}.${secret}`, expiresAt };
}

function linkVoid(): AppError {
  return new AppError('HANDOFF.LINK_VOID', 'the link opens nothing');
}

function linkCaller(secretSha256: string, platform: string, issuedAt: Instant): Caller {
  const id = `link:${secretSha256.slice(0, 16)}`;
  const from = beijingDate(issuedAt);
  const assignment = {
    id,
    role: 'platform-operator',
    scope: platform,
    onBehalf: false,
    bureau: null,
    from,
    until: null,
  } as const;
  return { id, name: '平台经办(一次性链接)', roles: ['platform-operator'], assignments: [assignment] };
}

/**
 * Opens a one-time link without login. It is used up when the lot's address is recorded.
 * @throws AppError `HANDOFF.LINK_VOID` for one that never was, was replaced, has expired, or belongs to an earlier round
 */
export async function openLink(
  ports: Pick<HandoffPorts, 'records' | 'hash' | 'clock'>,
  token: string,
): Promise<OpenedLink> {
  const [, listingId = '', round = '', secret = ''] = TOKEN.exec(token) ?? [];
  if (secret === '') throw linkVoid();
  const item = await ports.records.get(keys.handoffLink(listingId, Number(round)));
  const secretSha256 = ports.hash.sha256(secret);
  if (item === undefined || item['secretSha256'] !== secretSha256) throw linkVoid();
  const { issuedAt, expiresAt } = item as unknown as { issuedAt: Instant; expiresAt: Instant };
  const listing = (await load(ports, listingAggregate, listingId))?.state;
  const current = listing === undefined ? undefined : currentRound(listing);
  const isOver = listing?.choice == null || current?.number !== Number(round) || listing.state === 'withdrawn';
  if (isOver || expiresAt < ports.clock.now()) throw linkVoid();
  return {
    caller: linkCaller(secretSha256, listing.choice.platform, issuedAt),
    listing,
    expiresAt,
    usedFor: current?.placed?.url ?? null,
  };
}
