import { type Claim, keepsOut, type LockedItem, type Taking } from '../../domain/asset/lock.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import { AppError } from '../../errors/app-error.ts';
import { changeLock, type Lock, type LockPorts, readLock, type StoredClaim } from './lock-item.ts';

/** What a holder's own log says of its claim on an asset, for good: only an answer that will never change frees or sells. */
export type Standing = 'open' | 'released' | 'sold';

/** What is asked for. */
export interface LockRequest extends Taking {
  /** Version of the holder that was folded when this was decided. */
  readonly version: number;
  /**
   * Looks into the log of another holder. `released` only where the log ended for good (withdrawn), or where it does not
   * name the asset any more; `open` wherever a command may still sell it.
   */
  readonly standingOf: (holder: string, assetId: string) => Promise<Standing>;
}

/** A lock that was taken, and what of its holder that replaced. */
interface Taken {
  readonly assetId: string;
  readonly put: number;
  readonly replaced: readonly StoredClaim[];
}

/**
 * The claims of others as their logs say they stand: those of ended listings are dropped, sold ones are marked, so that an
 * effect that never ran keeps nobody out.
 * @throws AppError `ASSET.LOCKED` naming the first listing that keeps the wanted claim out
 */
async function othersBeside(lock: Lock, wanted: Claim, { standingOf }: LockRequest): Promise<readonly StoredClaim[]> {
  const kept: StoredClaim[] = [];
  for (const claim of lock.claims.filter(({ holder }) => holder !== wanted.holder)) {
    const asks = claim.state === 'open' && keepsOut(claim, wanted);
    const standing = asks ? await standingOf(claim.holder, lock.assetId) : 'open';
    if (standing === 'released') continue;
    const now: StoredClaim = standing === 'sold' ? { ...claim, state: 'sold' } : claim;
    if (keepsOut(now, wanted)) throw lockedBy(lock.assetId, now);
    kept.push(now);
  }
  return kept;
}

function lockedBy(assetId: string, { holder, from, until, parts, takes, state }: StoredClaim): AppError {
  const details = { assetId, listing: holder, from, until, parts, takes, state };
  return new AppError('ASSET.LOCKED', 'another listing holds the asset for that time', { details });
}

/**
 * The holder's own claims beside which the wanted one is put. Those decided on an older version are over. Another one
 * decided on the same version stays: which of the two commands wins is not known yet. Undefined where a newer one stands:
 * then the command that wants this one comes too late, and the put of its event will be refused.
 */
function rivalsOf({ claims }: Lock, wanted: StoredClaim): readonly StoredClaim[] | undefined {
  const own = claims.filter(({ holder }) => holder === wanted.holder);
  if (own.some(({ decidedOn }) => decidedOn > wanted.decidedOn)) return undefined;
  const taking = ({ parts, takes, from, until }: Claim) => canonicalJson({ parts, takes, from, until });
  return own.filter((claim) => claim.decidedOn === wanted.decidedOn && taking(claim) !== taking(wanted));
}

/** Undefined when a newer claim of the same holder made this one needless. */
async function lockOne(
  ports: LockPorts,
  holder: string,
  { assetId, parts }: LockedItem,
  request: LockRequest,
): Promise<Taken | undefined> {
  const { takes, from, until, version: decidedOn } = request;
  let taken: Taken | undefined;
  await changeLock(ports, assetId, async (lock) => {
    const put = lock.version + 1;
    const wanted: StoredClaim = { holder, parts, takes, from, until, state: 'open', decidedOn, put };
    const rivals = rivalsOf(lock, wanted);
    taken = undefined;
    if (rivals === undefined) return undefined;
    const others = await othersBeside(lock, wanted, request);
    const replaced = lock.claims.filter((claim) => claim.holder === holder && !rivals.includes(claim));
    taken = { assetId, put, replaced };
    return [...others, ...rivals, wanted];
  });
  return taken;
}

/** Puts back what the holder had before, unless another command of the same holder has put its own claim over it since. */
async function giveBack(ports: LockPorts, holder: string, { assetId, put, replaced }: Taken): Promise<void> {
  const isMine = (claim: StoredClaim) => claim.holder === holder && claim.put === put;
  await changeLock(ports, assetId, async ({ claims }) =>
    claims.some(isMine) ? [...claims.filter((claim) => !isMine(claim)), ...replaced] : undefined,
  );
}

/** One item an asset, in order of id, so that of two packages one gets all they share. */
function inOrder(items: readonly LockedItem[]): readonly LockedItem[] {
  const parts = new Map<string, readonly string[] | null>();
  for (const item of items) {
    const known = parts.get(item.assetId) ?? (parts.has(item.assetId) ? null : []);
    const whole = item.parts === null || known === null;
    parts.set(item.assetId, whole ? null : [...new Set([...known, ...(item.parts ?? [])])].toSorted());
  }
  const assets = [...parts].map(([assetId, taken]) => ({ assetId, parts: taken }));
  return assets.toSorted((a, b) => (a.assetId < b.assetId ? -1 : 1));
}

/**
 * Takes parts of assets for a listing, before the event that offers them is put: call it in `decide` after looking at the
 * state, and only in commands that bring a listing from where nobody can buy it to where somebody can, or to where it is sold. The holder may enter
 * again: its own claims are replaced in the same put. When one asset of a package is refused, those taken before it are
 * given back.
 * @throws AppError `ASSET.LOCKED` with `details` {assetId, listing, from, until, parts, takes, state} of the claim in the
 *   way; `STORE.CONTENTION` after ten lost races
 */
export async function lockAssets(
  ports: LockPorts,
  holder: string,
  items: readonly LockedItem[],
  request: LockRequest,
): Promise<void> {
  const taken: Taken[] = [];
  try {
    for (const item of inOrder(items)) {
      const one = await lockOne(ports, holder, item, request);
      if (one !== undefined) taken.push(one);
    }
  } catch (error) {
    for (const one of taken.toReversed()) await giveBack(ports, holder, one);
    throw error;
  }
}

/**
 * Brings a holder's claims where its log has ended: call it in the effects of the listing, after the event, and only in
 * states nothing follows, for an effect may run late. `released` drops them, `sold` keeps them as sold: a transfer for
 * good, a use until its last day. Safe to repeat.
 * @throws AppError `STORE.CONTENTION` after ten lost races
 */
export async function settleLock(
  ports: LockPorts,
  holder: string,
  assetIds: readonly string[],
  to: 'released' | 'sold',
): Promise<void> {
  const isOwn = (claim: StoredClaim) => claim.holder === holder;
  for (const assetId of new Set(assetIds)) {
    await changeLock(ports, assetId, async ({ claims }) => {
      if (to === 'released') return claims.some(isOwn) ? claims.filter((claim) => !isOwn(claim)) : undefined;
      if (!claims.some((claim) => isOwn(claim) && claim.state === 'open')) return undefined;
      return claims.map((claim) => (isOwn(claim) ? { ...claim, state: 'sold' } : claim));
    });
  }
}

/** Who holds what of an asset, for showing. */
export async function readClaims(ports: LockPorts, assetId: string): Promise<readonly Claim[]> {
  return (await readLock(ports, assetId)).claims;
}
