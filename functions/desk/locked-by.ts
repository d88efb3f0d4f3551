import type { Caller } from '#shared/domain/caller.ts';
import { dayText } from '#shared/domain/rules/date-words.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readAsset } from '#shared/services/desk/asset/read-asset.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import type { HeldAsset } from '#web/pages/desk/listings/refused.tsx';
import { UNTITLED } from '#web/pages/desk/listings/words.ts';
import type { DeskPorts } from './desk-ports.ts';

/** What was read; undefined where the caller may not see it. */
async function seen<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'RESOURCE.NOT_FOUND') return undefined;
    throw error;
  }
}

function periodText(from: LocalDate, until: LocalDate | null): string {
  return until === null ? `自${dayText(from)}起,长期` : `${dayText(from)}至${dayText(until)}`;
}

/** Which asset a refusal is about, which listing holds it and for how long, as far as the caller may see; undefined for any other refusal. */
export async function heldAsset(caller: Caller, ports: DeskPorts, error: AppError): Promise<HeldAsset | undefined> {
  if (error.code !== 'ASSET.LOCKED') return undefined;
  // As `lockAssets` puts them into the error.
  const details = error.details as Readonly<{
    assetId: string;
    listing: string;
    from: LocalDate;
    until: LocalDate | null;
  }>;
  const [asset, holder] = await Promise.all([
    seen(readAsset(caller, ports, details.assetId)),
    seen(readListing(caller, ports, details.listing)),
  ]);
  return {
    asset: asset?.asset.name ?? null,
    listing: details.listing,
    title: holder === undefined ? null : (holder.listing.terms.title ?? UNTITLED),
    period: periodText(details.from, details.until),
  };
}
