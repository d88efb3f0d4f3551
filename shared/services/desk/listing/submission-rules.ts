import type { ChainStep } from '../../../domain/approval/chain.ts';
import type { Asset } from '../../../domain/asset/asset.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import type { Justification } from '../../../domain/listing/events.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Missing } from '../../../domain/listing/missing.ts';
import { missingNewVote } from '../../../domain/listing/new-vote.ts';
import { PAPER_NAMES } from '../../../domain/listing/paper-names.ts';
import { missingPapers } from '../../../domain/listing/papers.ts';
import { missingTerms } from '../../../domain/listing/required.ts';
import type { Verdict } from '../../../domain/rules/rule.ts';
import type { PlatformKind } from '../../../domain/settings/platform-profile.ts';
import { AppError } from '../../../errors/app-error.ts';

/** What a submission is held against: the listing, whose it is, what it offers, its steps, and what its platform is in law. */
export interface Completeness {
  readonly listing: Listing;
  readonly owner: Owner;
  readonly assets: readonly Asset[];
  readonly steps: readonly ChainStep[];
  readonly platform: PlatformKind | null;
}

/** Every field, paper and choice a submission still needs. */
export function missingIn({ listing, owner, assets, steps, platform }: Completeness): readonly Missing[] {
  const { terms } = listing;
  const papers = missingPapers(steps, terms).map((kind) => ({
    pointer: '/papers',
    detail: `缺少:${PAPER_NAMES[kind]}`,
  }));
  return [
    ...missingTerms({ terms, assets, owner, platform }),
    ...papers,
    ...missingNewVote(listing, steps),
    ...missingChoice(listing),
  ];
}

/** A draw that was announced decides: nobody goes on with an earlier choice beside it. */
function missingChoice({ choice, drawAnnounced }: Listing): readonly Missing[] {
  const pointer = '/choice';
  if (drawAnnounced !== null && choice?.draw?.seedHash !== drawAnnounced.seedHash) {
    return [{ pointer, detail: '已公布摇号,请先抽取' }];
  }
  return choice === null ? [{ pointer, detail: '请选择平台并写明理由' }] : [];
}

/** @throws AppError `LISTING.INCOMPLETE` naming every field, paper and choice that is missing, at its pointer */
export function refuseIncomplete(completeness: Completeness): void {
  const errors = missingIn(completeness).map((missing) => ({ ...missing }));
  if (errors.length === 0) return;
  throw new AppError('LISTING.INCOMPLETE', 'something required is missing', { details: { errors } });
}

/** @throws AppError `LISTING.BREACH` with every rule that is broken */
export function refuseBreaches(verdicts: readonly Verdict[]): void {
  const broken = verdicts.filter(({ kind }) => kind === 'breach').map((verdict) => ({ ...verdict }));
  if (broken.length === 0) return;
  throw new AppError('LISTING.BREACH', 'a rule is broken', { details: { verdicts: broken } });
}

/** @throws AppError `LISTING.UNJUSTIFIED` with every warning that has no reason yet */
export function refuseUnjustified(verdicts: readonly Verdict[], justifications: readonly Justification[]): void {
  const given = justifications.filter(({ reason }) => reason.trim() !== '').map(({ rule }) => rule);
  const open = verdicts.filter(({ kind, rule }) => kind === 'warning' && !given.includes(rule));
  if (open.length === 0) return;
  throw new AppError('LISTING.UNJUSTIFIED', 'a warning has no reason', {
    details: { verdicts: open.map((verdict) => ({ ...verdict })) },
  });
}
