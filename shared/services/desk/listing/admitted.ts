import type { Owner } from '../../../domain/asset/owner.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Admission } from '../../../domain/settings/platform-profile.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { AssetClass } from '../../../domain/trade.ts';
import { AppError } from '../../../errors/app-error.ts';
import { readSettings } from '../settings/read-settings.ts';
import { listedAssets } from './listed-assets.ts';
import type { ListingPorts } from './listing-ports.ts';

/** Platforms admitted on a day for all of these classes, with the decision each rests on; in order of their ids. */
export function admittedPlatforms(
  admissions: readonly Admission[],
  lot: { readonly classes: readonly AssetClass[]; readonly category: Owner['kind'] },
  today: LocalDate,
): readonly string[] {
  const platforms = [...new Set(admissions.map(({ platform }) => platform))].toSorted();
  const admits = (admission: Admission, platform: string, assetClass: AssetClass) =>
    admission.platform === platform &&
    admission.from <= today &&
    (admission.until === null || today <= admission.until) &&
    (admission.categories.length === 0 || admission.categories.includes(lot.category)) &&
    (admission.assetClasses.length === 0 || admission.assetClasses.includes(assetClass));
  return platforms.filter((platform) =>
    lot.classes.every((assetClass) => admissions.some((admission) => admits(admission, platform, assetClass))),
  );
}

/**
 * @throws AppError `LISTING.NOT_ADMITTED` when one of the platforms is unknown or not admitted today for the listing;
 * `LISTING.INCOMPLETE` while no asset is chosen
 */
export async function requireAdmitted(
  ports: ListingPorts,
  listing: Listing,
  owner: Owner,
  platforms: readonly string[],
  today: LocalDate,
): Promise<void> {
  const assets = await listedAssets(ports, owner.id, listing.terms.items);
  if (assets.length === 0) {
    const errors = [{ pointer: '/items', detail: '请先选择资产,再选平台。' }];
    throw new AppError('LISTING.INCOMPLETE', 'no asset is chosen', { details: { errors } });
  }
  const { value: admissions } = await readSettings(ports, 'admissions');
  const classes = assets.map(({ assetClass }) => assetClass);
  const known = ports.platforms.map(({ id }) => id);
  const admitted = admittedPlatforms(admissions, { classes, category: owner.kind }, today);
  const refused = platforms.filter((platform) => !admitted.includes(platform) || !known.includes(platform));
  if (refused.length === 0) return;
  throw new AppError('LISTING.NOT_ADMITTED', 'the platform is not admitted for this listing', {
    details: { platforms: refused, admitted },
  });
}
