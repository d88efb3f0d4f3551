import type { Asset } from '#shared/domain/asset/asset.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { assetsOf } from '#shared/services/desk/asset/asset-cards.ts';
import { readFile } from '#shared/services/desk/files/read-file.ts';
import { entryChecks } from '#shared/services/desk/listing/entry-checks.ts';
import { listedAssets } from '#shared/services/desk/listing/listed-assets.ts';
import { type ListingView, readListing } from '#shared/services/desk/listing/read-listing.ts';
import type { FormValues } from '#web/pages/desk/form-text.ts';
import type { EntryView } from '#web/pages/desk/listings/entry.tsx';
import type { Refused } from '#web/pages/desk/listings/refused.tsx';
import { callerIn } from '../admission.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { DeskContext } from './desk-routes.ts';
import { deskAssets } from './static.ts';

/** The files of some ids that there are and that the caller may see. */
export async function filesOf(
  caller: Caller,
  ports: DeskPorts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeskFile>> {
  const found = await Promise.all(
    [...new Set(ids)].map((id) =>
      readFile(caller, ports, id).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'RESOURCE.NOT_FOUND') return undefined;
        throw error;
      }),
    ),
  );
  return new Map(found.flatMap((file) => (file === undefined ? [] : [[file.id, file]])));
}

/** Ids of files uploaded without scripts for some field of the page at this address. */
function attachedIn(url: string): readonly string[] {
  return [...new URL(url).searchParams].flatMap(([name, value]) => (name.startsWith('attach.') ? [value] : []));
}

/** What a form shows instead of what is stored. */
export interface Shown {
  readonly typed?: FormValues | undefined;
  readonly refused?: Refused | undefined;
}

/** A listing as the steps of its entry, and the acts on it, show it. */
export async function entryView(
  context: DeskContext,
  ports: DeskPorts,
  id: string,
  { typed, refused }: Shown = {},
): Promise<{ readonly view: EntryView; readonly shown: ListingView; readonly assets: readonly Asset[] }> {
  const caller = callerIn(context);
  const shown = await readListing(caller, ports, id);
  const { listing, owner } = shown;
  const [assets, choices, files] = await Promise.all([
    listedAssets(ports, owner.id, listing.terms.items),
    assetsOf(ports, owner),
    filesOf(caller, ports, [...listing.terms.papers.map(({ file }) => file), ...attachedIn(context.req.url)]),
  ]);
  const checks = await entryChecks(ports, shown, assets);
  const { url } = context.req;
  const page = { caller, assets: deskAssets, formKey: ports.ids.next(), url, typed, refused };
  return { view: { ...page, listing, owner, choices, files, ...checks }, shown, assets };
}
